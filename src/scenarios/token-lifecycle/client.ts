/** A single-page app through the life of its tokens: sign-in, 401, silent refresh, retry, forced sign-in (RFC 6749 §1.5). */
import { base64url } from 'jose'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly issuer: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
  /** Hears which way the code took at a fork of the flowchart. */
  decide(question: string, answer: string): void
}

/** The token response (RFC 6749 §5.1), in memory only. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

/** A server refused, and the app cannot go on by itself. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** Leaves for the authorization server: at the beginning, and whenever the tokens are beyond help. */
export async function signIn({ crypto, location, sessionStorage }: TabGlobals, config: ClientConfig): Promise<void> {
  // #region authorization-request
  const code_verifier = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const state = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL('/authorize', config.issuer)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Exchanges the code that the callback URL carries for the first tokens. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<Tokens> {
  // #region token-request
  const response = new URLSearchParams(tab.location.search)
  const remembered = JSON.parse(tab.sessionStorage.getItem('sign-in') ?? '{}')
  tab.sessionStorage.removeItem('sign-in')
  tab.history.replaceState(null, '', '/')
  if (response.get('state') !== remembered.state || response.get('iss') !== config.issuer) {
    throw new RefusedError('This response does not belong to a sign-in that was started here.')
  }
  if (response.has('error')) throw new RefusedError(`${response.get('error')}: ${response.get('error_description')}`)

  const answer = await tab.fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier: remembered.code_verifier,
    }),
  })
  const body = await answer.json()
  if (!answer.ok) throw new RefusedError(`${body.error}: ${body.error_description}`)
  return body
  // #endregion
}

/** The photos and the tokens in use afterwards; undefined when the page leaves for a new sign-in. */
export async function loadPhotos(
  tab: TabGlobals,
  config: ClientConfig,
  tokens: Tokens,
): Promise<{ photos: unknown; tokens: Tokens } | undefined> {
  // #region api-call
  const call = ({ access_token }: Tokens) =>
    tab.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })

  let current = tokens
  let answer = await call(current)
  if (answer.status === 401) {
    const renewed = await refresh(tab, config, current)
    if (renewed === undefined) {
      await signIn(tab, config)
      return undefined
    }
    current = renewed
    answer = await call(current)
    config.decide('retry-answer', answer.ok ? 'accepted' : 'refused')
  }
  // Once is enough: a fresh token that is refused too would be refused for ever.
  if (!answer.ok) throw new RefusedError(`The API answered ${answer.status}.`)
  return { photos: await answer.json(), tokens: current }
  // #endregion
}

/** New tokens without the person noticing; undefined when only a new sign-in helps. */
async function refresh(tab: TabGlobals, config: ClientConfig, tokens: Tokens): Promise<Tokens | undefined> {
  // #region refresh
  const { refresh_token } = tokens
  config.decide('refresh-token', refresh_token === undefined ? 'no' : 'yes')
  if (refresh_token === undefined) return undefined

  const answer = await tab.fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id: config.client_id }),
  })
  const body = await answer.json()
  // The code is the same for both: the server does not say which (RFC 6749 §5.2).
  if (body.error === 'invalid_grant') {
    config.decide('refresh-answer', 'expired or revoked')
    return undefined
  }
  if (!answer.ok) throw new RefusedError(`${body.error}: ${body.error_description}`)
  config.decide('refresh-answer', 'valid')
  // Without rotation the response has no refresh token, and the old one stays in use (RFC 6749 §6).
  return { refresh_token, ...body }
  // #endregion
}
