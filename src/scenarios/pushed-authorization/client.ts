/** The backend of a web app that hands its authorization request over before it sends the browser (RFC 9126). */
import { base64url } from 'jose'
import { html, redirect } from '../../http/index.ts'
import {
  acceptResponse,
  type ConfidentialClientConfig,
  type PendingSignIn,
  readIdToken,
  requestTokens,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, startPage } from './pages.ts'

/** How the app is registered. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly pushed_authorization_request_endpoint: string
  /** The client that the browser is sent with; another one where two configurations were mixed up. */
  readonly browser_client_id: string
}

/** What the app asks for, as parameters (RFC 6749 §4.1.1). */
export type RequestParameters = Readonly<Record<string, string>>

/** How the request gets to the authorization server: what the browser carries of it. Each `request-….ts` is one way. */
export type HandOver = (
  globals: ServerGlobals,
  config: ClientConfig,
  parameters: RequestParameters,
) => Promise<RequestParameters>

/** What the session holds: the token stays on the server. */
export type Session = { readonly name: string; readonly access_token: string; readonly scope: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
  readonly handOver: HandOver
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { crypto, handOver, pending, sessions } = app
  return {
    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage() : homePage(session.name, session.scope))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
      const signIn = { state: randomText(), nonce: randomText(), code_verifier: randomText() }
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
      const carried = await handOver(app, config, {
        response_type: 'code',
        client_id: config.client_id,
        redirect_uri: config.redirect_uri,
        scope: config.scope,
        state: signIn.state,
        nonce: signIn.nonce,
        code_challenge: base64url.encode(new Uint8Array(digest)),
        code_challenge_method: 'S256',
      })
      const url = new URL(config.authorization_endpoint)
      url.search = new URLSearchParams(carried).toString()
      return redirect(url.href, [pending.start(signIn)])
    },
    // #endregion

    async 'GET /callback'(request) {
      // #region authorization-response
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const { grant, nonce } = acceptResponse(config, new URL(request.url).searchParams, signIn)
      // #endregion

      // #region session
      const tokens: { access_token: string; id_token: string; scope?: string } = await requestTokens(app, config, grant)
      const { sub } = readIdToken(app, config, tokens.id_token, nonce)
      const { access_token, scope = config.scope } = tokens
      return redirect('/', [forgetSignIn, sessions.start({ name: String(sub), access_token, scope })])
      // #endregion
    },
  }
}
