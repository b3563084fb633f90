/** Reads a Set-Cookie line into the cookie that RFC 6265bis §5.7 would store, or the refusal that stops it. */
import { parseSetCookie } from '../../http/index.ts'
import { utf8 } from '../../lib/encoding.ts'
import type { CookieContext, Refusal, SameSite, StoredCookie } from './cookie.ts'
import { parseCookieDate } from './cookie-date.ts'
import { defaultPath, isPublicSuffix, isSecureConnection } from './matching.ts'
import { refuseToStore, storageRefusal } from './storage-rules.ts'

/** The longest life of a cookie: 400 days (§5.5). */
const LIFETIME_LIMIT_MS = 34_560_000_000
/** Octets of an attribute's value; a longer attribute is ignored (§5.6). */
const MAX_ATTRIBUTE_SIZE = 1024

/** A cookie that passed every check. */
export interface AcceptedCookie {
  readonly cookie: StoredCookie
  /** True when the server asked for more than 400 days and got 400. */
  readonly isShortened: boolean
}

/** Reads and checks one Set-Cookie line; `stored` are the jar's unexpired cookies, `now` is in epoch milliseconds. */
export function receiveCookie(
  line: string,
  context: CookieContext,
  stored: readonly StoredCookie[],
  now: number,
): AcceptedCookie | Refusal {
  const parsed = parseSetCookie(line)
  if (parsed === undefined) {
    return storageRefusal('empty', 2, 'The line has neither a name nor a value. Write it as name=value.')
  }
  const url = new URL(context.url)
  const attributes = new Map(
    Object.entries(parsed.attributes).filter(([, value]) => utf8(value).length <= MAX_ATTRIBUTE_SIZE),
  )
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? ''
  // A host that is itself a public suffix (localhost) may name itself; the cookie is then host-only (step 9).
  const domainAttribute = domain === url.hostname && isPublicSuffix(domain) ? '' : domain
  const path = attributes.get('path')
  const { expires, isShortened } = readExpiry(attributes, now)
  const cookie: StoredCookie = {
    name: parsed.name,
    value: parsed.value,
    domain: domainAttribute || url.hostname,
    hostOnly: domainAttribute === '',
    path: path?.startsWith('/') ? path : defaultPath(url.pathname),
    expires,
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: readSameSite(attributes.get('samesite')),
    created: now,
  }
  const refusal = refuseToStore({
    line,
    cookie,
    domainAttribute,
    hasPathAttribute: path !== undefined,
    host: url.hostname,
    isSecureConnection: isSecureConnection(url),
    context,
    stored,
  })
  return refusal ?? { cookie, isShortened }
}

function readExpiry(
  attributes: ReadonlyMap<string, string>,
  now: number,
): { expires: number | null; isShortened: boolean } {
  const asked = readMaxAge(attributes.get('max-age'), now) ?? parseCookieDate(attributes.get('expires') ?? '')
  if (asked === undefined) return { expires: null, isShortened: false }
  const limit = now + LIFETIME_LIMIT_MS
  return { expires: Math.min(asked, limit), isShortened: asked > limit }
}

/** Max-Age as epoch milliseconds; it wins over Expires (step 6), and zero or less expires at once (§5.6.2). */
function readMaxAge(value: string | undefined, now: number): number | undefined {
  if (value === undefined || !/^-?\d+$/.test(value)) return undefined
  return now + Math.max(0, Number(value)) * 1000
}

function readSameSite(value: string | undefined): SameSite {
  const modes = ['Strict', 'Lax', 'None'] as const
  return modes.find((mode) => mode.toLowerCase() === value?.toLowerCase()) ?? 'Default'
}
