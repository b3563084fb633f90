/** Signing keys, and the half of them that is published. */
import type { JWK } from 'jose'

/** A private JSON Web Key that names itself and its algorithm (RFC 7517 §4). */
export interface PrivateJwk extends JWK {
  readonly kid: string
  readonly alg: string
}

/** Signature algorithms that are taken from a client: asymmetric ones only, so that a public key can never be taken for a secret (RFC 8725 §3.1). */
export const signatureAlgorithms: readonly string[] = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']

/** Members that only a private or a secret key has (RFC 7518 §6). */
export const privateMembers: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** Whether a key has what nobody but its owner may have. */
export function isPrivateKey(key: object): boolean {
  return privateMembers.some((name) => name in key)
}

/** The members that a published key may have (RFC 7517 §4, RFC 7518 §6). Never a list of what to leave out. */
const publicMembers = ['kty', 'kid', 'alg', 'use', 'n', 'e', 'crv', 'x', 'y'] as const

/** The public half of a key: an allow list, so that no private member can slip through (RFC 7517 §9.2). */
function toPublicJwk(key: PrivateJwk): JWK {
  return Object.fromEntries(publicMembers.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]])))
}

/** The JWK Set of an environment's keys, public members only (RFC 7517 §5). */
export function publicJwks({ keys }: { readonly keys: readonly PrivateJwk[] }): { keys: JWK[] } {
  return { keys: keys.map(toPublicJwk) }
}
