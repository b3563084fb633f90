/** A mistake: the proof of the token request is taken for a credential of the session, and sent to the API too. */
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { Proofs } from './client.ts'

/** Makes one proof for everything. */
export function createProofs(): Proofs {
  let proof: string | undefined
  return {
    createKey,

    // #region proof
    async make(script, target) {
      proof ??= await signProof(script, target)
      return proof
    },
    // #endregion
  }
}
