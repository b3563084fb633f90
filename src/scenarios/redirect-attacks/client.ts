/** The backend of a web app, with everything that keeps a code where it belongs as a switch (RFC 6749 §4.1, RFC 9700 §4). */
import { base64url, decodeJwt } from 'jose'
import { type HttpRequest, type HttpResponse, html, redirect } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { almostDonePage, homePage, photosPage, startPage } from './pages.ts'

/** What the app knows of the authorization server, how it is registered there, and what it does. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly redirect_uri: string
  readonly api: string
  readonly usesPkce: boolean
  /** Whether a response must have the state of the sign-in that this browser began. */
  readonly checksState: boolean
  /** Whether the ID token must have the nonce of the sign-in that this browser began. */
  readonly usesNonce: boolean
  /** `later` shows a page first, and redeems the code when the person goes on. */
  readonly redeems: 'at_once' | 'later'
  /** What the app's pages tell other sites of their address. */
  readonly referrerPolicy: string
  /** Where `/go` leads: to these origins only, or anywhere. */
  readonly goesTo: readonly string[] | 'anywhere'
}

/** What must be remembered from the request to the response, for one browser. */
export type PendingSignIn = {
  readonly state: string
  readonly code_verifier: string
  readonly nonce?: string
  /** A code that has come and is not redeemed yet. */
  readonly code?: string
}

/** What the session holds. */
export type Session = { readonly name: string; readonly access_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, pending, sessions } = app
  const page = (body: string) => html(200, body, [['referrer-policy', config.referrerPolicy]])

  async function signedIn(request: HttpRequest, signIn: PendingSignIn, code: string): Promise<HttpResponse> {
    const forgetSignIn = pending.end(request)
    const session = await redeem(app, config, { signIn, code })
    return redirect('/', [forgetSignIn, sessions.start(session)])
  }

  return {
    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return page(session === undefined ? startPage() : homePage(session.name))
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
      const response = new URL(request.url).searchParams
      const signIn = pending.read(request)
      if (signIn === undefined || (config.checksState && response.get('state') !== signIn.state)) {
        throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.', {
          sent: response.get('state'),
          expected: signIn?.state,
        })
      }
      if (response.has('error')) {
        throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
      }
      const code = response.get('code') ?? ''
      if (config.redeems === 'at_once') return signedIn(request, signIn, code)

      // The page that comes now has the code in its address, and nobody has used it yet.
      pending.replace(request, { ...signIn, code })
      return page(almostDonePage())
    },

    async 'POST /continue'(request) {
      const signIn = pending.read(request)
      if (signIn?.code === undefined) return redirect('/')
      return signedIn(request, signIn, signIn.code)
    },
    // #endregion

    // #region api-call
    async 'GET /photos'(request) {
      const session = sessions.read(request)
      if (session === undefined) return redirect('/')
      const response = await fetch(new URL('/photos', config.api), {
        headers: { authorization: `Bearer ${session.access_token}` },
      })
      if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
      return page(photosPage(session.name, await response.json()))
    },
    // #endregion

    // #region redirector
    async 'GET /go'(request) {
      const target = new URL(request.url).searchParams.get('to') ?? ''
      const isKnown = URL.canParse(target) && config.goesTo.includes(new URL(target).origin)
      if (config.goesTo !== 'anywhere' && !isKnown) {
        throw new SignInError('unknown_target', 'This page does not lead there.', { sent: target })
      }
      return redirect(target)
    },
    // #endregion
  }
}

/** The address to send the browser to, and what to remember until it is back (RFC 6749 §4.1.1, RFC 7636 §4.3). */
async function beginSignIn(app: WebApp, config: ClientConfig): Promise<{ url: string; signIn: PendingSignIn }> {
  const { crypto } = app
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const nonce = config.usesNonce ? { nonce: randomText() } : {}
  const signIn: PendingSignIn = { state: randomText(), code_verifier: randomText(), ...nonce }

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
  const url = new URL(config.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: 'openid photos:read',
    state: signIn.state,
    ...nonce,
    ...(config.usesPkce && {
      code_challenge: base64url.encode(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    }),
  }).toString()
  return { url: url.href, signIn }
  // #endregion
}

/** Exchanges the code, and looks at the ID token before any other token is used (RFC 9700 §4.5.3.2). Throws {@link SignInError}. */
async function redeem(
  app: WebApp,
  config: ClientConfig,
  { signIn, code }: { signIn: PendingSignIn; code: string },
): Promise<Session> {
  const { fetch, Date: clock } = app
  // #region token-request
  const { issuer, client_id, client_secret, redirect_uri } = config
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri,
      ...(config.usesPkce && { code_verifier: signIn.code_verifier }),
    }),
  })
  const tokens = await response.json()
  if (!response.ok) throw new SignInError(tokens.error, tokens.error_description)

  const { iss, aud, exp = 0, sub, nonce } = decodeJwt(tokens.id_token)
  const isForUs = iss === issuer && aud === client_id && exp > clock.now() / 1000
  if (!isForUs || nonce !== signIn.nonce) {
    throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')
  }
  return { name: String(sub), access_token: tokens.access_token }
  // #endregion
}
