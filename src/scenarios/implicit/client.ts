/** A single-page app as it was written before 2019: the token comes in the address (RFC 6749 §4.2, OpenID Connect Core §3.2). Do not copy. With a code in its place the server redeems it. */
import { base64url, createLocalJWKSet, jwtVerify } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { TabGlobals } from '../../simulation/index.ts'
import type { Account } from './server.ts'

/** What the app knows of the authorization server, and how it is registered there. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly jwks_uri: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly response_type: string
  /** Where the response is in the address; the default of the response type when left out. */
  readonly response_mode?: 'query'
  readonly scope: string
  readonly api: string
  /** Whether the app takes the response out of the address bar. */
  readonly cleansAddress: boolean
  /** Whether the app has a server that knows who is signed in. */
  readonly hasSessions: boolean
}

/** All there is: no refresh token, so after `expires_in` seconds the person leaves for the server again. */
export interface Tokens {
  readonly access_token: string
  readonly id_token?: string
}

/** What comes in the address: tokens, or a code for the app’s server. */
export type Answer = Tokens | { readonly code: string }

/** Leaves for the authorization server. A code challenge is the server’s, which will redeem; for tokens there is none. */
export async function signIn(tab: TabGlobals, config: ClientConfig): Promise<void> {
  const { crypto, fetch, location, sessionStorage } = tab
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const state = randomText()
  const { nonce, ...challenge } = config.hasSessions
    ? await (await fetch('/random-value')).json()
    : { nonce: randomText() }
  sessionStorage.setItem('sign-in', JSON.stringify({ state, nonce }))

  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: config.response_type,
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state,
    nonce,
    ...challenge,
    ...(config.response_mode && { response_mode: config.response_mode }),
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the answer out of the address. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<Answer> {
  const { history, location, sessionStorage } = tab

  // #region authorization-response
  const isInQuery = config.response_mode === 'query' || config.response_type === 'code'
  const response = new URLSearchParams(isInQuery ? location.search : location.hash.slice(1))
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  if (config.cleansAddress) history.replaceState(null, '', '/')

  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.', {
      sent: response.get('state'),
      expected: remembered.state,
    })
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  const code = response.get('code')
  if (code !== null) return { code }
  const access_token = response.get('access_token') ?? ''
  const id_token = response.get('id_token')
  // #endregion

  if (id_token === null) return { access_token }
  await checkIdToken(tab, config, { access_token, id_token, nonce: remembered.nonce })
  return { access_token, id_token }
}

/** The tokens came through the browser, so anybody could have put them there: signature, nonce and at_hash must all fit. */
async function checkIdToken(
  tab: TabGlobals,
  config: ClientConfig,
  { access_token, id_token, nonce }: { access_token: string; id_token: string; nonce: string },
): Promise<void> {
  // #region id-token
  const keys = await (await tab.fetch(config.jwks_uri)).json()
  const { payload } = await jwtVerify(id_token, createLocalJWKSet(keys), {
    issuer: config.issuer,
    audience: config.client_id,
    currentDate: new Date(tab.Date.now()),
  }).catch((error: Error) => {
    throw new SignInError('invalid_id_token', `The ID token is not valid: ${error.message}.`)
  })
  const digest = new Uint8Array(await tab.crypto.subtle.digest('SHA-256', new TextEncoder().encode(access_token)))
  const at_hash = base64url.encode(digest.subarray(0, digest.length / 2))
  if (payload.nonce !== nonce || payload.at_hash !== at_hash) {
    throw new SignInError('invalid_id_token', 'The ID token belongs to another sign-in or another access token.')
  }
  // #endregion
}

/** Brings the answer to the app’s own server, which begins a session and says whose it is; for a code also the access token. */
export async function startSession({ fetch }: TabGlobals, received: Answer): Promise<Account & Partial<Tokens>> {
  // #region session
  const body = new URLSearchParams({ ...received })
  const response = await fetch('/session', { method: 'POST', body })
  const answer = await response.json()
  if (!response.ok) throw new SignInError(answer.error, answer.error_description)
  return answer
  // #endregion
}

/** Calls the API. On a 401 there is nothing to refresh with. */
export async function callApi({ fetch }: TabGlobals, config: ClientConfig, { access_token }: Tokens): Promise<unknown> {
  // #region api-call
  const response = await fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })
  if (response.status === 401) throw new SignInError('invalid_token', 'The token has expired. Please sign in again.')
  if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
  return await response.json()
  // #endregion
}
