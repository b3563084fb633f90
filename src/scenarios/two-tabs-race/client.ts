/** A single-page app in several tabs that share one set of rotating tokens in `localStorage` (RFC 6749 §6, RFC 9700 §4.14.2). */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
  /** Whether a refused tab looks for newer tokens before it throws the stored ones away. */
  readonly readsAgain: boolean
}

/** The tokens that all tabs use. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

/** How the tabs agree on who refreshes. Each `strategy-….ts` is one; each tab has its own. */
export interface TabStrategy {
  /** Runs when the tab has opened. */
  join(tab: TabGlobals, config: ClientConfig): void
  /** Runs when the API refused a call that carried the access token `refused`. */
  onRefused(tab: TabGlobals, config: ClientConfig, refused: string): Promise<void>
}

/** The session is over, in every tab: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Nothing is over: the person may try again. */
export class TryAgainError extends Error {
  override readonly name = 'TryAgainError'
}

/** The tokens that all tabs share; throws when there are none any more. */
export function readTokens({ localStorage }: TabGlobals): Tokens {
  const tokens = localStorage.getItem('tokens')
  if (tokens === null) throw new SignedOutError('The tokens are gone: another tab was told that the session is over.')
  return JSON.parse(tokens)
}

/** Puts tokens where every tab finds them; every script of the origin does, too. */
export function storeTokens({ localStorage }: TabGlobals, tokens: Tokens): void {
  localStorage.setItem('tokens', JSON.stringify(tokens))
}

/** Tells when another tab was signed out. */
export function onSignedOut({ addEventListener }: TabGlobals, callback: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'tokens' && newValue === null) callback()
  })
}

/** Calls the API; on a 401 the tabs get fresh tokens as the strategy says, and this one tries again once. */
export async function callApi(tab: TabGlobals, config: ClientConfig, strategy: TabStrategy): Promise<Response> {
  // #region api-call
  const call = (access_token: string) =>
    tab.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })

  const { access_token } = readTokens(tab)
  const response = await call(access_token)
  if (response.status !== 401) return response
  await strategy.onRefused(tab, config, access_token)
  return call(readTokens(tab).access_token)
  // #endregion
}

/** Trades the shared refresh token for new tokens. With rotation this uses up the old one. A `signal` ends the waiting. */
export async function refresh(tab: TabGlobals, config: ClientConfig, signal: AbortSignal | null = null): Promise<void> {
  // #region refresh
  const { refresh_token } = readTokens(tab)
  const response = await tab.fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refresh_token ?? '',
      client_id: config.client_id,
    }),
    signal,
  })
  const body = await response.json()
  if (!response.ok) {
    // Another tab was first: what it has stored since is good, and not this one’s to throw away.
    if (config.readsAgain && readTokens(tab).refresh_token !== refresh_token) return
    tab.localStorage.removeItem('tokens')
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  storeTokens(tab, { refresh_token, ...body })
  // #endregion
}
