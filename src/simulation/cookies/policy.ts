/** When a user agent uses no cookies at all for a request: fetch's credentials mode, and blocked third-party cookies. */
import type { CookieContext, Refusal } from './cookie.ts'
import { isSameSiteRequest } from './matching.ts'

/** How a jar treats cookies of another site than the one in the address bar (RFC 6265bis §7.1 leaves it to the user agent). */
export interface CookiePolicy {
  readonly thirdPartyCookies: 'allow' | 'block'
  /**
   * For how many seconds a cookie that names no SameSite goes out with other sites' top-level POSTs too (RFC 6265bis §5.6.7.2
   * leaves it to the user agent). Default: 0.
   */
  readonly laxAllowingUnsafeSeconds?: number
}

/** The refusal that holds for every cookie of a request, if there is one. */
export function refuseAllCookies(context: CookieContext, policy: CookiePolicy): Refusal | undefined {
  const credentials = context.credentials ?? 'include'
  const origin = new URL(context.url).origin
  if (credentials === 'omit') {
    return {
      code: 'credentials',
      reason: 'The request was made with credentials: “omit”: no cookie is sent with it, none in its answer is stored.',
      clause: 'Fetch §2.2.5',
    }
  }
  if (credentials === 'same-origin' && originOf(context) !== origin) {
    return {
      code: 'credentials',
      reason: `The request goes to another origin (${origin}) and fetch sends cookies only to its own unless it is told credentials: “include”.`,
      clause: 'Fetch §2.2.5',
    }
  }
  if (policy.thirdPartyCookies === 'block' && !context.topLevelNavigation && !isSameSiteRequest(context)) {
    return {
      code: 'third-party',
      reason: `${origin} is not the site in the address bar, and this browser blocks third-party cookies. A top-level redirect still has them.`,
      clause: 'RFC 6265bis §7.1',
    }
  }
  return undefined
}

/** The origin that makes the request; the target's own when the person makes it. */
function originOf(context: CookieContext): string {
  const initiator = context.initiator ?? context.siteForCookies ?? context.url
  return URL.canParse(initiator) ? new URL(initiator).origin : 'null'
}
