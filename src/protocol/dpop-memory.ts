/** What a server remembers of DPoP: proofs that were used, and the nonce that it hands out (RFC 9449 §8, §11.1). */
import { type Environment, randomToken } from './environment.ts'
import { createReplayCache } from './replay-cache.ts'

/** Seconds after which a new nonce is handed out. The one before is taken as long again, so that nobody fails in between. */
const NONCE_SECONDS = 60

/** Seconds that a nonce is taken, from when it was first handed out. */
export const NONCE_LIFETIME = 2 * NONCE_SECONDS

/** The memory of one server. Authorization server and resource server have one each: their nonces differ (§9). */
export interface DpopMemory {
  /** Uses the `jti` of a proof for a target, once until it expires. True when it was new. */
  takeProof(proof: { readonly jti: string; readonly target: string }, expiresAt: number, now: number): boolean
  /** The nonce to hand out now. */
  nonce(environment: Pick<Environment, 'now' | 'randomBytes'>): string
  /** Whether a nonce is one that this server handed out lately. */
  knowsNonce(value: string, now: number): boolean
}

/** An empty memory. */
export function createDpopMemory(): DpopMemory {
  const proofs = createReplayCache()
  let nonces: readonly { readonly value: string; readonly issuedAt: number }[] = []
  return {
    takeProof: ({ jti, target }, expiresAt, now) => proofs.take(JSON.stringify([target, jti]), expiresAt, now),
    nonce(environment) {
      const now = environment.now()
      const [latest] = nonces
      if (latest !== undefined && now < latest.issuedAt + NONCE_SECONDS) return latest.value
      const value = randomToken(environment, 'dpop_nonce')
      nonces = [{ value, issuedAt: now }, ...nonces.slice(0, 1)]
      return value
    },
    knowsNonce: (value, now) => nonces.some((nonce) => nonce.value === value && now < nonce.issuedAt + NONCE_LIFETIME),
  }
}
