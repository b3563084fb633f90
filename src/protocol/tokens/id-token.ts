/** ID Tokens: what the client learns about the sign-in (OpenID Connect Core §2). */
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { ServerContext } from '../state/context.ts'
import type { Authentication } from '../state/records.ts'
import { signJwt } from './sign-jwt.ts'

/** Half of the SHA-256 of an access token, in base64url: binds it to the ID Token (OpenID Connect Core §3.1.3.6). */
export async function accessTokenHash(accessToken: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(accessToken)))
  return base64url(digest.subarray(0, digest.length / 2))
}

/** What an ID Token is issued with. */
export interface IdTokenRequest {
  readonly clientId: string
  /** The access token that is issued beside it. */
  readonly accessToken: string
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
  { clientId, accessToken, nonce, parent }: IdTokenRequest,
  { config, store, environment }: ServerContext,
): Promise<string> {
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
    at_hash: await accessTokenHash(accessToken),
  }
  const idToken = await signJwt(claims, 'JWT', environment)
  environment.note({ type: 'lifecycle', artifact: 'id_token', id, change: 'issued', expires_at: exp, parent })
  return idToken
}
