/** The app whose refresh token was stolen: it refreshes when a call is refused, and signs out when that is refused too. */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly issuer: string
  readonly client_id: string
  readonly api: string
}

/** The tokens of the page. */
export interface Session {
  tokens: { readonly access_token: string; readonly refresh_token?: string } | undefined
}

/** The session is over: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Calls the API; on a 401 it refreshes and tries again once. */
export async function loadPhotos(tab: TabGlobals, config: ClientConfig, session: Session): Promise<Response> {
  // #region api-call
  const call = () =>
    tab.fetch(new URL('/photos', config.api), {
      headers: { authorization: `Bearer ${session.tokens?.access_token}` },
    })

  const answer = await call()
  if (answer.status !== 401) return answer
  await refresh(tab, config, session)
  return call()
  // #endregion
}

/** Trades the refresh token for new tokens. A refusal may be the only sign of a theft, so the person is told. */
async function refresh(tab: TabGlobals, config: ClientConfig, session: Session): Promise<void> {
  // #region refresh
  const { refresh_token } = session.tokens ?? {}
  const answer = await tab.fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  const body = await answer.json()
  if (!answer.ok) {
    session.tokens = undefined
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  session.tokens = { refresh_token, ...body }
  // #endregion
}
