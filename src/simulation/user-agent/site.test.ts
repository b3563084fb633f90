import { expect, test } from 'vitest'
import { originFor, type ReferrerPolicy, readReferrerPolicy, refererFor } from './site.ts'

const PAGE = new URL('https://app.example/callback?code=1#part')
const SAME = new URL('https://app.example/next')
const OTHER = new URL('https://other.example/')
const PLAIN = new URL('http://other.example/')

const FULL = 'https://app.example/callback?code=1'
const ORIGIN = 'https://app.example/'

test.each<[ReferrerPolicy | undefined, string | undefined, string | undefined, string | undefined]>([
  [undefined, FULL, ORIGIN, undefined],
  ['no-referrer', undefined, undefined, undefined],
  ['no-referrer-when-downgrade', FULL, FULL, undefined],
  ['same-origin', FULL, undefined, undefined],
  ['origin', ORIGIN, ORIGIN, ORIGIN],
  ['strict-origin', ORIGIN, ORIGIN, undefined],
  ['origin-when-cross-origin', FULL, ORIGIN, ORIGIN],
  ['strict-origin-when-cross-origin', FULL, ORIGIN, undefined],
  ['unsafe-url', FULL, FULL, FULL],
])('under %s: own site, another, one without TLS (Referrer Policy §3)', (policy, same, other, plain) => {
  expect([SAME, OTHER, PLAIN].map((target) => refererFor(PAGE, target, policy))).toEqual([same, other, plain])
})

test('what the person starts has no referrer', () => {
  expect(refererFor(undefined, OTHER, 'unsafe-url')).toBeUndefined()
})

test('reads the last policy that it knows (Referrer Policy §8.1)', () => {
  expect(readReferrerPolicy('no-referrer, Unsafe-URL, something-new')).toBe('unsafe-url')
  expect(readReferrerPolicy('constructor')).toBeUndefined()
  expect(readReferrerPolicy(undefined)).toBeUndefined()
})

test('a page that keeps its address to itself does not say its origin in a form either (Fetch, Origin header)', () => {
  const origins = (target: URL) =>
    ([undefined, 'same-origin', 'no-referrer'] as const).map((policy) => originFor(PAGE, target, policy))
  expect(origins(SAME)).toEqual(['https://app.example', 'https://app.example', 'null'])
  expect(origins(OTHER)).toEqual(['https://app.example', 'null', 'null'])
})
