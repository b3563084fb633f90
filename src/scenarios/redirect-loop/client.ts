/** A web app whose pages need a session: whoever comes without one is sent to sign in, and comes back (RFC 6749 §4.1). */
import { decodeJwt } from 'jose'
import { type HttpRequest, type HttpResponse, html, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
} from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { photosPage } from './pages.ts'
import type { AppCookies, Session } from './sessions.ts'

/** How the app is registered, and how it guards its pages. */
export interface ClientConfig extends ConfidentialClientConfig {
  readonly api: string
  /** Whether the guard stands before the callback, too. */
  readonly guardsCallback: boolean
  /** How far the clocks of app and server may differ, in seconds. */
  readonly leeway: number
  readonly stopsLoops: boolean
  /** Whether a failed sign-in is followed by the next one instead of a page that says why. */
  readonly ignoresErrors: boolean
}

/** What the app works with. */
export interface WebApp extends ServerGlobals {
  readonly cookies: AppCookies
  /** Writes to the app’s log why somebody has to sign in. */
  log(refusal: SignInError): void
}

/** So many sign-ins in a row are no coincidence. */
const MOST_TRIES = 2

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, cookies, Date: clock } = app

  // #region guard
  /** Lets whoever has a session pass, and sends everybody else to sign in. */
  async function guard(request: HttpRequest, page: (session: Session) => Promise<HttpResponse>): Promise<HttpResponse> {
    const session = await cookies.session(request)
    if (session !== undefined && isCurrent(session)) return page(session)
    const tries = cookies.tries(request)
    if (config.stopsLoops && tries >= MOST_TRIES) {
      const what = session === undefined ? 'brings no session cookie' : 'brings a session that is not good'
      throw new SignInError('redirect_loop', `Signed in ${tries} times in a row, and the browser ${what}.`)
    }
    const counted = config.stopsLoops ? [cookies.countTries(tries + 1)] : []
    // #endregion

    // #region authorization-request
    const { url, signIn } = await beginSignIn(app, config)
    return redirect(url, [...(await cookies.startSignIn(request, signIn)), ...counted])
    // #endregion
  }

  // #region guard
  /** Whether the sign-in was in the past and is not over, by the app’s own clock. */
  function isCurrent({ id_token }: Session): boolean {
    const { iat = 0, exp = 0 } = decodeJwt(id_token)
    const now = Math.floor(clock.now() / 1000)
    if (iat <= now + config.leeway) return exp > now - config.leeway
    const times = { sent: String(iat), expected: `${now + config.leeway} at most` }
    app.log(new SignInError('issued_in_the_future', 'The ID token is not yet valid: iat is in the future.', times))
    return false
  }
  // #endregion

  async function callback(request: HttpRequest): Promise<HttpResponse> {
    // #region authorization-response
    const response = new URL(request.url).searchParams
    const signIn = await cookies.signIn(request, response.get('state'))
    try {
      const { id_token, access_token } = await finishSignIn(app, config, { response, signIn })
      const session = await cookies.startSession({ id_token, access_token })
      return redirect('/photos', [session, ...cookies.endSignIn(signIn)])
    } catch (error) {
      if (!(error instanceof SignInError && config.ignoresErrors)) throw error
      app.log(error)
      return redirect('/photos')
    }
    // #endregion
  }

  return {
    'GET /auth/callback': (request) =>
      config.guardsCallback ? guard(request, () => callback(request)) : callback(request),

    // #region api-call
    'GET /photos': (request) =>
      guard(request, async ({ access_token }) => {
        const response = await fetch(new URL('/photos', config.api), {
          headers: { authorization: `Bearer ${access_token}` },
        })
        if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
        return html(200, photosPage(await response.json()), config.stopsLoops ? [cookies.countTries(0)] : [])
      }),
    // #endregion
  }
}
