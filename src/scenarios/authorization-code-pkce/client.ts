/** A single-page app that signs people in: authorization code flow with PKCE (RFC 6749 §4.1, RFC 7636, RFC 9700). */
import { base64url, decodeJwt } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the authorization server, and how it is registered there. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
}

/** The token response (RFC 6749 §5.1), kept in memory only: a reload loses it, and so does a script that reads storage. */
export interface Tokens {
  readonly access_token: string
  readonly id_token?: string
  readonly refresh_token?: string
}

/** Leaves for the authorization server and remembers what must come back. */
export async function signIn({ crypto, location, sessionStorage }: TabGlobals, config: ClientConfig): Promise<void> {
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const code_verifier = randomText()
  const state = randomText()
  const nonce = randomText()
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state, nonce }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state,
    nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** What the app remembers of a sign-in until the answer comes. */
interface PendingSignIn {
  readonly code_verifier: string
  readonly state: string
  readonly nonce: string
}

/** Takes the authorization response that the callback URL carries, and exchanges the code for tokens. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<Tokens> {
  const { history, location, sessionStorage } = tab

  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')
  // #endregion
  return redeem(tab, config, response, remembered)
}

/** Checks an authorization response against what is remembered, and exchanges its code for tokens. */
export async function redeem(
  tab: TabGlobals,
  config: ClientConfig,
  response: URLSearchParams,
  remembered: PendingSignIn,
): Promise<Tokens> {
  const { fetch } = tab

  // #region authorization-response
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
  const tokens = await readTokenResponse(tokenResponse)
  // #endregion

  // #region id-token
  // Straight from the token endpoint over TLS, so the claims are checked and not the signature (OpenID Connect Core §3.1.3.7).
  if (tokens.id_token !== undefined) {
    const claims = decodeJwt(tokens.id_token)
    const isForUs =
      claims.iss === config.issuer &&
      [claims.aud].flat().includes(config.client_id) &&
      claims.nonce === remembered.nonce &&
      (claims.exp ?? 0) > tab.Date.now() / 1000
    if (!isForUs) throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')
  }
  return tokens
  // #endregion
}

/** Calls the API. On a 401 it refreshes the tokens once and tries again; the tokens in use afterwards come back with the data. */
export async function callApi(
  tab: TabGlobals,
  config: ClientConfig,
  tokens: Tokens,
): Promise<{ data: unknown; tokens: Tokens }> {
  // #region api-call
  const call = ({ access_token }: Tokens) =>
    tab.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })

  let current = tokens
  let response = await call(current)
  if (response.status === 401 && current.refresh_token !== undefined) {
    current = await refresh(tab, config, current)
    response = await call(current)
  }
  if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
  return { data: await response.json(), tokens: current }
  // #endregion
}

/** Trades the refresh token for new tokens. With rotation this uses up the old refresh token. */
async function refresh({ fetch }: TabGlobals, config: ClientConfig, tokens: Tokens): Promise<Tokens> {
  // #region refresh
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  return { ...tokens, ...(await readTokenResponse(response)) }
  // #endregion
}

/** Reads a token response, or throws what the error response says (RFC 6749 §5.2). */
async function readTokenResponse(response: Response): Promise<Tokens> {
  const body = await response.json()
  if (!response.ok) throw new SignInError(body.error, body.error_description)
  return body
}
