/** A mistake: the proof of the token request is taken for a credential of the session, and sent to the API too. */
import type { Proofs } from './client.ts'
import { createKey, signProof } from './proof.ts'

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
