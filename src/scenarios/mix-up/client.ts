/** The backend of an app that works with several authorization servers, and must not take one for the other (RFC 9700 §4.4, RFC 9207). */
import { base64url } from 'jose'
import { type HttpHandler, html, redirect } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, photosPage, startPage } from './pages.ts'

/** An authorization server that the app works with, as its metadata say, and how the app is registered there. */
export interface KnownServer {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  /** Given at registration; without one the app is a public client there. */
  readonly client_secret?: string
  /** The same for all servers, or one for each. */
  readonly redirect_uri: string
  /** Where the photos are that its tokens open. */
  readonly api: string
}

/** What the app does. */
export interface ClientConfig {
  /** By the name that stands in the app’s addresses. */
  readonly servers: Readonly<Record<string, KnownServer>>
  /** Whether a response must say who sent it (RFC 9207 §2.4). */
  readonly comparesIssuer: boolean
  /** Whether a response must come to the redirect URI of the server that was asked (RFC 9700 §4.4.2.2). */
  readonly comparesRedirectUri: boolean
  readonly usesPkce: boolean
}

/** What must be remembered from the request to the response, for one browser: above all, which server was asked. */
export type PendingSignIn = { readonly server: string; readonly state: string; readonly code_verifier: string }

/** What the session holds. */
export type Session = { readonly server: string; readonly access_token: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, pending, sessions } = app
  const names = Object.keys(config.servers)

  const login = (name: string): HttpHandler => {
    return async () => {
      const { url, signIn } = await beginSignIn(app, config, name)
      return redirect(url, [pending.start(signIn)])
    }
  }

  const callback: HttpHandler = async (request) => {
    const signIn = pending.read(request)
    const forgetSignIn = pending.end(request)
    const session = await finishSignIn(app, config, new URL(request.url), signIn)
    return redirect('/', [forgetSignIn, sessions.start(session)])
  }

  return {
    ...Object.fromEntries(names.map((name) => [`GET /login/${name}`, login(name)])),
    ...Object.fromEntries(
      Object.values(config.servers).map(({ redirect_uri }) => [`GET ${new URL(redirect_uri).pathname}`, callback]),
    ),

    // #region home
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage(names) : homePage(session.server))
    },
    // #endregion

    // #region api-call
    async 'GET /photos'(request) {
      const session = sessions.read(request)
      const server = config.servers[session?.server ?? '']
      if (session === undefined || server === undefined) return redirect('/')
      const response = await fetch(new URL('/photos', server.api), {
        headers: { authorization: `Bearer ${session.access_token}` },
      })
      if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
      return html(200, photosPage(session.server, await response.json()))
    },
    // #endregion
  }
}

/** The address to send the browser to, and what to remember until it is back (RFC 6749 §4.1.1, RFC 7636 §4.3). */
async function beginSignIn(
  app: WebApp,
  { servers, usesPkce }: ClientConfig,
  name: string,
): Promise<{ url: string; signIn: PendingSignIn }> {
  const { crypto } = app
  // #region authorization-request
  const server = knownServer(servers, name)
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  // Whose answer is awaited is remembered here, on the server, and never read from the answer.
  const signIn: PendingSignIn = { server: name, state: randomText(), code_verifier: randomText() }

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
  const url = new URL(server.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: server.client_id,
    redirect_uri: server.redirect_uri,
    scope: 'photos:read',
    state: signIn.state,
    ...(usesPkce && {
      code_challenge: base64url.encode(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    }),
  }).toString()
  return { url: url.href, signIn }
  // #endregion
}

/** Makes sure that the response is from the server that was asked, and only then sends it the code. Throws {@link SignInError}. */
async function finishSignIn(
  app: WebApp,
  config: ClientConfig,
  address: URL,
  signIn: PendingSignIn | undefined,
): Promise<Session> {
  const { fetch } = app
  // #region authorization-response
  const response = address.searchParams
  if (signIn === undefined || response.get('state') !== signIn.state) {
    throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.', {
      sent: response.get('state'),
      expected: signIn?.state,
    })
  }
  const server = knownServer(config.servers, signIn.server)
  if (config.comparesIssuer && response.get('iss') !== server.issuer) {
    throw new SignInError('issuer_mismatch', 'This response does not come from the server that was asked.', {
      sent: response.get('iss'),
      expected: server.issuer,
    })
  }
  const arrivedAt = `${address.origin}${address.pathname}`
  if (config.comparesRedirectUri && arrivedAt !== server.redirect_uri) {
    throw new SignInError('callback_mismatch', 'This response came to the address of another server.', {
      sent: arrivedAt,
      expected: server.redirect_uri,
    })
  }
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  // #endregion

  // #region token-request
  const { client_id, client_secret } = server
  const tokenResponse = await fetch(server.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: server.redirect_uri,
      client_id,
      ...(client_secret !== undefined && { client_secret }),
      ...(config.usesPkce && { code_verifier: signIn.code_verifier }),
    }),
  })
  const tokens = await tokenResponse.json()
  if (!tokenResponse.ok) throw new SignInError(tokens.error, tokens.error_description)
  return { server: signIn.server, access_token: tokens.access_token }
  // #endregion
}

function knownServer(servers: ClientConfig['servers'], name: string): KnownServer {
  const server = servers[name]
  if (server === undefined) throw new SignInError('unknown_server', 'The app does not work with this server.')
  return server
}
