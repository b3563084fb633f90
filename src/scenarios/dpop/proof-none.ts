/** No proofs: bearer tokens, good for whoever has them (RFC 6750 §1.2). */
import type { Proofs } from './client.ts'

/** Makes no key and no proof. */
export const createProofs = (): Proofs => ({
  async createKey() {
    return undefined
  },

  // #region proof
  async make() {
    return undefined
  },
  // #endregion
})
