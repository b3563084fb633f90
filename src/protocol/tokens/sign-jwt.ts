/** Signing a JWT with the key of the environment. */
import { CompactSign, type CryptoKey, importJWK, type JWTPayload } from 'jose'
import { utf8 } from '../../lib/encoding.ts'
import type { Environment } from '../environment.ts'
import type { PrivateJwk } from '../keys.ts'

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
