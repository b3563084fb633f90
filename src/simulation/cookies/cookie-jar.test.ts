/** The cookie jar on virtual time: what it keeps, replaces, forgets, and in which order it sends. */
import { expect, test } from 'vitest'
import type { CookieContext } from './cookie.ts'
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

test('says nothing of cookies of other sites, and forgets all when cleared', () => {
  const jar = jarAt()
  jar.setFromResponse({ ...request(), lines: ['a=1'] })
  expect(jar.cookiesFor(request({ url: 'https://other.example/' }))).toEqual({ header: undefined, decisions: [] })
  jar.clear()
  expect(jar.snapshot()).toEqual([])
})

test('keeps 180 cookies of a site: the oldest makes room, one without Secure before any other (RFC 6265bis §5.7)', () => {
  const jar = jarAt()
  const lines = Array.from({ length: 179 }, (_, index) => `a${index}=1; Secure`)
  jar.setFromResponse({ ...request(), lines: ['first=1; Secure', ...lines] })
  jar.setFromResponse({ ...request({ url: 'https://other.example/' }), lines: ['other=1'] })
  jar.setFromResponse({ ...request(), lines: ['plain=1'] })
  jar.setFromResponse({ ...request(), lines: ['last=1; Secure'] })
  const names = jar.snapshot().map(({ name }) => name)
  expect(names).toHaveLength(181)
  expect(names).toEqual(expect.arrayContaining(['a0', 'a178', 'last', 'other']))
  expect(names).not.toContain('first')
  expect(names).not.toContain('plain')
})
