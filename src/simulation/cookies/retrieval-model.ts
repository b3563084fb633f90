/** Whether a stored cookie goes out with a request: the requirements of RFC 6265bis §5.8.3, each refusal with its reason. */
import type { CookieContext, Refusal, RefusalCode, StoredCookie } from './cookie.ts'
import { domainMatches, isSameSiteRequest, isSecureConnection, pathMatches } from './matching.ts'

/** RFC 9110 §9.2.1. */
const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/** The "Lax-allowing-unsafe" mode (§5.6.7.2) and how it stands with one cookie: for how many seconds it holds, and whether they are over. */
export interface LaxAllowingUnsafe {
  readonly seconds: number
  readonly isOver: boolean
}

/** Why a cookie stays in the jar, or `undefined` when it is sent. Expiry is the jar's business. */
export function refuseToSend(
  cookie: StoredCookie,
  context: CookieContext,
  unsafe: LaxAllowingUnsafe,
): Refusal | undefined {
  const url = new URL(context.url)
  const matches = cookie.hostOnly ? cookie.domain === url.hostname : domainMatches(url.hostname, cookie.domain)
  if (!matches) {
    const scope = cookie.hostOnly
      ? `set without Domain: only ${cookie.domain} itself`
      : `only ${cookie.domain} and the hosts under it`
    return refusal(
      'domain-mismatch',
      `The request goes to ${url.hostname}, but the cookie was ${cookie.hostOnly ? '' : 'set for another domain: '}${scope} gets it.`,
    )
  }
  if (!pathMatches(url.pathname, cookie.path)) {
    return refusal(
      'path-mismatch',
      `The cookie is for ${cookie.path} and what lies under it; the request goes to ${url.pathname}.`,
    )
  }
  if (cookie.secure && !isSecureConnection(url)) {
    return refusal(
      'secure-over-http',
      `The cookie is Secure and ${url.origin} is not encrypted; it is sent over https and to loopback hosts only.`,
    )
  }
  if (cookie.httpOnly && context.api === 'script') {
    return refusal(
      'http-only',
      'The cookie is HttpOnly: scripts cannot read it, which keeps it from an injected script too.',
    )
  }
  return refuseCrossSite(cookie, context, unsafe)
}

/** Longer paths first, then older cookies (§5.8.3 step 4). */
export function compareForSending(one: StoredCookie, other: StoredCookie): number {
  return other.path.length - one.path.length || one.created - other.created
}

/** The cookie-string of cookies in their order (§5.8.3 step 6). */
export function serialiseCookies(cookies: readonly StoredCookie[]): string {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ')
}

function refuseCrossSite(cookie: StoredCookie, context: CookieContext, unsafe: LaxAllowingUnsafe): Refusal | undefined {
  if (cookie.sameSite === 'None' || isSameSiteRequest(context)) return undefined
  const from =
    context.siteForCookies === 'opaque' ? 'a frame inside of another site' : `${context.siteForCookies}, another site`
  if (cookie.sameSite === 'Strict') {
    return refusal(
      'same-site',
      `The cookie is SameSite=Strict and the request was caused by ${from}. Lax is for cookies that must survive a link or a redirect from elsewhere.`,
    )
  }
  // Only for a cookie that leaves SameSite out: who writes Lax gets Lax (§5.6.7.2).
  const isExcepted = cookie.sameSite === 'Default' && context.topLevelNavigation && unsafe.seconds > 0
  const isMethodFine = SAFE_METHODS.includes(context.method) || (isExcepted && !unsafe.isOver)
  if (context.api !== 'script' && context.topLevelNavigation && isMethodFine) return undefined
  const mode = cookie.sameSite === 'Lax' ? 'is SameSite=Lax' : 'has no SameSite, which counts as Lax,'
  const kind = context.topLevelNavigation ? `a ${context.method}, not a safe method` : 'not a top-level navigation'
  return refusal(
    'same-site',
    `The cookie ${mode} and the request was caused by ${from}; Lax then goes out with top-level GETs only, and this is ${kind}.${isExcepted ? ` This browser sends it with a POST for ${unsafe.seconds} seconds, and it is older.` : ''}`,
  )
}

function refusal(code: RefusalCode, reason: string): Refusal {
  return { code, reason, clause: 'RFC 6265bis §5.8.3' }
}
