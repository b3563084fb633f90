/** The backend of a web app on its first day: a confidential client that signs people in (RFC 6749 §4.1, OpenID Connect Core §3.1). */
import { header, html, redirect } from '../../http/index.ts'
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

/** How the app is registered, and what its configuration says. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly userinfo_endpoint: string
  readonly api: string
  readonly sendsSecret: boolean
  readonly usesPkce: boolean
  /** Should be `redirect_uri` (RFC 6749 §4.1.3). */
  readonly token_redirect_uri: string
  readonly knownBy: 'sub' | 'email' | 'verified_email'
  /** Subject identifiers of those who may use the app; `undefined` lets anybody in. */
  readonly members: readonly string[] | undefined
  readonly prompt: 'nothing' | 'select_account'
  readonly comparesScope: boolean
  readonly hasSession: boolean
  readonly startButton: 'form' | 'link'
  readonly tokensKept: 'session' | 'process'
}

/** What the session holds; the token only where it is not kept apart. */
export type Session = { readonly name: string; readonly access_token?: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
  /** Access tokens by person, in the memory of this process. */
  readonly tokenCache: Map<string, string>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, pending, sessions, tokenCache } = app
  return {
    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage(config.startButton) : homePage(session.name))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'() {
      throw new SignInError('start_refused', 'No route matches GET /login: a sign-in starts with a form of this app.')
    },
    async 'POST /login'(request) {
      if (header(request, 'origin') !== new URL(config.redirect_uri).origin) {
        throw new SignInError('start_refused', 'Attack prevented: a sign-in starts with a form of this app.')
      }
      if (!config.hasSession) {
        throw new SignInError('session_missing', 'Signing in requires session support, and there is no session.')
      }
      const { prompt } = config
      const { url, signIn } = await beginSignIn(app, config, prompt === 'nothing' ? {} : { prompt })
      const address = new URL(url)
      if (!config.usesPkce) for (const name of PKCE_PARAMETERS) address.searchParams.delete(name)
      return redirect(address.href, [pending.start(signIn)])
    },
    // #endregion

    async 'GET /callback'(request) {
      // #region authorization-response
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const { grant, nonce } = acceptResponse(config, new URL(request.url).searchParams, signIn)
      // #endregion

      // #region token-request
      const { client_id, client_secret, token_redirect_uri: redirect_uri, sendsSecret } = config
      const credentials = [client_id, client_secret].map(encodeURIComponent).join(':')
      const response = await fetch(config.token_endpoint, {
        method: 'POST',
        headers: sendsSecret ? { authorization: `Basic ${btoa(credentials)}` } : {},
        body: new URLSearchParams({ ...grant, redirect_uri, ...(!sendsSecret && { client_id }) }),
      })
      const tokens = await response.json()
      if (!response.ok) throw new SignInError(tokens.error, tokens.error_description)
      if (config.comparesScope && tokens.scope !== config.scope) {
        const message = `Scope has changed from “${config.scope}” to “${tokens.scope}”.`
        throw new SignInError('granted_scope', message, { sent: tokens.scope, expected: config.scope })
      }
      if (tokens.id_token === undefined) {
        throw new SignInError('id_token_missing', 'There is no id_token in the token response.')
      }
      const { sub } = readIdToken(app, config, tokens.id_token, nonce)
      // #endregion

      // #region person
      if (config.members?.includes(String(sub)) === false) {
        throw new SignInError('account_unknown', 'This account may not use the app. Select an account that may.')
      }
      const name = config.knownBy === 'sub' ? String(sub) : await emailOf(tokens.access_token, String(sub))
      // #endregion

      // #region session
      const isApart = config.tokensKept === 'process'
      if (isApart) tokenCache.set(name, tokens.access_token)
      const session: Session = { name, ...(!isApart && { access_token: tokens.access_token }) }
      return redirect('/', [forgetSignIn, sessions.start(session)])
      // #endregion
    },

    // #region api-call
    async 'GET /photos'(request) {
      const session = sessions.read(request)
      if (session === undefined) return redirect('/')
      const access_token = session.access_token ?? tokenCache.get(session.name)
      if (access_token === undefined) {
        throw new SignInError('no_account', 'No account was found in the token cache.')
      }
      const response = await fetch(new URL('/photos', config.api), {
        headers: { authorization: `Bearer ${access_token}` },
      })
      if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
      return html(200, photosPage(await response.json()))
    },
    // #endregion
  }

  /** What the server says of the person whose token it is (OpenID Connect Core §5.3.2). */
  async function emailOf(access_token: string, expected: string): Promise<string> {
    // #region person
    const response = await fetch(config.userinfo_endpoint, { headers: { authorization: `Bearer ${access_token}` } })
    if (!response.ok) throw new SignInError('userinfo', `UserInfo answered ${response.status}.`)
    const { sub, email, email_verified } = await response.json()
    if (sub !== expected) throw new SignInError('userinfo_sub', 'UserInfo is about somebody else than the ID token.')
    if (email === undefined) throw new SignInError('missing_claim', 'The claim email is missing.')
    if (config.knownBy === 'verified_email' && email_verified !== true) {
      throw new SignInError('email_not_verified', 'The email address is not verified.')
    }
    return email
    // #endregion
  }
}

const PKCE_PARAMETERS = ['code_challenge', 'code_challenge_method']
