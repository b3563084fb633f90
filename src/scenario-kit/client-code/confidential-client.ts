/** Signing in from a backend with a client secret: what the backends of all web apps have in common (RFC 6749 §4.1, §2.3.1). */
import { base64url, decodeJwt, type JWTPayload } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'
import { SignInError } from './sign-in-error.ts'

/** What a backend knows of the authorization server, and how it is registered there. */
export interface ConfidentialClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  /** Known to this server and the authorization server. No browser ever sees it. */
  readonly client_secret: string
  readonly redirect_uri: string
  readonly scope: string
}

/** What must be remembered from the request to the response, for one browser. */
export type PendingSignIn = { readonly state: string; readonly nonce: string; readonly code_verifier: string }

/** A token response to a request with `openid`. */
export interface ConfidentialTokens {
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token?: string
}

/** The address to send the browser to, and what to remember until it is back (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export async function beginSignIn(
  globals: ServerGlobals,
  config: ConfidentialClientConfig,
  more: Readonly<Record<string, string>> = {},
): Promise<{ url: string; signIn: PendingSignIn }> {
  const { crypto } = globals
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const signIn = { state: randomText(), nonce: randomText(), code_verifier: randomText() }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
  const url = new URL(config.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state: signIn.state,
    nonce: signIn.nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...more,
  }).toString()
  return { url: url.href, signIn }
  // #endregion
}

/** What the token request needs of an authorization response that belongs to a sign-in. Throws {@link SignInError}. */
export function acceptResponse(
  { issuer, redirect_uri }: ConfidentialClientConfig,
  response: URLSearchParams,
  signIn: PendingSignIn | undefined,
): { grant: Readonly<Record<string, string>>; nonce: string } {
  // #region authorization-response
  if (signIn === undefined || response.get('state') !== signIn.state) {
    throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.', {
      sent: response.get('state'),
      expected: signIn?.state,
    })
  }
  if (response.get('iss') !== issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.', {
      sent: response.get('iss'),
      expected: issuer,
    })
  }
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  const { code_verifier, nonce } = signIn
  const code = response.get('code') ?? ''
  return { grant: { grant_type: 'authorization_code', code, redirect_uri, code_verifier }, nonce }
  // #endregion
}

/** Checks the authorization response and exchanges its code. Throws {@link SignInError}. */
export async function finishSignIn(
  globals: ServerGlobals,
  config: ConfidentialClientConfig,
  { response, signIn }: { response: URLSearchParams; signIn: PendingSignIn | undefined },
): Promise<ConfidentialTokens> {
  const { grant, nonce } = acceptResponse(config, response, signIn)
  // #region code-exchange
  const tokens = await requestTokens(globals, config, grant)
  readIdToken(globals, config, tokens.id_token, nonce)
  return tokens
  // #endregion
}

/** The claims of an ID token that is for this app and of this sign-in. Throws {@link SignInError}. */
export function readIdToken(
  { Date: clock }: ServerGlobals,
  { issuer, client_id }: ConfidentialClientConfig,
  id_token: string,
  nonce: string,
): JWTPayload {
  // Straight from the token endpoint over TLS, so the claims are checked and not the signature (OpenID Connect Core §3.1.3.7).
  const claims = decodeJwt(id_token)
  const isForUs = claims.iss === issuer && [claims.aud].flat().includes(client_id) && claims.nonce === nonce
  if (!isForUs) throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')
  const now = Math.floor(clock.now() / 1000)
  if ((claims.exp ?? 0) <= now) {
    throw new SignInError('invalid_id_token', 'The ID token has expired.', {
      sent: String(claims.exp),
      expected: `after ${now}`,
    })
  }
  return claims
}

/** Calls the token endpoint with the client’s credentials, both form-encoded first (RFC 6749 §2.3.1). Throws {@link SignInError}. */
export async function requestTokens(
  globals: ServerGlobals,
  { token_endpoint, client_id, client_secret }: ConfidentialClientConfig,
  grant: Readonly<Record<string, string>>,
): Promise<ConfidentialTokens> {
  const { fetch } = globals
  // #region code-exchange
  const credentials = [client_id, client_secret].map(encodeURIComponent).join(':')
  const response = await fetch(token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams(grant),
  })
  const body = await response.json()
  if (!response.ok) throw new SignInError(body.error, body.error_description)
  return body
  // #endregion
}
