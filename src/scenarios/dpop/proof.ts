/** A proof of its own for each request (RFC 9449 §4). */
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { Proofs } from './client.ts'

/** Makes a new proof for each request. */
export const createProofs = (): Proofs => ({
  createKey,

  // #region proof
  make: (script, target) => signProof(script, target),
  // #endregion
})
