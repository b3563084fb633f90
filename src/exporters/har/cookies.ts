/** The cookies of a message as HAR lists them, beside the header lines that carry them. */
import { type HttpRequest, type HttpResponse, headers, parseSetCookie } from '../../http/index.ts'

/** The pairs of the Cookie header (RFC 6265 §4.2.1). */
export function requestCookies(request: HttpRequest) {
  return headers(request, 'cookie')
    .flatMap((line) => line.split(';'))
    .flatMap((pair) => parseSetCookie(pair) ?? [])
    .map(({ name, value }) => ({ name, value }))
}

/** The cookies that a response sets; `now` (epoch milliseconds) is what `Max-Age` counts from. */
export function responseCookies(response: HttpResponse, now: number) {
  return headers(response, 'set-cookie').flatMap((line) => {
    const cookie = parseSetCookie(line)
    if (cookie === undefined) return []
    const { name, value, attributes } = cookie
    const { path, domain, samesite } = attributes
    const expires = expiry(attributes, now)
    return [
      {
        name,
        value,
        ...(path !== undefined && { path }),
        ...(domain !== undefined && { domain }),
        ...(expires !== undefined && { expires }),
        httpOnly: 'httponly' in attributes,
        secure: 'secure' in attributes,
        ...(samesite !== undefined && { sameSite: samesite }),
      },
    ]
  })
}

/** When a cookie ends, in ISO 8601; Max-Age goes before Expires (RFC 6265 §5.3). */
function expiry(attributes: Readonly<Record<string, string>>, now: number): string | undefined {
  const seconds = /^-?\d+$/.test(attributes['max-age'] ?? '') ? Number(attributes['max-age']) : undefined
  const time = seconds === undefined ? Date.parse(attributes.expires ?? '') : now + seconds * 1000
  // Beyond what a date can say there is no date; the cookie outlives everybody.
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined
}
