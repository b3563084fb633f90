/** Signing a JWT with a key of the environment. */
import { CompactSign, importJWK, type JWTPayload } from 'jose'
import { utf8 } from '../../lib/encoding.ts'
import { remember } from '../../lib/remember.ts'
import type { Environment } from '../environment.ts'
import type { PrivateJwk } from '../keys.ts'

/** Imported once: that costs as much as a signature. */
const keyOf = remember((jwk: PrivateJwk) => importJWK({ ...jwk }, jwk.alg))

/** The key that signs: the environment's first, or its first for an algorithm. Throws a TypeError when there is none. */
export function signingKey({ keys }: Pick<Environment, 'keys'>, alg?: string): PrivateJwk {
  const jwk = alg === undefined ? keys[0] : keys.find((key) => key.alg === alg)
  if (jwk === undefined) throw new TypeError(`environment.keys holds no key to sign with${alg ? ` by ${alg}` : ''}`)
  return jwk
}

/** Signs claims; `typ` names the kind of token (RFC 8725 §3.11), `alg` asks for a key of that algorithm. */
export async function signJwt(
  claims: JWTPayload,
  { typ, alg }: { readonly typ: string | undefined; readonly alg?: string | undefined },
  environment: Environment,
): Promise<string> {
  const jwk = signingKey(environment, alg)
  // The claims are whole, iat and exp included: jose's JWT builder would only copy them.
  const payload = utf8(JSON.stringify(claims))
  const header = { alg: jwk.alg, ...(typ !== undefined && { typ }), kid: jwk.kid }
  return new CompactSign(payload).setProtectedHeader(header).sign(await keyOf(jwk))
}
