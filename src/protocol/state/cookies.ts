/** The cookies of the authorization server: who is signed in, which browser a sign-in page was shown in, which one is trusted. */
import { type HeaderLine, type HttpRequest, headers, serialiseSetCookie } from '../../http/index.ts'

/** `session` says who is signed in; `sign-in` ties a pending request to its browser, so that nobody signs in another one; `device` marks a trusted browser. */
export type CookieName = 'session' | 'sign-in' | 'device'

/** The value of a cookie, or `undefined`. */
export function readCookie(request: HttpRequest, name: CookieName, issuer: string): string | undefined {
  const prefix = `${fullName(name, issuer)}=`
  return headers(request, 'cookie')
    .flatMap((line) => line.split(';'))
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length)
}

/** Sets a cookie that no script reads and, unless `sameSite` says otherwise, that other sites send with top-level navigations only. */
export function setCookie(
  name: CookieName,
  value: string,
  maxAgeSeconds: number,
  issuer: string,
  sameSite: 'Lax' | 'None' = 'Lax',
): HeaderLine {
  const attributes = { Path: '/', 'Max-Age': String(maxAgeSeconds), HttpOnly: '', SameSite: sameSite }
  const line = serialiseSetCookie(
    fullName(name, issuer),
    value,
    isSecure(issuer) ? { ...attributes, Secure: '' } : attributes,
  )
  return ['set-cookie', line]
}

/** Removes a cookie. */
export function clearCookie(name: CookieName, issuer: string): HeaderLine {
  return setCookie(name, '', 0, issuer)
}

/** `__Host-` makes the browser refuse the cookie unless it is Secure, for `/`, and from this very host (RFC 6265bis §4.1.3.2). */
function fullName(name: CookieName, issuer: string): string {
  return isSecure(issuer) ? `__Host-authlane-${name}` : `authlane-${name}`
}

function isSecure(issuer: string): boolean {
  return new URL(issuer).protocol === 'https:'
}
