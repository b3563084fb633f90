/** The backend of a web app that signs people in: authorization code flow of a confidential client (RFC 6749 §4.1, §2.3.1). */
import { type HttpRequest, type HttpResponse, html, redirect } from '../../http/index.ts'
import {
  acceptResponse,
  beginSignIn,
  type ConfidentialClientConfig,
  type PendingSignIn,
  readIdToken,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, photosPage, startPage } from './pages.ts'

/** How the app is registered, and what it does. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly token_endpoint_auth_method: 'client_secret_basic' | 'client_secret_post'
  /** Whether both credentials are form-encoded before base64, as RFC 6749 §2.3.1 says. */
  readonly encodesCredentials: boolean
  readonly api: string
  /** Whether the callback responds with a redirect, so that reloading does not repeat it. */
  readonly redirectsAfterCallback: boolean
  /** How the answer is to come back; left out, it comes in the query. */
  readonly response_mode?: 'form_post'
}

/** What the session holds: the tokens stay on the server. */
export type Session = { readonly name: string; readonly access_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, pending, sessions } = app

  async function finishSignIn(request: HttpRequest, answer: URLSearchParams): Promise<HttpResponse> {
    // #region authorization-response
    const signIn = pending.read(request)
    const forgetSignIn = pending.end(request)
    const { grant, nonce } = acceptResponse(config, answer, signIn)
    // #endregion

    // #region token-request
    const { client_id, client_secret } = config
    const encode = config.encodesCredentials ? encodeURIComponent : (text: string) => text
    const usesHeader = config.token_endpoint_auth_method === 'client_secret_basic'
    const response = await fetch(config.token_endpoint, {
      method: 'POST',
      headers: usesHeader ? { authorization: `Basic ${btoa(`${encode(client_id)}:${encode(client_secret)}`)}` } : {},
      body: new URLSearchParams({ ...grant, ...(usesHeader ? {} : { client_id, client_secret }) }),
    })
    const tokens = await response.json()
    if (!response.ok) throw new SignInError(tokens.error, tokens.error_description)
    // #endregion

    // #region session
    const { sub } = readIdToken(app, config, tokens.id_token, nonce)
    const session: Session = { name: String(sub), access_token: tokens.access_token }
    const lines = [forgetSignIn, sessions.start(session)]
    return config.redirectsAfterCallback ? redirect('/', lines) : html(200, homePage(session.name), lines)
    // #endregion
  }

  return {
    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage() : homePage(session.name))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      const mode = config.response_mode
      const { url, signIn } = await beginSignIn(app, config, mode && { response_mode: mode })
      return redirect(url, [pending.start(signIn)])
    },
    // #endregion

    // #region authorization-response
    'GET /callback': (request) => finishSignIn(request, new URL(request.url).searchParams),
    // With form_post the same parameters come in a form, which a page of the authorization server posts.
    'POST /callback': (request) => finishSignIn(request, new URLSearchParams(request.body)),
    // #endregion

    // #region api-call
    async 'GET /photos'(request) {
      const session = sessions.read(request)
      if (session === undefined) return redirect('/login')
      const response = await fetch(new URL('/photos', config.api), {
        headers: { authorization: `Bearer ${session.access_token}` },
      })
      // The access token no longer works. While the person is signed in at the authorization server, they see no page.
      if (response.status === 401) return redirect('/login', [sessions.end(request)])
      if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
      return html(200, photosPage(await response.json()))
    },
    // #endregion
  }
}
