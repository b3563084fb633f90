/** A mistake: the proof names the server, and not the address of the request. */
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { Proofs } from './client.ts'

/** Makes a new proof for each request, with the origin alone in its `htu`. */
export const createProofs = (): Proofs => ({
  createKey,

  // #region proof
  make: (script, target) => signProof(script, { ...target, url: new URL(target.url).origin }),
  // #endregion
})
