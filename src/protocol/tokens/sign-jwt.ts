/** Signing a JWT with the key of the environment. */
import { CompactSign, importJWK, type JWTPayload } from 'jose'
import { utf8 } from '../../lib/encoding.ts'
import { remember } from '../../lib/remember.ts'
import type { Environment } from '../environment.ts'
import type { PrivateJwk } from '../keys.ts'

/** Imported once: that costs as much as a signature. */
const keyOf = remember((jwk: PrivateJwk) => importJWK({ ...jwk }, jwk.alg))

/** Signs claims with the environment's first key; `typ` names the kind of token (RFC 8725 §3.11). */
export async function signJwt(claims: JWTPayload, typ: string, environment: Environment): Promise<string> {
  const jwk = environment.keys[0]
  if (jwk === undefined) throw new TypeError('environment.keys holds no key to sign with')
  // The claims are whole, iat and exp included: jose's JWT builder would only copy them.
  const payload = utf8(JSON.stringify(claims))
  return new CompactSign(payload).setProtectedHeader({ alg: jwk.alg, typ, kid: jwk.kid }).sign(await keyOf(jwk))
}
