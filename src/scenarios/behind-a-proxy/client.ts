/** A web app behind a reverse proxy: it must know by which address browsers see it (RFC 7239 §5.4). */
import { type HeaderLine, type HttpRequest, type HttpResponse, header, html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, startPage } from './pages.ts'

/** How the app is registered, and what it believes about its address. */
export interface ClientConfig extends Omit<ConfidentialClientConfig, 'redirect_uri'> {
  /** Its address, where it is told. Default: it goes by the request. */
  readonly publicUrl?: string
  /** Whether what the proxy says of the first connection is believed. Safe only where nobody else can reach the app. */
  readonly trustsProxy: boolean
  /** Whether `Secure` cookies are left out on connections that are not: a habit of session libraries. */
  readonly withholdsCookies: boolean
}

/** What the session holds. */
export type Session = { readonly access_token: string }

/** What the app works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions } = app
  const registered = (request: HttpRequest) => ({ ...config, redirect_uri: `${publicUrl(request, config)}/callback` })

  /** A redirect with cookies, as far as the session library sets them. */
  function redirectWith(request: HttpRequest, location: string, cookies: readonly HeaderLine[]): HttpResponse {
    // #region cookies
    const isWithheld = config.withholdsCookies && schemeOf(request, config) === 'http'
    return redirect(location, isWithheld ? [] : cookies)
    // #endregion
  }

  return {
    // #region home
    async 'GET /'(request) {
      return html(200, sessions.read(request) === undefined ? startPage() : homePage())
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'(request) {
      const { url, signIn } = await beginSignIn(app, registered(request))
      return redirectWith(request, url, [pending.start(signIn)])
    },
    // #endregion

    // #region authorization-response
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const response = new URL(request.url).searchParams
      const { access_token } = await finishSignIn(app, registered(request), { response, signIn })
      return redirectWith(request, '/', [forgetSignIn, sessions.start({ access_token })])
    },
    // #endregion
  }
}

/** The address that browsers have for this app. */
function publicUrl(request: HttpRequest, config: ClientConfig): string {
  // #region public-address
  return config.publicUrl ?? `${schemeOf(request, config)}://${header(request, 'host')}`
  // #endregion
}

/** The scheme of the browser’s connection: that of the app’s own ends at the proxy. */
function schemeOf(request: HttpRequest, config: ClientConfig): string {
  // #region public-address
  const forwarded = config.trustsProxy ? header(request, 'forwarded') : undefined
  const proto = /(?:^|;)\s*proto=(\w+)/i.exec(forwarded ?? '')?.[1]
  return proto ?? new URL(request.url).protocol.slice(0, -1)
  // #endregion
}
