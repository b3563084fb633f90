/** A single-page app that makes several API calls at once with one set of rotating tokens (RFC 6749 §6, RFC 9700 §4.14.2). */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
}

/** What all calls of the page share: in memory only. */
export interface Session {
  readonly config: ClientConfig
  /** Undefined when nobody is signed in. */
  tokens: Tokens | undefined
}

/** The tokens in use. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
  /** When the access token expires, in epoch milliseconds. */
  readonly expires_at: number
}

/** When the app refreshes, and how often. Each `strategy-….ts` is one. */
export interface RefreshStrategy {
  /** Runs before a call is made. */
  beforeCall(tab: TabGlobals, session: Session): Promise<void>
  /** Runs when the API refused a call that carried the access token `refused`. */
  onRefused(tab: TabGlobals, session: Session, refused: string): Promise<void>
}

/** The session is over: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Calls the API; on a 401 it gets a fresh token as the strategy says, and tries again once. */
export async function callApi(
  tab: TabGlobals,
  session: Session,
  strategy: RefreshStrategy,
  path: string,
): Promise<Response> {
  // #region api-call
  await strategy.beforeCall(tab, session)

  const call = (access_token: string) =>
    tab.fetch(new URL(path, session.config.api), { headers: { authorization: `Bearer ${access_token}` } })

  const { access_token } = tokensOf(session)
  const response = await call(access_token)
  if (response.status !== 401) return response
  await strategy.onRefused(tab, session, access_token)
  return call(tokensOf(session).access_token)
  // #endregion
}

/** Trades the refresh token for new tokens. With rotation this uses up the old one. */
export async function refresh(tab: TabGlobals, session: Session): Promise<void> {
  // #region refresh
  const response = await tab.fetch(session.config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokensOf(session).refresh_token ?? '',
      client_id: session.config.client_id,
    }),
  })
  const body = await response.json()
  if (!response.ok) {
    session.tokens = undefined
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  const { access_token, refresh_token = tokensOf(session).refresh_token, expires_in } = body
  session.tokens = { access_token, refresh_token, expires_at: tab.Date.now() + expires_in * 1000 }
  // #endregion
}

/** The tokens as they are now; another call may have refreshed them, or lost them. */
function tokensOf({ tokens }: Session): Tokens {
  if (tokens === undefined) throw new SignedOutError('The session has ended while this call was under way.')
  return tokens
}
