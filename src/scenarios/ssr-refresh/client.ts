/** An app that renders its pages on a server and keeps its tokens in the browser’s cookie: a middleware, then the page (RFC 6749 §6). */
import { base64url } from 'jose'
import { type HeaderLine, type HttpHandler, type HttpRequest, header, html, json } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, photosPage, signedOutPage } from './pages.ts'

/** How the app is registered, and where it refreshes. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly api: string
  /** `rendering`: in the code of the page, which can set no cookie. */
  readonly refreshesIn: 'middleware' | 'rendering'
  /** Whether what is rendered after a refresh is given the new tokens. */
  readonly handsOn: boolean
  /** Whether requests that need the same refresh wait for one. */
  readonly sharesRefresh: boolean
}

/** What the cookie holds. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  /** Epoch seconds. */
  readonly expires_at: number
}

/** What the server works with. */
export interface RenderingApp extends ServerGlobals {
  /** Refreshes under way, by the refresh token that they spend. */
  readonly renewals: Map<string, Promise<Tokens>>
}

/** The refresh was refused: only a new sign-in helps. */
class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

const COOKIE = '__Host-session'

/** Answers pages, and the data that pages ask for. */
export function createHandler(app: RenderingApp, config: ClientConfig): HttpHandler {
  const isFresh = ({ expires_at }: Tokens) => expires_at * 1000 > app.Date.now()

  // #region middleware
  /** Runs before anything is rendered, for every request. */
  async function middleware(request: HttpRequest) {
    const stored = readCookie(request)
    if (stored === undefined) return ended(request, 'There is no session.')
    try {
      if (isFresh(stored) || config.refreshesIn === 'rendering') return await render(request, stored)
      const renewed = await renew(stored)
      // The request still has the old cookie, so the page is told; the browser, so that its next request is right.
      const response = await render(request, config.handsOn ? renewed : stored)
      return { ...response, headers: [...response.headers, cookieLine(renewed)] }
    } catch (error) {
      if (error instanceof SignedOutError) return ended(request, error.message, [cookieLine(undefined)])
      throw error
    }
  }
  // #endregion

  // #region rendering
  /** Calls the API for a page, or for a part of one. */
  async function render(request: HttpRequest, given: Tokens) {
    const { pathname } = new URL(request.url)
    if (pathname === '/') return html(200, homePage())
    // A page may be on its way to the browser before its parts are done, so nothing here can set a cookie.
    const needsTokens = config.refreshesIn === 'rendering' && !isFresh(given)
    const { access_token } = needsTokens ? await renew(given) : given
    const response = await app.fetch(new URL(pathname.replace('/data', ''), config.api), {
      headers: { authorization: `Bearer ${access_token}` },
    })
    const data = await response.json()
    if (isData(request)) return json(response.status, data, [['cache-control', 'no-store']])
    return html(200, response.ok ? photosPage(data) : homePage(`The API answered ${response.status}.`))
  }
  // #endregion

  // #region refresh
  /** New tokens; with `sharesRefresh` those of a refresh that is under way already. */
  function renew(stored: Tokens): Promise<Tokens> {
    const { refresh_token } = stored
    const underWay = config.sharesRefresh ? app.renewals.get(refresh_token) : undefined
    if (underWay !== undefined) return underWay
    const renewal = requestTokens(app, config, stored).finally(() => app.renewals.delete(refresh_token))
    app.renewals.set(refresh_token, renewal)
    return renewal
  }
  // #endregion

  return middleware
}

async function requestTokens(
  app: ServerGlobals,
  { token_endpoint, client_id, client_secret }: ClientConfig,
  { refresh_token }: Tokens,
): Promise<Tokens> {
  // #region refresh
  const response = await app.fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id, client_secret }),
  })
  const body = await response.json()
  if (!response.ok) throw new SignedOutError(`${body.error}: ${body.error_description}`)
  const expires_at = Math.floor(app.Date.now() / 1000) + body.expires_in
  // Without rotation the old refresh token stays in use.
  return { access_token: body.access_token, refresh_token: body.refresh_token ?? refresh_token, expires_at }
  // #endregion
}

/** Nobody is signed in: a page for a person, a status for a script. */
function ended(request: HttpRequest, reason: string, lines: readonly HeaderLine[] = []) {
  return isData(request) ? json(401, { error: 'no_session' }, lines) : html(200, signedOutPage(reason), lines)
}

function isData({ url }: HttpRequest): boolean {
  return new URL(url).pathname.startsWith('/data/')
}

/** The line that keeps tokens in the browser, or removes them. */
export function cookieLine(tokens: Tokens | undefined): HeaderLine {
  const value = tokens === undefined ? '' : base64url.encode(JSON.stringify(tokens))
  const end = tokens === undefined ? '; Max-Age=0' : ''
  return ['set-cookie', `${COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${end}`]
}

function readCookie(request: HttpRequest): Tokens | undefined {
  const pairs = (header(request, 'cookie') ?? '').split('; ')
  const value = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  return value === undefined ? undefined : JSON.parse(new TextDecoder().decode(base64url.decode(value)))
}
