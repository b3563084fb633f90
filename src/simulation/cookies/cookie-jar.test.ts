/** The cookie jar's refusals, each with its reason, and its virtual time. */
import { expect, test } from 'vitest'
import type { CookieContext, CookieDecision } from './cookie.ts'
import { type CookieJar, createCookieJar } from './cookie-jar.ts'

const START = Date.UTC(2030, 0, 1)
const APP = 'https://app.example'

/** A page load of the app by the person themselves, unless told otherwise. */
function request(changes: Partial<CookieContext> = {}): CookieContext {
  return { url: `${APP}/`, method: 'GET', siteForCookies: null, topLevelNavigation: true, ...changes }
}

function jarAt(clock: { now: number } = { now: START }): CookieJar {
  return createCookieJar(() => clock.now)
}

/** Receives one line into an empty jar. */
function receive(line: string, changes: Partial<CookieContext> = {}): CookieDecision | undefined {
  return jarAt().setFromResponse({ ...request(changes), lines: [line] })[0]
}

/** Stores a line on a page load of the app, and makes a request. */
function sendAfter(line: string, changes: Partial<CookieContext>) {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: [line] })
  return jar.cookiesFor(request(changes))
}

test('stores a cookie and sends it back', () => {
  const jar = jarAt()
  expect(jar.setFromResponse({ ...request(), lines: ['sid=1; Path=/; Secure; HttpOnly; SameSite=Lax'] })).toMatchObject(
    [{ outcome: 'stored', name: 'sid', clause: 'RFC 6265bis §5.7 step 24' }],
  )
  expect(jar.cookiesFor(request())).toMatchObject({ header: 'sid=1', decisions: [{ outcome: 'sent', name: 'sid' }] })
  expect(jar.snapshot()).toEqual([
    {
      name: 'sid',
      value: '1',
      domain: 'app.example',
      hostOnly: true,
      path: '/',
      expires: null,
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      created: START,
    },
  ])
})

test('sends longer paths first, then older cookies (RFC 6265bis §5.8.3 step 4)', () => {
  const clock = { now: START }
  const jar = jarAt(clock)
  jar.setFromResponse({ ...request(), lines: ['b=1; Path=/', 'a=2; Path=/', 'deep=3; Path=/account'] })
  clock.now += 1000
  jar.setFromResponse({ ...request(), lines: ['b=4; Path=/', 'z=5; Path=/account'] })
  expect(jar.cookiesFor(request({ url: `${APP}/account` })).header).toBe('deep=3; z=5; b=4; a=2')
})

test('a replaced cookie keeps its creation time (RFC 6265bis §5.7 step 23)', () => {
  const clock = { now: START }
  const jar = jarAt(clock)
  jar.setFromResponse({ ...request(), lines: ['a=1'] })
  clock.now += 1000
  expect(jar.setFromResponse({ ...request(), lines: ['a=2'] })).toMatchObject([{ outcome: 'replaced' }])
  expect(jar.snapshot()).toMatchObject([{ value: '2', created: START }])
})

test('a host-only and a domain cookie of one name are two cookies (RFC 6265bis §5.7 step 23)', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['a=1', 'a=2; Domain=app.example'] })
  expect(jar.cookiesFor(request()).header).toBe('a=1; a=2')
  expect(jar.cookiesFor(request({ url: 'https://www.app.example/' })).header).toBe('a=2')
})

test('Max-Age ends on virtual time, to the millisecond', () => {
  const clock = { now: START }
  const jar = jarAt(clock)
  jar.setFromResponse({ ...request(), lines: ['a=1; Max-Age=60; Expires=Tue, 01 Jan 1980 00:00:00 GMT'] })
  clock.now += 59_999
  expect(jar.cookiesFor(request()).header).toBe('a=1')
  clock.now += 1
  expect(jar.snapshot()).toEqual([])
  expect(jar.cookiesFor(request())).toMatchObject({
    header: undefined,
    decisions: [
      { outcome: 'refused', code: 'expired', reason: 'It expired at 2030-01-01T00:01:00.000Z and has been removed.' },
    ],
  })
  expect(jar.cookiesFor(request()).decisions).toEqual([])
})

test('Expires ends on virtual time', () => {
  const clock = { now: START }
  const jar = jarAt(clock)
  jar.setFromResponse({ ...request(), lines: ['a=1; Expires=Wed, 02 Jan 2030 00:00:00 GMT'] })
  clock.now = Date.UTC(2030, 0, 2) - 1
  expect(jar.cookiesFor(request()).header).toBe('a=1')
  clock.now += 1
  expect(jar.cookiesFor(request()).header).toBeUndefined()
})

