/** An app on a bad network: when the answer to a refresh is lost, it cannot know whether the server got the request. */
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

/** Trades the refresh token for new tokens; a request without an answer is sent once more. */
async function refresh(tab: TabGlobals, config: ClientConfig, session: Session): Promise<void> {
  // #region refresh
  const { refresh_token } = session.tokens ?? {}
  const send = () =>
    tab.fetch(new URL('/token', config.issuer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refresh_token ?? '',
        client_id: config.client_id,
      }),
    })

  // A TypeError is all that fetch tells of a lost request, and of a lost answer. The app has the old token only.
  const answer = await send().catch(send)
  const body = await answer.json()
  if (!answer.ok) {
    session.tokens = undefined
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  session.tokens = { refresh_token, ...body }
  // #endregion
}
