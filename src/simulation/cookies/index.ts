/** The cookie jar of a simulated user agent: RFC 6265bis on virtual time, with a reason for everything it refuses. */
export type { CookieContext, CookieDecision } from './cookie.ts'
export { type CookieJar, createCookieJar } from './cookie-jar.ts'
export { isSameSite, registrableDomain } from './matching.ts'
