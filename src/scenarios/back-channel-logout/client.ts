/** The backends of two web apps of one house, and how a sign-out in one reaches the other (OpenID Connect Back-Channel Logout). */
import { html, json, parseForm, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { type KeyCache, type LogoutChecks, readLogoutToken, subjectOf } from './logout-token.ts'
import type { AppPages } from './pages.ts'

/** How an app is registered, and how it signs people out. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly end_session_endpoint: string
  readonly post_logout_redirect_uri: string
  readonly jwks_uri: string
  readonly checks: LogoutChecks
  /** Whether a logout token ends the one session that it names, or all of the person’s. */
  readonly ends: 'sid' | 'sub'
}

/** Whose session it is, and which one at the server: a logout token says it the same way. */
export type Session = { readonly sub: string; readonly sid: string; readonly id_token: string }

/** What a backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
  readonly pages: AppPages
  readonly keys: KeyCache
  /** Logout tokens that were accepted and could be sent again: expiry by `jti`. */
  readonly used: Map<string, number>
}

/** The routes of an app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions, pages } = app
  return {
    // #region home
    async 'GET /'(request) {
      return html(200, sessions.read(request) === undefined ? pages.start() : pages.home())
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      const { url, signIn } = await beginSignIn(app, config)
      return redirect(url, [pending.start(signIn)])
    },
    // #endregion

    // #region authorization-response
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const { id_token } = await finishSignIn(app, config, { response: new URL(request.url).searchParams, signIn })
      // A later logout token names the session by sid, the person by sub. Both come with the ID token.
      return redirect('/', [forgetSignIn, sessions.start({ ...subjectOf(id_token), id_token })])
    },
    // #endregion

    // #region sign-out
    async 'POST /logout'(request) {
      const session = sessions.read(request)
      const url = new URL(config.end_session_endpoint)
      url.search = new URLSearchParams({
        client_id: config.client_id,
        post_logout_redirect_uri: config.post_logout_redirect_uri,
        ...(session !== undefined && { id_token_hint: session.id_token }),
      }).toString()
      return redirect(url.href, [sessions.end(request)])
    },
    async 'GET /logged-out'() {
      return html(200, pages.signedOut())
    },
    // #endregion

    // #region logout-token
    async 'POST /backchannel-logout'(request) {
      const token = new Map(parseForm(request.body)).get('logout_token') ?? ''
      const { sub, sid } = await readLogoutToken(app, config, token)
      // There is no cookie here: the browser takes no part. Without sid all sessions of the person are meant (§2.4).
      const isMeant = (session: Session) =>
        config.ends === 'sid' && sid !== undefined ? session.sid === sid : session.sub === sub
      sessions.endEvery(isMeant)
      // Nobody signed in any more is a success as well (§2.7).
      return json(200, {}, [['cache-control', 'no-store']])
    },
    // #endregion
  }
}
