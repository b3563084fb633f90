/** Each reason not to store a cookie (RFC 6265bis §5.7). */
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
  const jar = createCookieJar(() => START)
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
  const jar = createCookieJar(() => START)
  jar.setFromResponse({ ...request(), lines: ['sid=1; HttpOnly'] })
  expect(jar.setFromResponse({ ...script, lines: ['x=1; HttpOnly', 'sid=2', 'y=1'] })).toMatchObject([
    { code: 'http-only', clause: 'RFC 6265bis §5.7 step 15' },
    { code: 'http-only', clause: 'RFC 6265bis §5.7 step 23' },
    { outcome: 'stored' },
  ])
  expect(jar.cookiesFor(script)).toMatchObject({ header: 'y=1', decisions: [{}, { name: 'sid', code: 'http-only' }] })
})

test('leaves Secure cookies alone when the connection is not secure (RFC 6265bis §5.7 step 16)', () => {
  const jar = createCookieJar(() => START)
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
  // An invalid Path counts as the default path, here “/” (§5.6.4).
  expect(receive('__Host-a=1; Secure; Path=x')).toMatchObject({ outcome: 'stored' })
  expect(receive('__Host-a=1; Domain=app.example')).toMatchObject({
    reason:
      'A name that begins with __Host- promises Secure, Path=/ and no Domain, but Secure is missing, it has a Domain, it has no Path=/.',
  })
})

test('refuses a nameless cookie that would look prefixed (RFC 6265bis §5.7 step 22)', () => {
  expect(receive('=__Host-sid=1; Secure; Path=/')).toMatchObject({ outcome: 'refused', code: 'nameless-prefix' })
})
