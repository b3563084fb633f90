/** A single-page app that refreshes when a call is refused, for flows in which only the refresh differs (RFC 6749 §6). */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
}

/** The tokens of the page, in its memory. */
export interface Session {
  /** Undefined when nobody is signed in. */
  tokens: { readonly access_token: string; readonly refresh_token?: string } | undefined
}

/** Trades the refresh token for new tokens, and keeps them in the session. */
export type Refresh = (tab: TabGlobals, config: ClientConfig, session: Session) => Promise<void>

/** The session is over: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Calls the API; on a 401 it refreshes and tries again once. */
export async function loadPhotos(
  tab: TabGlobals,
  config: ClientConfig,
  session: Session,
  refresh: Refresh,
): Promise<Response> {
  // #region api-call
  const call = () =>
    tab.fetch(new URL('/photos', config.api), {
      headers: { authorization: `Bearer ${session.tokens?.access_token}` },
    })

  const response = await call()
  if (response.status !== 401) return response
  await refresh(tab, config, session)
  return call()
  // #endregion
}

/** Sends the refresh token. */
export function requestRefresh({ fetch }: TabGlobals, config: ClientConfig, session: Session): Promise<Response> {
  // #region refresh
  return fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: session.tokens?.refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  // #endregion
}

/** Keeps the new tokens; when they are refused the session is over. Without rotation the old refresh token stays in use. */
export async function keepTokens(session: Session, response: Response): Promise<void> {
  // #region refresh
  const body = await response.json()
  if (!response.ok) {
    session.tokens = undefined
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  session.tokens = { refresh_token: session.tokens?.refresh_token, ...body }
  // #endregion
}
