/** The backend of a web app that leaves the sign-in to a server, and does not know how people prove there who they are. */
import { html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
  requestTokens,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, startPage } from './pages.ts'

/** How the app is registered, and whose answers it takes. */
export interface ClientConfig extends ConfidentialClientConfig {
  /** In the browser that began the sign-in, or in whichever brings an answer. */
  readonly redeemsIn: 'asking' | 'any'
}

/** What the session holds. */
export type Session = { readonly id_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions } = app
  return {
    // #region authorization-request
    async 'GET /'(request) {
      return html(200, sessions.read(request) === undefined ? startPage() : homePage())
    },

    async 'GET /login'() {
      const { url, signIn } = await beginSignIn(app, config)
      if (config.redeemsIn === 'any') return redirect(withoutBinding(url))
      return redirect(url, [pending.start(signIn)])
    },
    // #endregion

    // #region authorization-response
    async 'GET /callback'(request) {
      const response = new URL(request.url).searchParams
      if (config.redeemsIn === 'any') {
        const { redirect_uri } = config
        const grant = { grant_type: 'authorization_code', code: response.get('code') ?? '', redirect_uri }
        const { id_token } = await requestTokens(app, config, grant)
        return redirect('/', [sessions.start({ id_token })])
      }
      const signIn = pending.read(request)
      // State and verifier are kept for the browser that began. Whoever else brings a code gets nothing for it.
      if (signIn === undefined) {
        throw new SignInError(
          'code_verifier_missing',
          'PKCE code verifier not found in storage: the sign-in was begun in a different browser or device.',
        )
      }
      const forgetSignIn = pending.end(request)
      const { id_token } = await finishSignIn(app, config, { response, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ id_token })])
    },
    // #endregion
  }
}

/** The request without what only the browser that began could prove: what some switch to when the link fails on the phone. */
function withoutBinding(url: string): string {
  const open = new URL(url)
  for (const name of ['code_challenge', 'code_challenge_method', 'nonce']) open.searchParams.delete(name)
  return open.href
}
