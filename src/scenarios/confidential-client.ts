/** Signing in from a backend with a client secret, for web apps whose subject is what comes after the sign-in. */
import { base64url, decodeJwt } from 'jose'
import type { ServerGlobals } from '../simulation/index.ts'

/** What a backend knows of the authorization server, and how it is registered there. */
export interface ConfidentialClientConfig {
  readonly issuer: string
  readonly client_id: string
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

/** The server, or the app itself, refused to go on. */
export class SignInError extends Error {
  readonly code: string
  readonly sent: string | undefined
  readonly expected: string | undefined

  constructor(code: string, message: string, comparison: { sent?: string | null; expected?: string | undefined } = {}) {
    super(message)
    this.name = 'SignInError'
    this.code = code
    this.sent = comparison.sent ?? undefined
    this.expected = comparison.expected
  }
}

/** The address to send the browser to, and what to remember until it is back (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export async function beginSignIn(
  globals: ServerGlobals,
  config: ConfidentialClientConfig,
  more: Readonly<Record<string, string>> = {},
): Promise<{ url: string; signIn: PendingSignIn }> {
  const { crypto } = globals
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const signIn = { state: randomText(), nonce: randomText(), code_verifier: randomText() }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
  const url = new URL('/authorize', config.issuer)
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
}

/** Checks the authorization response and exchanges its code. Throws {@link SignInError}. */
export async function finishSignIn(
  globals: ServerGlobals,
  config: ConfidentialClientConfig,
  { response, signIn }: { response: URLSearchParams; signIn: PendingSignIn | undefined },
): Promise<ConfidentialTokens> {
  if (signIn === undefined || response.get('state') !== signIn.state) {
    throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.', {
      sent: response.get('state'),
      expected: signIn?.state,
    })
  }
  if (response.get('iss') !== config.issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.', {
      sent: response.get('iss'),
      expected: config.issuer,
    })
  }
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  const tokens = await requestTokens(globals, config, {
    grant_type: 'authorization_code',
    code: response.get('code') ?? '',
    redirect_uri: config.redirect_uri,
    code_verifier: signIn.code_verifier,
  })
  // Straight from the token endpoint over TLS, so the claims are checked and not the signature (OIDC Core §3.1.3.7).
  const { iss, aud, nonce } = decodeJwt(tokens.id_token)
  if (iss !== config.issuer || ![aud].flat().includes(config.client_id) || nonce !== signIn.nonce) {
    throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')
  }
  return tokens
}

/** Calls the token endpoint with the client’s credentials, both form-encoded first (RFC 6749 §2.3.1). Throws {@link SignInError}. */
export async function requestTokens(
  globals: ServerGlobals,
  { issuer, client_id, client_secret }: ConfidentialClientConfig,
  grant: Readonly<Record<string, string>>,
): Promise<ConfidentialTokens> {
  const { fetch } = globals
  const credentials = [client_id, client_secret].map(encodeURIComponent).join(':')
  const answer = await fetch(new URL('/token', issuer), {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams(grant),
  })
  const body = await answer.json()
  if (!answer.ok) throw new SignInError(body.error, body.error_description)
  return body
}
