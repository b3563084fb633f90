/**
 * The jar against tough-cookie, an independent implementation, on random sequences of responses and requests.
 *
 * tough-cookie reads the real clock when it answers, so the virtual clock stands at the real time here, and every
 * expiry lies far from it. Where the two differ on purpose, RFC 6265bis is followed and the difference has a named
 * test in the files beside this one:
 * - `Default` SameSite is enforced like Lax (§5.8.3); tough-cookie sends it everywhere. It is told `SameSite=Lax`.
 * - tough-cookie lacks the refusals in `UNKNOWN_TO_ORACLE`; it is not given such a line.
 * - Host-only and domain cookies of one name are two cookies (§5.7 step 23), one in tough-cookie: they differ in name here.
 * - A public suffix that is the host itself gives a host-only cookie (§5.7 step 9); tough-cookie refuses `github.io` and
 *   takes `localhost` for all hosts under it: neither is generated as the Domain of itself.
 * - Prefixes compare without case (§5.4) and an invalid Path attribute counts as a Path for `__Host-` (§5.6.4).
 * - tough-cookie keeps an expired cookie until it is asked for its host: it is asked after each response.
 * - It percent-decodes paths, refuses tabs, cuts lines at other control characters and reads `=a=b` as `a=b`: none of
 *   these are generated.
 */
import fc from 'fast-check'
import { CookieJar as OracleJar, parseDate } from 'tough-cookie'
import { expect, test } from 'vitest'
import type { CookieContext, RefusalCode } from './cookie.ts'
import { parseCookieDate } from './cookie-date.ts'
import { createCookieJar } from './cookie-jar.ts'

const NOW = Date.now()
const ELSEWHERE = 'https://elsewhere.test'
const UNKNOWN_TO_ORACLE: readonly (RefusalCode | undefined)[] = ['empty', 'overlays-secure', 'none-without-secure']

const SITES = [
  {
    hosts: ['app.example', 'www.app.example'],
    domains: ['app.example', '.app.example', 'APP.Example', 'www.app.example', 'pp.example', 'example', ''],
  },
  { hosts: ['alice.github.io', 'a.alice.github.io', 'bob.github.io'], domains: ['alice.github.io', 'github.io', 'io'] },
  { hosts: ['shop.co.uk', 'www.shop.co.uk'], domains: ['shop.co.uk', 'co.uk', 'uk'] },
  { hosts: ['localhost'], domains: ['app.example', 'com'] },
  { hosts: ['127.0.0.1'], domains: ['127.0.0.1', '0.0.1', '1'] },
]
const LIFETIMES = ['Max-Age=3600', 'Max-Age=99999999999', 'Max-Age=0', 'Max-Age=-1', 'max-age=1x', 'Max-Age=']
const DATES = ['31 Dec 2199 23:59:59', 'Tue, 01 Jan 1980 00:00:00 GMT', '1 jan 70 0:0:0', '31 feb 2199 1:1:1', 'soon']

