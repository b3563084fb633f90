/** The backend of a web app that signs people in: authorization code flow of a confidential client (RFC 6749 §4.1, §2.3.1). */
import { base64url, decodeJwt } from 'jose'
import { html, redirect } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ServerSessions } from '../server-sessions.ts'
import type { Routes } from '../web-routes.ts'
import { homePage, photosPage, startPage } from './pages.ts'

/** What the app knows of the authorization server, and how it is registered there. */
export interface ClientConfig {
  readonly issuer: string
  readonly client_id: string
  /** Known to this server and the authorization server. No browser ever sees it. */
  readonly client_secret: string
  readonly token_endpoint_auth_method: 'client_secret_basic' | 'client_secret_post'
  /** Whether both credentials are form-encoded before base64, as RFC 6749 §2.3.1 says. */
  readonly encodesCredentials: boolean
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
  /** Whether the callback answers with a redirect, so that reloading does not repeat it. */
  readonly redirectsAfterCallback: boolean
}

/** What must be remembered from the request to the response, for one browser. */
export type PendingSignIn = { readonly state: string; readonly nonce: string; readonly code_verifier: string }

/** What the session holds: the tokens stay on the server. */
export type Session = { readonly name: string; readonly access_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The authorization server, or the app itself, refused to go on. */
export class SignInError extends Error {
  readonly code: string
  readonly sent: string | undefined
  readonly expected: string | undefined

  constructor(code: string, message: string, comparison: { sent?: string | null; expected?: string | undefined } = {}) {
    super(message)
    this.name = 'SignInError'
    this.code = code
    this.sent = comparison.sent ?? undefined
    this.expected = comparison.expected
  }
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, crypto, pending, sessions } = app
  return {
    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage() : homePage(session.name))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
      const signIn = { state: randomText(), nonce: randomText(), code_verifier: randomText() }

      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
      const url = new URL('/authorize', config.issuer)
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: config.client_id,
        redirect_uri: config.redirect_uri,
        scope: config.scope,
        state: signIn.state,
        nonce: signIn.nonce,
        code_challenge: base64url.encode(new Uint8Array(digest)),
        code_challenge_method: 'S256',
      }).toString()
      return redirect(url.href, [pending.start(signIn)])
    },
    // #endregion

    async 'GET /callback'(request) {
      // #region authorization-response
      const response = new URL(request.url).searchParams
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)

      if (signIn === undefined || response.get('state') !== signIn.state) {
        throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.', {
          sent: response.get('state'),
          expected: signIn?.state,
        })
      }
      if (response.get('iss') !== config.issuer) {
        throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.', {
          sent: response.get('iss'),
          expected: config.issuer,
        })
      }
      if (response.has('error')) {
        throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
      }
      // #endregion

      // #region token-request
      const { client_id, client_secret } = config
      const encode = config.encodesCredentials ? encodeURIComponent : (text: string) => text
      const usesHeader = config.token_endpoint_auth_method === 'client_secret_basic'
      const answer = await fetch(new URL('/token', config.issuer), {
        method: 'POST',
        headers: usesHeader ? { authorization: `Basic ${btoa(`${encode(client_id)}:${encode(client_secret)}`)}` } : {},
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: response.get('code') ?? '',
          redirect_uri: config.redirect_uri,
          code_verifier: signIn.code_verifier,
          ...(usesHeader ? {} : { client_id, client_secret }),
        }),
      })
      const tokens = await answer.json()
      if (!answer.ok) throw new SignInError(tokens.error, tokens.error_description)
      // #endregion

      // #region session
      // Straight from the token endpoint over TLS, so the claims are checked and not the signature (OIDC Core §3.1.3.7).
      const claims = decodeJwt(tokens.id_token)
      const isForUs =
        claims.iss === config.issuer &&
        [claims.aud].flat().includes(client_id) &&
        claims.nonce === signIn.nonce &&
        (claims.exp ?? 0) > app.Date.now() / 1000
      if (!isForUs)
        throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')

      const session: Session = { name: String(claims.sub), access_token: tokens.access_token }
      const lines = [forgetSignIn, sessions.start(session)]
      return config.redirectsAfterCallback ? redirect('/', lines) : html(200, homePage(session.name), lines)
      // #endregion
    },

    // #region api-call
    async 'GET /photos'(request) {
      const session = sessions.read(request)
      if (session === undefined) return redirect('/login')
      const answer = await fetch(new URL('/photos', config.api), {
        headers: { authorization: `Bearer ${session.access_token}` },
      })
      // The access token is over. While the person is signed in at the authorization server, no page will ask.
      if (answer.status === 401) return redirect('/login', [sessions.end(request)])
      if (!answer.ok) throw new SignInError(`http_${answer.status}`, `The API answered ${answer.status}.`)
      return html(200, photosPage(await answer.json()))
    },
    // #endregion
  }
}
