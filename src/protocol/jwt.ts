/** JWTs that come from outside: what kind they say they are, and what verifies them (RFC 7519, RFC 7515). */
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JWK,
  type JWTVerifyOptions,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose'

/** The kind of a JWT by its `typ`, in lower case without `application/`; `jwt` for one that does not say (RFC 7515 §4.1.9). Throws a TypeError for what is no JWT. */
export function kindOfJwt(jwt: string): string {
  const { typ = 'jwt' } = decodeProtectedHeader(jwt)
  return String(typ)
    .toLowerCase()
    .replace(/^application\//, '')
}

/**
 * Verifies a JWT with a secret, or one of several public keys; `now` in epoch seconds. One that names no `kid` may be signed with any
 * key that fits (RFC 7515 §4.1.4). Throws an error whose message says what is wrong with it.
 */
export async function verifyJwt(
  jwt: string,
  keys: Uint8Array | readonly JWK[],
  { now, ...demands }: JWTVerifyOptions & { readonly now: number },
): Promise<JWTVerifyResult> {
  const currentDate = new Date(now * 1000)
  const verify = (key: Uint8Array | CryptoKey) => jwtVerify(jwt, key, { ...demands, currentDate })
  if (keys instanceof Uint8Array) return verify(keys)
  try {
    return await jwtVerify(jwt, createLocalJWKSet({ keys: [...keys] }), { ...demands, currentDate })
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    for await (const key of error) {
      try {
        return await verify(key)
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure
      }
    }
    throw new errors.JWSSignatureVerificationFailed()
  }
}
