/** A web app that signs people in and keeps what it has of them under the key in a cookie. */
import { type HttpRequest, html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { photosPage, startPage } from './pages.ts'

/** How the app is registered. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly api: string
  /** Whether a key in the address is the browser’s, as one in a cookie is. */
  readonly takesKeyFromAddress: boolean
}

/** A session key in an address. */
export type AddressKey = { readonly sid?: string }

/** What is remembered of a sign-in under way. */
export type Pending = PendingSignIn & AddressKey

/** What a session holds. */
export type Session = { readonly access_token: string }

/** What the app works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<Pending>
  readonly sessions: ServerSessions<Session>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { pending, sessions } = app

  /** For browsers without cookies: the key goes from page to page, and whoever wrote the link has chosen it. */
  function keyIn({ url }: HttpRequest): AddressKey {
    // #region photos
    const sid = new URL(url).searchParams.get('sid')
    return config.takesKeyFromAddress && sid !== null ? { sid } : {}
    // #endregion
  }

  return {
    // #region photos
    async 'GET /'(request) {
      const session = sessions.read(request)
      if (session === undefined) return html(200, startPage(keyIn(request)))
      const authorization = `Bearer ${session.access_token}`
      const response = await app.fetch(new URL('/photos', config.api), { headers: { authorization } })
      return html(response.ok ? 200 : 502, photosPage(await response.text()))
    },
    // #endregion

    // #region authorization-request
    async 'GET /login'(request) {
      const { url, signIn } = await beginSignIn(app, config)
      return redirect(url, [pending.start({ ...signIn, ...keyIn(request) })])
    },
    // #endregion

    // #region authorization-response
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      const forgetSignIn = pending.end(request)
      const response = new URL(request.url).searchParams
      const { access_token } = await finishSignIn(app, config, { response, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ access_token }, request, signIn?.sid)])
    },
    // #endregion
  }
}
