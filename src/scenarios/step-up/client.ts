/** A single-page app that steps up: it reads what the API asks of the sign-in, sends the person back, and tries again (RFC 9470). */
import { base64url } from 'jose'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the authorization server, and how it is registered there. */
export interface ClientConfig {
  readonly issuer: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
}

/** The token response (RFC 6749 §5.1), kept in memory only. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

/** What a sign-in must be: how strong, and how old at most, in seconds (RFC 9470 §4). */
export interface Demand {
  readonly acr_values?: string
  readonly max_age?: string
}

/** The server, the API, or the app itself refused to go on. */
export class SignInError extends Error {
  readonly code: string
  /** What the API asks of the sign-in, when that is why. */
  readonly demand: Demand | undefined

  constructor(code: string, message: string, demand?: Demand) {
    super(message)
    this.name = 'SignInError'
    this.code = code
    this.demand = demand
  }
}

/** Leaves for the authorization server and remembers what must come back. */
export async function signIn(tab: TabGlobals, config: ClientConfig, demand: Demand): Promise<void> {
  const { crypto, location, sessionStorage } = tab
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [code_verifier, state] = [randomText(), randomText()]
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL('/authorize', config.issuer)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    ...demand,
    state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the response that the callback URL carries, and exchanges the code for tokens. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<Tokens> {
  const { fetch, history, location, sessionStorage } = tab
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')
  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.')
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  // #endregion

  // #region token-request
  const answer = await fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier: remembered.code_verifier,
    }),
  })
  return readTokenResponse(answer)
  // #endregion
}

/** Calls the API. What it asks of the sign-in is thrown as a `demand`: no new token of the same sign-in would help. */
export async function callApi(tab: TabGlobals, config: ClientConfig, method: string, tokens: Tokens): Promise<unknown> {
  // #region api-call
  const answer = await tab.fetch(new URL('/photos', config.api), {
    method,
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  if (answer.ok) return answer.json()

  const challenge = readChallenge(answer.headers.get('www-authenticate') ?? '')
  if (challenge.error === 'insufficient_user_authentication') {
    const { acr_values, max_age } = challenge
    const demand = { ...(acr_values && { acr_values }), ...(max_age && { max_age }) }
    throw new SignInError(challenge.error, challenge.error_description ?? '', demand)
  }
  throw new SignInError(challenge.error ?? `http_${answer.status}`, challenge.error_description ?? 'The API refused.')
  // #endregion
}

/** Trades the refresh token for new tokens. They say the same of the sign-in as the old ones (OIDC Core §12.2). */
export async function refresh({ fetch }: TabGlobals, config: ClientConfig, tokens: Tokens): Promise<Tokens> {
  // #region refresh
  const answer = await fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
      client_id: config.client_id,
    }),
  })
  return { ...tokens, ...(await readTokenResponse(answer)) }
  // #endregion
}

/** The attributes of a Bearer challenge (RFC 6750 §3). */
function readChallenge(header: string): Partial<Record<string, string>> {
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

/** Reads a token response, or throws what the error response says (RFC 6749 §5.2). */
async function readTokenResponse(answer: Response): Promise<Tokens> {
  const body = await answer.json()
  if (!answer.ok) throw new SignInError(body.error, body.error_description)
  return body
}
