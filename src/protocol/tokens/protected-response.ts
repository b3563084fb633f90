/** Answers that are JWTs for one client: signed as it registered, and then encrypted to it where it registered that (RFC 7519 §11.2). */
import { CompactEncrypt, importJWK, type JWK, type JWTPayload } from 'jose'
import { utf8 } from '../../lib/encoding.ts'
import { ProtocolError } from '../errors.ts'
import { clientKeys } from '../state/client-keys.ts'
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { encryptionOf, type ProtectedResponse, signingAlgorithm } from '../state/response-protection.ts'
import { signJwt } from './sign-jwt.ts'

/** What becomes a JWT, and for whom. */
export interface ProtectedClaims {
  readonly response: ProtectedResponse
  readonly clientId: string
  readonly claims: JWTPayload
  /** The `typ` header; absent where the specification has none, so that nobody takes the JWT for an ID Token. */
  readonly typ: string | undefined
}

/** Writes the JWT. */
export async function protect(
  { response, clientId, claims, typ }: ProtectedClaims,
  context: ServerContext,
): Promise<string> {
  const client = context.store.clients.get(clientId)
  const alg = signingAlgorithm(client, response) ?? usualAlgorithm(response, context)
  const signed = await signJwt(claims, { typ, alg }, context.environment)
  return client === undefined ? signed : encryptFor(client, { response, text: signed, cty: 'JWT' }, context)
}

/** The algorithm for a client that registered none: RS256 for an authorization response (JARM §3), else that of the first key. */
function usualAlgorithm(response: ProtectedResponse, { environment }: ServerContext): string | undefined {
  return response === 'authorization' ? environment.keys.find(({ alg }) => alg === 'RS256')?.alg : undefined
}

/** Encrypts a text to a client; the text as it is for one that registered no encryption of this answer. */
export async function encryptFor(
  client: Client,
  { response, text, cty }: { response: ProtectedResponse; text: string; cty?: string },
  { environment }: ServerContext,
): Promise<string> {
  const encryption = encryptionOf(client, response)
  if (encryption === undefined) return text
  const { alg, enc } = encryption
  const key = (await publishedKeys(client, environment)).find((jwk) => canEncrypt(jwk, alg))
  if (key === undefined) throw new ProtocolError('invalid_client', `The client has no key to encrypt to by ${alg}.`)
  const { kid } = key
  return new CompactEncrypt(utf8(text))
    .setProtectedHeader({ alg, enc, ...(cty !== undefined && { cty }), ...(kid !== undefined && { kid }) })
    .encrypt(await importJWK({ ...key }, alg))
}

async function publishedKeys(client: Client, environment: ServerContext['environment']): Promise<readonly JWK[]> {
  try {
    return await clientKeys(client, environment)
  } catch (cause) {
    throw new ProtocolError('temporarily_unavailable', 'The keys of the client cannot be fetched.', { cause })
  }
}

/** Whether a key is meant for encryption by an algorithm (RFC 7517 §4.2, §4.4). */
function canEncrypt({ kty, crv, use, alg }: JWK, wanted: string): boolean {
  const fits = wanted.startsWith('RSA')
    ? kty === 'RSA'
    : (kty === 'EC' || kty === 'OKP') && crv !== 'Ed25519' && crv !== 'Ed448'
  return fits && (use ?? 'enc') === 'enc' && (alg ?? wanted) === wanted
}
