/** A web app that signs people in and keeps what it has of them under the key in a cookie. */
import { html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { photosPage, startPage } from './pages.ts'

/** How the app is registered. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly api: string
}

/** What a session holds. */
export type Session = { readonly access_token: string }

/** What the app works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions } = app
  return {
    // #region photos
    async 'GET /'(request) {
      const session = sessions.read(request)
      if (session === undefined) return html(200, startPage())
      const authorization = `Bearer ${session.access_token}`
      const response = await app.fetch(new URL('/photos', config.api), { headers: { authorization } })
      return html(response.ok ? 200 : 502, photosPage(await response.text()))
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
      const response = new URL(request.url).searchParams
      const { access_token } = await finishSignIn(app, config, { response, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ access_token }, request)])
    },
    // #endregion
  }
}
