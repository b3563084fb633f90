/** The backend of a web app, and what signing out of it means (OpenID Connect RP-Initiated Logout). */
import { type HttpRequest, type HttpResponse, header, html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, signedOutPage, startPage } from './pages.ts'

/** How the app is registered, and what it does to sign out. */
export interface ClientConfig extends ConfidentialClientConfig {
  /** Whether “Sign out” is a link, so that a GET does it. */
  readonly signsOutByLink: boolean
  /** Whether that GET does nothing as long as it is a prefetch. */
  readonly sparesPrefetches: boolean
  /** Whether signing out also ends the session at the authorization server. */
  readonly endsProviderSession: boolean
  /** Whether the request says who signs out, by the ID token of the sign-in. */
  readonly sendsHint: boolean
  readonly end_session_endpoint: string
  readonly post_logout_redirect_uri: string
  /** Whether each sign-in asks for the password, whatever session the server has. */
  readonly asksAgain: boolean
}

/** The ID token is kept for the logout: it says whose session is to end. */
export type Session = { readonly id_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions } = app

  // #region local-session
  async function signOut(request: HttpRequest): Promise<HttpResponse> {
    const session = sessions.read(request)
    const endSession = sessions.end(request)
    if (!config.endsProviderSession) return redirect('/', [endSession])
    // #endregion

    // #region provider-session
    const url = new URL(config.end_session_endpoint)
    url.search = new URLSearchParams({
      client_id: config.client_id,
      post_logout_redirect_uri: config.post_logout_redirect_uri,
      // It may have expired: it names who is signing out and proves nothing else (OpenID Connect RP-Initiated Logout §2).
      ...(config.sendsHint && session !== undefined && { id_token_hint: session.id_token }),
    }).toString()
    return redirect(url.href, [endSession])
    // #endregion
  }

  return {
    // #region home
    async 'GET /'(request) {
      return html(200, sessions.read(request) === undefined ? startPage() : homePage(config))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      const { url, signIn } = await beginSignIn(app, config, config.asksAgain ? { prompt: 'login' } : {})
      return redirect(url, [pending.start(signIn)])
    },
    // #endregion

    // #region authorization-response
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const { id_token } = await finishSignIn(app, config, { response: new URL(request.url).searchParams, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ id_token })])
    },
    // #endregion

    'POST /logout': signOut,

    // #region local-session
    ...(config.signsOutByLink && {
      async 'GET /logout'(request) {
        // Nothing has been pressed yet. What is not stored is asked for again by the click.
        const isAhead = header(request, 'sec-purpose')?.startsWith('prefetch')
        if (config.sparesPrefetches && isAhead)
          return { status: 204, headers: [['cache-control', 'no-store']], body: '' }
        return signOut(request)
      },
    }),
    // #endregion

    // #region back-at-the-app
    async 'GET /logged-out'() {
      return html(200, signedOutPage())
    },
    // #endregion
  }
}
