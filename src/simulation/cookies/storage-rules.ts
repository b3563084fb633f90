/** Why a received cookie is not stored: the refusals of RFC 6265bis §5.7, one rule a step. */
import { utf8 } from '../../lib/encoding.ts'
import { type CookieContext, quoteName, type Refusal, type RefusalCode, type StoredCookie } from './cookie.ts'
import { domainMatches, isPublicSuffix, isSameSiteRequest, pathMatches } from './matching.ts'

/** Octets of name and value together (step 4). */
const MAX_SIZE = 4096

/** A Set-Cookie line, read and placed in its context. */
export interface ReceivedCookie {
  readonly line: string
  /** What would be stored. */
  readonly cookie: StoredCookie
  /** The Domain attribute without a leading dot; `''` when there is none that counts. */
  readonly domainAttribute: string
  readonly hasPathAttribute: boolean
  readonly host: string
  readonly isSecureConnection: boolean
  readonly context: CookieContext
  /** The jar's cookies that have not expired. */
  readonly stored: readonly StoredCookie[]
}

/** The first refusal in the order of the steps, or `undefined` when the cookie may be stored. */
export function refuseToStore(received: ReceivedCookie): Refusal | undefined {
  for (const rule of RULES) {
    const refusal = rule(received)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** A refusal of the storage model. */
export function storageRefusal(code: RefusalCode, step: number, reason: string): Refusal {
  return { code, reason, clause: `RFC 6265bis §5.7 step ${step}` }
}

/** True when two cookies are one and the same, so that the newer replaces the older (step 23). */
export function isSameCookie(one: StoredCookie, other: StoredCookie): boolean {
  return (
    one.name === other.name && one.domain === other.domain && one.hostOnly === other.hostOnly && one.path === other.path
  )
}

type Rule = (received: ReceivedCookie) => Refusal | undefined

const RULES: readonly Rule[] = [
  refuseControlCharacters,
  refuseSize,
  refuseDomain,
  refuseSecureOverHttp,
  refuseHttpOnlyFromScript,
  refuseOverlay,
  refuseCrossSite,
  refuseNoneWithoutSecure,
  refusePrefix,
  refuseNamelessPrefix,
  refuseReplacingHttpOnly,
]

function refuseControlCharacters({ line }: ReceivedCookie): Refusal | undefined {
  const isControl = (octet: number) => (octet < 0x20 && octet !== 0x09) || octet === 0x7f
  if (!utf8(line).some(isControl)) return undefined
  return storageRefusal(
    'control-character',
    3,
    'The line contains a control character. Encode the value, for example as base64url.',
  )
}

function refuseSize({ cookie }: ReceivedCookie): Refusal | undefined {
  const size = utf8(cookie.name).length + utf8(cookie.value).length
  if (size <= MAX_SIZE) return undefined
  return storageRefusal(
    'too-large',
    4,
    `Name and value have ${size} octets together, the limit is ${MAX_SIZE}. Keep the data on the server and only an id in the cookie.`,
  )
}

function refuseDomain({ domainAttribute: domain, host }: ReceivedCookie): Refusal | undefined {
  if (utf8(domain).some((octet) => octet > 0x7f)) {
    return storageRefusal('domain-not-ascii', 8, `Domain=${domain} is not ASCII. Write the domain in its xn-- form.`)
  }
  if (domain === '') return undefined
  if (isPublicSuffix(domain)) {
    return storageRefusal(
      'public-suffix',
      9,
      `Domain=${domain} is a public suffix: strangers register names under it and would all get this cookie. Name your own domain, or leave Domain out.`,
    )
  }
  if (domainMatches(host, domain)) return undefined
  return storageRefusal(
    'domain-mismatch',
    10,
    `${host} may not set a cookie for Domain=${domain}: it is neither that domain nor under it. Leave Domain out to keep the cookie to ${host}.`,
  )
}

function refuseSecureOverHttp({ cookie, isSecureConnection, context }: ReceivedCookie): Refusal | undefined {
  if (!cookie.secure || isSecureConnection) return undefined
  return storageRefusal(
    'secure-over-http',
    13,
    `A Secure cookie was set over ${new URL(context.url).origin}, which is not encrypted. Use https; only loopback hosts such as http://localhost are trusted without.`,
  )
}

function refuseHttpOnlyFromScript({ cookie, context }: ReceivedCookie): Refusal | undefined {
  if (!cookie.httpOnly || context.api !== 'script') return undefined
  return storageRefusal('http-only', 15, 'A script cannot set an HttpOnly cookie. Only a server can, by Set-Cookie.')
}

function refuseOverlay({ cookie, isSecureConnection, stored }: ReceivedCookie): Refusal | undefined {
  if (cookie.secure || isSecureConnection) return undefined
  const hidden = stored.find(
    (other) =>
      other.secure &&
      other.name === cookie.name &&
      (domainMatches(other.domain, cookie.domain) || domainMatches(cookie.domain, other.domain)) &&
      pathMatches(cookie.path, other.path),
  )
  if (hidden === undefined) return undefined
  return storageRefusal(
    'overlays-secure',
    16,
    `There is a Secure cookie of this name for ${hidden.domain}${hidden.path}; an unencrypted answer may not put another one over it, or anybody on the network could replace a session.`,
  )
}

function refuseCrossSite({ cookie, context }: ReceivedCookie): Refusal | undefined {
  if (cookie.sameSite === 'None' || isSameSiteRequest(context)) return undefined
  if (context.topLevelNavigation && context.api !== 'script') return undefined
  const written = cookie.sameSite === 'Default' ? 'no SameSite (treated as Lax)' : `SameSite=${cookie.sameSite}`
  return storageRefusal(
    'same-site',
    18,
    `The cookie has ${written}, but the request was cross-site and no top-level navigation. Only SameSite=None; Secure is stored here.`,
  )
}

function refuseNoneWithoutSecure({ cookie }: ReceivedCookie): Refusal | undefined {
  if (cookie.sameSite !== 'None' || cookie.secure) return undefined
  return storageRefusal(
    'none-without-secure',
    19,
    'SameSite=None is only accepted together with Secure. Add Secure and use https.',
  )
}

function refusePrefix({ cookie, hasPathAttribute }: ReceivedCookie): Refusal | undefined {
  // Without case: a server that ignores case would trust a miscapitalised prefix (§5.4).
  const name = cookie.name.toLowerCase()
  if (name.startsWith('__secure-') && !cookie.secure) {
    return storageRefusal(
      'secure-prefix',
      20,
      'A name that begins with __Secure- promises the Secure attribute. Add Secure.',
    )
  }
  if (!name.startsWith('__host-')) return undefined
  const broken = [
    cookie.secure ? '' : 'Secure is missing',
    cookie.hostOnly ? '' : 'it has a Domain',
    hasPathAttribute && cookie.path === '/' ? '' : 'it has no Path=/',
  ].filter((fault) => fault !== '')
  if (broken.length === 0) return undefined
  return storageRefusal(
    'host-prefix',
    21,
    `A name that begins with __Host- promises Secure, Path=/ and no Domain, but ${broken.join(', ')}.`,
  )
}

function refuseNamelessPrefix({ cookie }: ReceivedCookie): Refusal | undefined {
  if (cookie.name !== '' || !/^__(?:secure|host)-/i.test(cookie.value)) return undefined
  return storageRefusal(
    'nameless-prefix',
    22,
    'A cookie without a name is sent as its bare value, and this one would look like a __Secure- or __Host- cookie.',
  )
}

function refuseReplacingHttpOnly({ cookie, context, stored }: ReceivedCookie): Refusal | undefined {
  if (context.api !== 'script') return undefined
  if (!stored.some((other) => other.httpOnly && isSameCookie(other, cookie))) return undefined
  return storageRefusal(
    'http-only',
    23,
    `${quoteName(cookie.name)} is HttpOnly: a script can neither read nor replace it.`,
  )
}
