/** The app: it knows the broker alone, and keeps orders by the subject identifier that the broker gives. */
import { html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
  readIdToken,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, startPage } from './pages.ts'

/** What the session holds. */
export type Session = { readonly sub: string }

/** What the app works with. */
export interface App extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
  /** Orders by subject identifier. */
  readonly orders: Map<string, readonly string[]>
}

/** The routes of the app. */
export function createAppRoutes(app: App, config: ConfidentialClientConfig): Routes {
  const { pending, sessions, orders } = app
  return {
    // #region app
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage() : homePage(session.sub, orders.get(session.sub) ?? []))
    },

    async 'GET /login'() {
      const { url, signIn } = await beginSignIn(app, config)
      return redirect(url, [pending.start(signIn)])
    },

    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const tokens = await finishSignIn(app, config, { response: new URL(request.url).searchParams, signIn })
      const { sub } = readIdToken(app, config, tokens.id_token, signIn?.nonce ?? '')
      return redirect('/', [forgetSignIn, sessions.start({ sub: String(sub) })])
    },

    async 'POST /orders'(request) {
      const session = sessions.read(request)
      if (session !== undefined) {
        orders.set(session.sub, [...(orders.get(session.sub) ?? []), '100 prints of dunes.jpg'])
      }
      return redirect('/')
    },
    // #endregion
  }
}
