/** Signing in from a tab with a code and PKCE, for apps whose subject is what comes before or after (RFC 6749 §4.1, RFC 7636). */
import { base64url } from 'jose'
import type { TabGlobals } from '../../simulation/index.ts'
import { SignInError } from './sign-in-error.ts'

/** What a single-page app knows of the authorization server, and how it is registered there. */
export interface SignInConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
}

/** What a sign-in is for, as the authorization request says it. */
export interface SignInWish {
  readonly scope: string
  /** How strong it must be; left out when any sign-in will do (RFC 9470 §4). */
  readonly acr_values?: string
  /** How old it may be, in seconds (RFC 9470 §4). */
  readonly max_age?: string
  /** `login` asks the person again although they are signed in, `none` never. */
  readonly prompt?: 'login' | 'none'
  /** Where the answer shall stand. Default: in the query. */
  readonly response_mode?: 'fragment'
}

/** What was remembered while the app was left. */
export interface Remembered {
  readonly code_verifier: string
  readonly state: string
  readonly nonce?: string
  readonly acr_values?: string
}

/** The token response (RFC 6749 §5.1). */
export interface TokenResponse {
  readonly access_token: string
  readonly scope: string
  readonly id_token?: string
  readonly refresh_token?: string
}

/** Leaves for the authorization server and remembers what must come back. */
export async function signIn(tab: TabGlobals, config: SignInConfig, wish: SignInWish): Promise<void> {
  const { crypto, location, sessionStorage } = tab
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [code_verifier, state] = [randomText(), randomText()]
  // Only an ID token repeats the nonce and says what was proved, and only `openid` brings one (OpenID Connect Core §3.1.2.1).
  const hasIdToken = wish.scope.split(' ').includes('openid')
  const nonce = hasIdToken ? { nonce: randomText() } : {}
  const proof = hasIdToken ? { ...nonce, acr_values: wish.acr_values } : {}
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state, ...proof }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    ...wish,
    state,
    ...nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the authorization response that the callback URL carries, and exchanges the code for tokens. */
export async function finishSignIn(
  tab: TabGlobals,
  config: SignInConfig,
): Promise<{ tokens: TokenResponse; remembered: Remembered }> {
  const { fetch, history, location, sessionStorage } = tab
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')

  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.', {
      sent: response.get('state'),
      expected: remembered.state,
    })
  }
  if (response.get('iss') !== config.issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.', {
      sent: response.get('iss'),
      expected: config.issuer,
    })
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  // #endregion

  // #region token-request
  const tokenResponse = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier: remembered.code_verifier,
    }),
  })
  return { tokens: await readTokenResponse(tokenResponse), remembered }
  // #endregion
}

/** Reads a token response, or throws what the error response says (RFC 6749 §5.2). */
export async function readTokenResponse(response: Response): Promise<TokenResponse> {
  const body = await response.json()
  if (!response.ok) throw new SignInError(body.error, body.error_description)
  return body
}
