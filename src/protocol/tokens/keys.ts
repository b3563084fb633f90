/** Signing keys: what signs a JWT, what the JWKS publishes, what verifies a hint. */
import { CompactSign, type CryptoKey, importJWK, type JWK, type JWTPayload } from 'jose'
import { utf8 } from '../../lib/encoding.ts'
import type { Environment } from '../environment.ts'

/** A private JSON Web Key that names itself and its algorithm (RFC 7517 §4). */
export interface PrivateJwk extends JWK {
  readonly kid: string
  readonly alg: string
}

/** The members that a published key may have (RFC 7517 §4, RFC 7518 §6). Never a list of what to leave out. */
const publicMembers = ['kty', 'kid', 'alg', 'use', 'n', 'e', 'crv', 'x', 'y'] as const

/** The public half of a key: an allow list, so that no private member can slip through (RFC 7517 §9.2). */
function toPublicJwk(key: PrivateJwk): JWK {
  return Object.fromEntries(publicMembers.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]])))
}

/** The JWK Set of an environment's keys, public members only (RFC 7517 §5). */
export function publicJwks(environment: Environment): { keys: JWK[] } {
  return { keys: environment.keys.map(toPublicJwk) }
}

/** Imported keys by JWK: importing costs as much as a signature. */
const imported = new WeakMap<PrivateJwk, Promise<CryptoKey | Uint8Array>>()

/** Signs claims with the environment's first key; `typ` names the kind of token (RFC 8725 §3.11). */
export async function signJwt(claims: JWTPayload, typ: string, environment: Environment): Promise<string> {
  const jwk = environment.keys[0]
  if (jwk === undefined) throw new TypeError('environment.keys holds no key to sign with')
  const key = imported.get(jwk) ?? importJWK({ ...jwk }, jwk.alg)
  imported.set(jwk, key)
  // The claims are whole, iat and exp included: jose's JWT builder would only copy them.
  const payload = utf8(JSON.stringify(claims))
  return new CompactSign(payload).setProtectedHeader({ alg: jwk.alg, typ, kid: jwk.kid }).sign(await key)
}