/** One of the values, or more often nothing. */
function attribute(values: readonly string[], absentWeight = 3) {
  return fc.oneof(
    { weight: absentWeight, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  )
}

function cookieLine(domains: readonly string[]) {
  return fc
    .record({
      prefix: attribute(['__Secure-', '__Host-'], 5),
      name: fc.constantFrom('a', 'b', ''),
      value: fc.string({ unit: fc.constantFrom('a', 'b', '"', ' ', ',', '%41', 'ü'), maxLength: 4 }),
      hasEqualsSign: fc.boolean(),
      domain: attribute(domains, 1),
      path: attribute(['Path=/', 'path=/a', 'Path=/a/', 'Path=/a/b', 'Path=/ab'], 1),
      lifetime: attribute(LIFETIMES),
      expires: attribute(DATES.map((date) => `Expires=${date}`)),
      sameSite: attribute(['SameSite=Strict', 'samesite=lax', 'SameSite=NONE', 'SameSite=bogus', 'SameSite'], 1),
      secure: attribute(['Secure', 'secure=whatever'], 1),
      httpOnly: attribute(['HttpOnly']),
    })
    .map(({ prefix = '', name, value, hasEqualsSign, domain, ...attributes }) => {
      const isNameless = prefix + name === '' && !hasEqualsSign
      const parts = domain
        ? [`${prefix}${name}-domain=${value}`, `Domain=${domain}`]
        : [`${prefix}${name}${isNameless ? '' : '='}${value}`, domain === '' ? 'Domain=' : undefined]
      return [...parts, ...Object.values(attributes)].filter((part) => part !== undefined).join('; ')
    })
}

function cookieContext(hosts: readonly string[]) {
  return fc
    .record({
      scheme: fc.constantFrom('https', 'https', 'https', 'http'),
      host: fc.constantFrom(...hosts),
      path: fc.constantFrom('', '/', '/a', '/a/', '/a/b', '/ab', '/a/b/c'),
      method: fc.constantFrom('GET', 'POST'),
      isSameSite: fc.constantFrom(true, true, false),
      topLevelNavigation: fc.boolean(),
      api: fc.constantFrom('http' as const, 'http' as const, 'http' as const, 'script' as const),
    })
    .map(({ scheme, host, path, isSameSite, ...rest }): CookieContext => {
      const origin = `${scheme}://${host}`
      return { url: `${origin}${path}`, siteForCookies: isSameSite ? origin : ELSEWHERE, ...rest }
    })
}

/** Responses, then requests, of one site. */
const visit = fc.constantFrom(...SITES).chain(({ hosts, domains }) =>
  fc.record({
    responses: fc.array(fc.record({ line: cookieLine(domains), request: cookieContext(hosts) }), {
      minLength: 1,
      maxLength: 6,
    }),
    requests: fc.array(cookieContext(hosts), { minLength: 1, maxLength: 3 }),
  }),
)

/** What tough-cookie calls the context: strict = same-site, lax = cross-site but exempt, none = cross-site. */
function oracleContext({ siteForCookies, api, topLevelNavigation }: CookieContext, isExempt: boolean) {
  if (siteForCookies !== ELSEWHERE) return 'strict'
  return api !== 'script' && topLevelNavigation && isExempt ? 'lax' : 'none'
}

function oracleAccepts(oracle: OracleJar, line: string, request: CookieContext): boolean {
  const hasMode = /; samesite=(?:strict|lax|none)/i.test(line)
  try {
    oracle.setCookieSync(hasMode ? line : `${line}; SameSite=Lax`, request.url, {
      now: new Date(NOW),
      http: request.api !== 'script',
      sameSiteContext: oracleContext(request, true),
    })
    return true
  } catch {
    return false
  }
}

test('agrees with tough-cookie on what is stored and what is sent', () => {
  let compared = 0
  let sent = 0
  fc.assert(
    fc.property(visit, ({ responses, requests }) => {
      const jar = createCookieJar(() => NOW)
      const oracle = new OracleJar(undefined, { looseMode: true, prefixSecurity: 'strict' })
      for (const { line, request } of responses) {
        const [decision] = jar.setFromResponse({ ...request, lines: [line] })
        const code = decision?.outcome === 'refused' ? decision.code : undefined
        if (UNKNOWN_TO_ORACLE.includes(code)) continue
        const isAccepted = code === undefined || code === 'expired'
        expect({ line, request, isAccepted }).toEqual({
          line,
          request,
          isAccepted: oracleAccepts(oracle, line, request),
        })
        oracle.getCookiesSync(`https://${new URL(request.url).hostname}/`, { allPaths: true })
        compared += 1
      }
      for (const request of requests) {
        const { header } = jar.cookiesFor(request)
        const expected = oracle.getCookieStringSync(request.url, {
          http: request.api !== 'script',
          sameSiteContext: oracleContext(request, request.method === 'GET'),
        })
        expect({ request, header: header ?? '' }).toEqual({ request, header: expected })
        compared += 1
        if (header !== undefined) sent += 1
      }
    }),
    { numRuns: 5000 },
  )
  expect(compared).toBeGreaterThan(20_000)
  // The comparison means something only if cookies do travel.
  expect(sent).toBeGreaterThan(2000)
})

test('agrees with tough-cookie on cookie dates', () => {
  const token = fc.constantFrom(
    '1',
    '31',
    '29',
    '00',
    '70',
    '69',
    '1600',
    '2096',
    '12345',
    'Feb',
    'apr',
    'DECember',
    'Tue',
    'GMT',
  )
  const time = fc.constantFrom('0:0:0', '23:59:59', '24:00:00', '10:60:00', '10:10:100', '9:9', '9:9:9pm', '10:10:10.5')
  const date = fc.array(
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: token }, { weight: 2, arbitrary: time }),
      fc.constantFrom(' ', '-', ', ', '/'),
    ),
    { maxLength: 7 },
  )
  let valid = 0
  fc.assert(
    fc.property(date, (parts) => {
      const written = parts.flat().join('')
      const expected = parseDate(written)?.getTime()
      expect([written, parseCookieDate(written)]).toEqual([written, expected])
      if (expected !== undefined) valid += 1
    }),
    { numRuns: 20_000 },
  )
  expect(valid).toBeGreaterThan(100)
})
