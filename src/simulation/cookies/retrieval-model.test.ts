/** Each reason not to send a cookie (RFC 6265bis §5.8.3), and the requests that use none. */
import { expect, test } from 'vitest'
import type { CookieContext, CookieDecision } from './cookie.ts'
import { createCookieJar } from './cookie-jar.ts'

const START = Date.UTC(2030, 0, 1)
const APP = 'https://app.example'

/** A page load of the app by the person themselves, unless told otherwise. */
function request(changes: Partial<CookieContext> = {}): CookieContext {
  return { url: `${APP}/`, method: 'GET', siteForCookies: null, topLevelNavigation: true, ...changes }
}

/** Receives one line into an empty jar. */
function receive(line: string, changes: Partial<CookieContext> = {}): CookieDecision | undefined {
  return createCookieJar(() => START).setFromResponse({ ...request(changes), lines: [line] })[0]
}

/** Stores a line on a page load of the app, and makes a request. */
function sendAfter(line: string, changes: Partial<CookieContext>) {
  const jar = createCookieJar(() => START)
  jar.setFromResponse({ ...request(), lines: [line] })
  return jar.cookiesFor(request(changes))
}

test('does not send to another host or path (RFC 6265bis §5.8.3)', () => {
  expect(sendAfter('a=1', { url: 'https://www.app.example/' })).toMatchObject({
    header: undefined,
    decisions: [{ outcome: 'refused', code: 'domain-mismatch' }],
  })
  expect(sendAfter('a=1; Path=/account', { url: `${APP}/accounts` })).toMatchObject({
    decisions: [{ outcome: 'refused', code: 'path-mismatch' }],
  })
})

test('does not send Secure cookies over http (RFC 6265bis §5.8.3)', () => {
  expect(sendAfter('a=1; Secure', { url: 'http://app.example/' })).toMatchObject({
    decisions: [{ code: 'secure-over-http' }],
  })
})

test('after a redirect from another site Lax goes out and Strict does not (RFC 6265bis §5.8.3)', () => {
  const back = { siteForCookies: 'https://idp.example', url: `${APP}/callback` }
  expect(sendAfter('a=1; SameSite=Lax; Path=/', back).header).toBe('a=1')
  expect(sendAfter('a=1; Path=/', back).header).toBe('a=1')
  expect(sendAfter('a=1; SameSite=Strict; Path=/', back)).toMatchObject({
    header: undefined,
    decisions: [
      {
        code: 'same-site',
        reason:
          'The cookie is SameSite=Strict and the request was caused by https://idp.example, another site. Lax is for cookies that must survive a link or a redirect from elsewhere.',
      },
    ],
  })
})

test('a cross-site POST or fetch carries None cookies only (RFC 6265bis §5.8.3)', () => {
  const post = { siteForCookies: 'https://evil.example', method: 'POST' }
  const fetched = { siteForCookies: 'https://evil.example', topLevelNavigation: false }
  for (const changes of [post, fetched]) {
    expect(sendAfter('a=1; SameSite=Lax', changes)).toMatchObject({ decisions: [{ code: 'same-site' }] })
    expect(sendAfter('a=1', changes)).toMatchObject({ decisions: [{ code: 'same-site' }] })
    expect(sendAfter('a=1; SameSite=None; Secure', changes).header).toBe('a=1')
  }
})

test('sibling hosts are the same site, other schemes and frames of other sites are not (RFC 6265bis §5.2)', () => {
  const strict = 'a=1; SameSite=Strict; Domain=app.example'
  expect(sendAfter(strict, { siteForCookies: 'https://www.app.example:8443' }).header).toBe('a=1')
  expect(sendAfter(strict, { siteForCookies: 'http://app.example' }).header).toBeUndefined()
  expect(sendAfter(strict, { siteForCookies: 'opaque' }).header).toBeUndefined()
})

test('credentials “omit” neither sends nor stores, “same-origin” only to its own origin (Fetch §2.2.5)', () => {
  const fetched = { siteForCookies: APP, topLevelNavigation: false }
  expect(sendAfter('a=1', { ...fetched, credentials: 'omit' })).toMatchObject({ decisions: [{ code: 'credentials' }] })
  expect(receive('a=1', { ...fetched, credentials: 'omit' })).toMatchObject({ outcome: 'refused', code: 'credentials' })
  expect(sendAfter('a=1', { ...fetched, credentials: 'same-origin' }).header).toBe('a=1')
  const api = { ...fetched, url: 'https://api.app.example/', credentials: 'same-origin' } as const
  expect(sendAfter('a=1; Domain=app.example', api)).toMatchObject({ decisions: [{ code: 'credentials' }] })
})

test('a browser that blocks third-party cookies refuses them in frames, not in redirects (RFC 6265bis §7.1)', () => {
  const jar = createCookieJar(() => START, { thirdPartyCookies: 'block' })
  jar.setFromResponse({ ...request(), lines: ['sid=1; SameSite=None; Secure'] })
  const frame = request({ siteForCookies: 'https://other.example', topLevelNavigation: false })
  expect(jar.cookiesFor(frame)).toMatchObject({ header: undefined, decisions: [{ code: 'third-party' }] })
  expect(jar.setFromResponse({ ...frame, lines: ['b=1; SameSite=None; Secure'] })).toMatchObject([
    { code: 'third-party' },
  ])
  expect(jar.cookiesFor({ ...frame, topLevelNavigation: true }).header).toBe('sid=1')
})

test('Lax-allowing-unsafe: for a while a cookie without SameSite goes with POSTs from elsewhere, a Lax one never (RFC 6265bis §5.6.7.2)', () => {
  const posted = (line: string, seconds: number, laxAllowingUnsafeSeconds?: number) => {
    let now = START
    const jar = createCookieJar(() => now, {
      thirdPartyCookies: 'allow',
      ...(laxAllowingUnsafeSeconds !== undefined && { laxAllowingUnsafeSeconds }),
    })
    jar.setFromResponse({ ...request(), lines: [line] })
    now += seconds * 1000
    return jar.cookiesFor(request({ method: 'POST', siteForCookies: 'https://idp.example' })).header
  }
  expect(posted('a=1', 120, 120)).toBe('a=1')
  expect(posted('a=1', 121, 120)).toBeUndefined()
  expect(posted('a=1; SameSite=Lax', 0, 120)).toBeUndefined()
  expect(posted('a=1', 0)).toBeUndefined()
})