test('an expired cookie that is set again is a new cookie', () => {
  const clock = { now: START }
  const jar = jarAt(clock)
  jar.setFromResponse({ ...request(), lines: ['a=1; Max-Age=1'] })
  clock.now += 5000
  expect(jar.setFromResponse({ ...request(), lines: ['a=2'] })).toMatchObject([{ outcome: 'stored' }])
  expect(jar.snapshot()).toMatchObject([{ created: START + 5000 }])
})

test('Max-Age=0 removes a cookie with the same domain and path, and says so when there is none', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['a=1; Path=/account'] })
  const lines = ['a=; Max-Age=0', 'a=; Max-Age=0; Path=/account']
  expect(jar.setFromResponse({ ...request(), lines })).toMatchObject([
    { outcome: 'refused', code: 'expired' },
    { outcome: 'removed' },
  ])
  expect(jar.snapshot()).toEqual([])
})

test('cuts a life of more than 400 days (RFC 6265bis §5.5)', () => {
  const jar = jarAt()
  const lines = ['a=1; Max-Age=34560001', 'b=1; Expires=Fri, 01 Jan 2038 00:00:00 GMT', 'c=1; Max-Age=34560000']
  const clauses = jar.setFromResponse({ ...request(), lines }).map((decision) => decision.clause)
  expect(clauses).toEqual(['RFC 6265bis §5.5', 'RFC 6265bis §5.5', 'RFC 6265bis §5.7 step 24'])
  expect(jar.snapshot().map(({ expires }) => expires)).toEqual(Array(3).fill(START + 34_560_000_000))
})

test('refuses a line without name and value (RFC 6265bis §5.7 step 2)', () => {
  expect(receive('=; Path=/')).toMatchObject({ outcome: 'refused', code: 'empty', clause: 'RFC 6265bis §5.7 step 2' })
})

test('refuses control characters, but not a tab (RFC 6265bis §5.7 step 3)', () => {
  expect(receive('a=1\u0007')).toMatchObject({ outcome: 'refused', code: 'control-character' })
  expect(receive('a=1\t2')).toMatchObject({ outcome: 'stored' })
})

test('refuses more than 4096 octets of name and value (RFC 6265bis §5.7 step 4)', () => {
  expect(receive(`a=${'x'.repeat(4095)}`)).toMatchObject({ outcome: 'stored' })
  expect(receive(`a=${'x'.repeat(4096)}`)).toMatchObject({ outcome: 'refused', code: 'too-large' })
  expect(receive(`a=${'ü'.repeat(2048)}`)).toMatchObject({ outcome: 'refused', code: 'too-large' })
})

test('ignores an attribute of more than 1024 octets (RFC 6265bis §5.6)', () => {
  expect(receive(`a=1; Domain=${'x'.repeat(1025)}`)).toMatchObject({ outcome: 'stored' })
})

test('refuses a Domain that is not ASCII (RFC 6265bis §5.7 step 8)', () => {
  expect(receive('a=1; Domain=bücher.example')).toMatchObject({ outcome: 'refused', code: 'domain-not-ascii' })
})

test('refuses a public suffix as Domain (RFC 6265bis §5.7 step 9)', () => {
  expect(receive('a=1; Domain=example')).toMatchObject({ outcome: 'refused', code: 'public-suffix' })
  expect(receive('a=1; Domain=github.io', { url: 'https://alice.github.io/' })).toMatchObject({ code: 'public-suffix' })
})

test('a host that is itself a public suffix gets a host-only cookie for its own name (RFC 6265bis §5.7 step 9)', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request({ url: 'http://localhost:5173/' }), lines: ['a=1; Domain=localhost'] })
  expect(jar.snapshot()).toMatchObject([{ domain: 'localhost', hostOnly: true }])
})

test('refuses a Domain the host does not lie in (RFC 6265bis §5.7 step 10)', () => {
  for (const domain of ['other.example', 'www.app.example', 'pp.example']) {
    expect(receive(`a=1; Domain=${domain}`)).toMatchObject({
      code: 'domain-mismatch',
      clause: 'RFC 6265bis §5.7 step 10',
    })
  }
})

