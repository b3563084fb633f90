/** A single-page app on its first day: what it does around a sign-in (RFC 6749 §4.1, RFC 7636). */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import {
  finishSignIn,
  type SignInConfig,
  signIn,
  type TokenResponse,
} from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and how it is built. */
export interface ClientConfig extends SignInConfig {
  readonly scope: string
  readonly api: string
  readonly responseMode: 'query' | 'fragment'
  /** Whether the router writes the address anew before anybody has read it. */
  readonly routerFirst: boolean
  readonly mark: 'none' | 'kept' | 'cleared'
}

const MARK = 'interaction'

/** Leaves for the authorization server. Throws {@link SignInError}. */
export async function start(tab: TabGlobals, config: ClientConfig): Promise<void> {
  // #region authorization-request
  if (config.mark !== 'none') {
    if (tab.sessionStorage.getItem(MARK) !== null) {
      throw new SignInError('interaction_in_progress', 'Interaction is currently in progress.')
    }
    tab.sessionStorage.setItem(MARK, 'sign-in')
  }
  const { scope, responseMode: response_mode } = config
  await signIn(tab, config, { scope, ...(response_mode === 'fragment' && { response_mode }) })
  // #endregion
}

/** What runs when a page of the app has loaded: the tokens, where it is the callback. Throws {@link SignInError}. */
export async function load(tab: TabGlobals, config: ClientConfig): Promise<TokenResponse | undefined> {
  // #region authorization-response
  const { history, location, sessionStorage } = tab
  const isCallback = location.pathname === new URL(config.redirect_uri).pathname
  if (config.routerFirst) history.replaceState(null, '', location.pathname)
  if (isCallback || config.mark === 'cleared') sessionStorage.removeItem(MARK)
  if (!isCallback) return undefined
  const { tokens } = await finishSignIn(tab, config)
  return tokens
  // #endregion
}

/** Reads Ada’s photos. Throws {@link SignInError}. */
export async function readPhotos(tab: TabGlobals, config: ClientConfig, tokens: TokenResponse): Promise<unknown> {
  // #region api-call
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  const response = await tab.fetch(new URL('/photos', config.api), { headers })
  if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
  return response.json()
  // #endregion
}
