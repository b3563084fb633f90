/** A mistake: signing takes time, so the proof for an address is kept and sent again. */
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { Proofs } from './client.ts'

/** Makes one proof for each address. */
export function createProofs(): Proofs {
  const kept = new Map<string, string>()
  return {
    createKey,

    // #region proof
    async make(script, target) {
      const key = `${target.method} ${target.url} ${target.nonce}`
      const proof = kept.get(key) ?? (await signProof(script, target))
      kept.set(key, proof)
      return proof
    },
    // #endregion
  }
}