test('refuses Secure over http, except on loopback (RFC 6265bis §5.7 step 13)', () => {
  expect(receive('a=1; Secure', { url: 'http://app.example/' })).toMatchObject({
    outcome: 'refused',
    code: 'secure-over-http',
  })
  for (const host of ['localhost:8080', 'app.localhost', '127.0.0.1', '127.8.0.1', '[::1]']) {
    expect(receive('a=1; Secure', { url: `http://${host}/` })).toMatchObject({ outcome: 'stored' })
  }
})

test('refuses HttpOnly from a script, new or replacing (RFC 6265bis §5.7 steps 15 and 23)', () => {
  const script = request({ siteForCookies: APP, topLevelNavigation: false, api: 'script' })
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['sid=1; HttpOnly'] })
  expect(jar.setFromResponse({ ...script, lines: ['x=1; HttpOnly', 'sid=2', 'y=1'] })).toMatchObject([
    { code: 'http-only', clause: 'RFC 6265bis §5.7 step 15' },
    { code: 'http-only', clause: 'RFC 6265bis §5.7 step 23' },
    { outcome: 'stored' },
  ])
  expect(jar.cookiesFor(script)).toMatchObject({ header: 'y=1', decisions: [{}, { name: 'sid', code: 'http-only' }] })
})

test('leaves Secure cookies alone when the connection is not secure (RFC 6265bis §5.7 step 16)', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['a=1; Secure; Path=/login; Domain=app.example'] })
  const lines = ['a=2; Path=/login/en', 'a=2; Path=/', 'b=2; Path=/login']
  expect(jar.setFromResponse({ ...request({ url: 'http://www.app.example/' }), lines })).toMatchObject([
    { outcome: 'refused', code: 'overlays-secure' },
    { outcome: 'stored' },
    { outcome: 'stored' },
  ])
})

test('a cross-site answer stores same-site cookies only on a top-level navigation (RFC 6265bis §5.7 step 18)', () => {
  const fetched = { siteForCookies: 'https://other.example', topLevelNavigation: false }
  for (const line of ['a=1', 'a=1; SameSite=Lax', 'a=1; SameSite=Strict']) {
    expect(receive(line, fetched)).toMatchObject({ outcome: 'refused', code: 'same-site' })
    expect(receive(line, { ...fetched, topLevelNavigation: true, method: 'POST' })).toMatchObject({ outcome: 'stored' })
  }
  expect(receive('a=1; SameSite=None; Secure', fetched)).toMatchObject({ outcome: 'stored' })
})

test('refuses SameSite=None without Secure (RFC 6265bis §5.7 step 19)', () => {
  expect(receive('a=1; SameSite=None')).toMatchObject({ outcome: 'refused', code: 'none-without-secure' })
})

test('refuses __Secure- without Secure, in any case (RFC 6265bis §5.7 step 20)', () => {
  for (const name of ['__Secure-a', '__SECURE-a']) {
    expect(receive(`${name}=1`)).toMatchObject({ outcome: 'refused', code: 'secure-prefix' })
    expect(receive(`${name}=1; Secure; Domain=app.example`)).toMatchObject({ outcome: 'stored' })
  }
})

test('refuses __Host- without Secure, with Domain, or without Path=/ (RFC 6265bis §5.7 step 21)', () => {
  const refused = ['Path=/', 'Secure; Path=/; Domain=app.example', 'Secure', 'Secure; Path=/a']
  for (const attributes of refused) {
    expect(receive(`__host-a=1; ${attributes}`)).toMatchObject({ outcome: 'refused', code: 'host-prefix' })
  }
  expect(receive('__Host-a=1; Secure; Path=/')).toMatchObject({ outcome: 'stored' })
  expect(receive('__Host-a=1; Domain=app.example')).toMatchObject({
    reason:
      'A name that begins with __Host- promises Secure, Path=/ and no Domain, but Secure is missing, it has a Domain, it has no Path=/.',
  })
})

test('refuses a nameless cookie that would look prefixed (RFC 6265bis §5.7 step 22)', () => {
  expect(receive('=__Host-sid=1; Secure; Path=/')).toMatchObject({ outcome: 'refused', code: 'nameless-prefix' })
})

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

test('says nothing of cookies of other sites, and forgets all when cleared', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['a=1'] })
  expect(jar.cookiesFor(request({ url: 'https://other.example/' }))).toEqual({ header: undefined, decisions: [] })
  jar.clear()
  expect(jar.snapshot()).toEqual([])
})
