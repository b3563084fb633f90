/** A single-page app whose calls refresh each for themselves, and which tells a refusal from a failure (RFC 6749 §5.2). */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
}

/** What all calls of the page share: in memory only. */
export interface Session {
  /** Undefined when nobody is signed in. */
  tokens: { readonly access_token: string; readonly refresh_token: string } | undefined
}

/** The session is over: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** The server could not do it this time; the tokens are kept. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
}

/** Calls the API; on a 401 it refreshes and tries again once. */
export async function callApi(
  tab: TabGlobals,
  config: ClientConfig,
  session: Session,
  path: string,
): Promise<Response> {
  // #region api-call
  const call = () =>
    tab.fetch(new URL(path, config.api), {
      headers: { authorization: `Bearer ${tokensOf(session).access_token}` },
    })

  const response = await call()
  if (response.status !== 401) return response
  await refresh(tab, config, session)
  return call()
  // #endregion
}

/** Trades the refresh token for new tokens. With rotation this uses up the old one. */
async function refresh(tab: TabGlobals, config: ClientConfig, session: Session): Promise<void> {
  // #region refresh
  const { refresh_token } = tokensOf(session)
  const response = await tab.fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id: config.client_id }),
  })
  const body = await response.json()
  // A server that fails has not said that the token is bad.
  if (response.status >= 500) throw new UnavailableError(`${body.error}: ${body.error_description}`)
  if (!response.ok) {
    session.tokens = undefined
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  session.tokens = { refresh_token, ...body }
  // #endregion
}

/** The tokens as they are now; another call may have refreshed them, or lost them. */
function tokensOf({ tokens }: Session) {
  if (tokens === undefined) throw new SignedOutError('The session has ended while this call was under way.')
  return tokens
}
