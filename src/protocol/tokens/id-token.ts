/** ID Tokens: what the client learns about the sign-in (OpenID Connect Core §2). */
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { ServerContext } from '../state/context.ts'
import type { Authentication } from '../state/records.ts'
import { signingAlgorithm } from '../state/response-protection.ts'
import { protect } from './protected-response.ts'
import { signingKey } from './sign-jwt.ts'

/**
 * Half of the hash of an access token or a code, in base64url: binds it to the ID Token (OpenID Connect Core §3.1.3.6, §3.3.2.11).
 * The hash is that of the signature's algorithm; Ed25519 has SHA-512 in it (RFC 8032 §5.1).
 */
export async function halfHash(value: string, alg: string): Promise<string> {
  const name = /^Ed/.test(alg) ? 'SHA-512' : 'SHA-256'
  const digest = new Uint8Array(await crypto.subtle.digest(name, utf8(value)))
  return base64url(digest.subarray(0, digest.length / 2))
}

/** What an ID Token is issued with. */
export interface IdTokenRequest {
  readonly clientId: string
  /** The access token that is issued beside it, if any. */
  readonly accessToken?: string
  /** The code that is issued beside it, from the authorization endpoint (OpenID Connect Core §3.3.2.11). */
  readonly code?: string
  readonly nonce: string | undefined
  /** The id of the code, refresh token or grant that it came from. */
  readonly parent: string
}

/**
 * Signs an ID Token for a client.
 *
 * `nonce` is that of the authorization request; a refresh leaves it out (OpenID Connect Core §12.2). `auth_time`, `acr` and `amr` are those
 * of the sign-in, so a refresh never raises them. `azp` repeats the one audience, which OpenID Connect Core §2 allows.
 */
export async function issueIdToken(
  authentication: Authentication,
  { clientId, accessToken, code, nonce, parent }: IdTokenRequest,
  context: ServerContext,
): Promise<string> {
  const { config, store, environment } = context
  const { alg } = signingKey(environment, signingAlgorithm(store.clients.get(clientId), 'id_token'))
  const iat = environment.now()
  const exp = iat + config.policy.lifetimes.id_token
  const id = store.nextId('id_token')
  const claims = {
    iss: config.issuer,
    sub: authentication.sub,
    aud: clientId,
    azp: clientId,
    exp,
    iat,
    auth_time: authentication.authTime,
    ...(nonce !== undefined && { nonce }),
    acr: authentication.acr,
    amr: [...authentication.amr],
    ...(authentication.sid !== undefined && { sid: authentication.sid }),
    ...(accessToken !== undefined && { at_hash: await halfHash(accessToken, alg) }),
    ...(code !== undefined && { c_hash: await halfHash(code, alg) }),
  }
  const idToken = await protect({ response: 'id_token', clientId, claims, typ: 'JWT' }, context)
  environment.note({ type: 'lifecycle', artifact: 'id_token', id, change: 'issued', expires_at: exp, parent })
  return idToken
}
