/** A backend for a frontend: it signs people in, keeps the tokens, and calls the API for the page (OAuth for browser-based apps). */
import { type HttpRequest, header, html, json, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
  requestTokens,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { shellPage } from './pages.ts'

/** How the backend is registered, and how it guards itself. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly api: string
  /** Whether requests of the page must carry a header that no form can send. */
  readonly requiresHeader: boolean
  /** Whether a call without a session is sent to the sign-in as a page load would be. */
  readonly redirectsCalls: boolean
}

/** What the session holds. None of it ever reaches the browser. */
export type Session = { readonly access_token: string; readonly refresh_token?: string | undefined }

/** What the backend works with. */
export interface BackendForFrontend extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the backend. */
export function createRoutes(bff: BackendForFrontend, config: ClientConfig): Routes {
  const { pending, sessions } = bff

  // #region authorization-request
  /** Leads to the authorization server, and remembers what must come back. */
  async function startSignIn() {
    const { url, signIn } = await beginSignIn(bff, config)
    return redirect(url, [pending.start(signIn)])
  }
  // #endregion

  // #region csrf
  /** Another site’s form can post here, but it cannot set a header; CORS stops another site’s script. */
  function isForged(request: HttpRequest): boolean {
    return config.requiresHeader && header(request, 'x-csrf') !== '1'
  }
  // #endregion

  // #region api-call
  /** Answers a call that has no session. A redirect helps a page load only: `fetch` follows it, and may not read what it finds. */
  async function refuseCall() {
    return config.redirectsCalls ? startSignIn() : json(401, { error: 'no_session' })
  }

  /** Calls the API for the session of a request, with a fresh token when the old one is refused. */
  async function callApi(request: HttpRequest, path: string) {
    const session = sessions.read(request)
    if (session === undefined) return refuseCall()
    const call = ({ access_token }: Session) =>
      bff.fetch(new URL(path, config.api), {
        method: request.method,
        headers: { authorization: `Bearer ${access_token}` },
      })

    let response = await call(session)
    if (response.status === 401 && session.refresh_token !== undefined) {
      const { refresh_token } = session
      const renewed = {
        ...session,
        ...(await requestTokens(bff, config, { grant_type: 'refresh_token', refresh_token })),
      }
      sessions.replace(request, renewed)
      response = await call(renewed)
    }
    return json(response.status, await response.json(), [['cache-control', 'no-store']])
  }
  // #endregion

  return {
    'GET /': async () => html(200, shellPage()),

    'GET /login': startSignIn,

    // #region authorization-response
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const response = new URL(request.url).searchParams
      const { access_token, refresh_token } = await finishSignIn(bff, config, { response, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ access_token, refresh_token })])
    },
    // #endregion

    // #region session
    async 'GET /session'(request) {
      return json(200, { signed_in: sessions.read(request) !== undefined }, [['cache-control', 'no-store']])
    },
    // #endregion

    'GET /api/photos': (request) => callApi(request, '/photos'),
    'POST /api/orders': async (request) =>
      isForged(request) ? json(403, { error: 'csrf', expected: 'x-csrf: 1' }) : callApi(request, '/orders'),
  }
}
