import { expect, test } from 'vitest'
import type { EndFacts } from './end-facts.ts'
import { summaryOf, titleOf } from './race-end-words.ts'

const calm: EndFacts = {
  calls: 2,
  answered: 2,
  tokenRequests: 1,
  grantTypes: ['refresh_token'],
  rotated: 1,
  isReplayed: false,
  revoked: 0,
  errors: [],
  hasRefreshToken: true,
  newPages: [],
  samePages: 1,
  failed: 0,
}

test.each<[string, Partial<EndFacts>]>([
  ['Both calls answered after one refresh', {}],
  ['The call answered after one refresh', { calls: 1, answered: 1 }],
  ['All 7 calls answered', { calls: 7, answered: 7, tokenRequests: 0 }],
  ['Both calls answered after one token request', { grantTypes: ['client_credentials'], rotated: 0 }],
  ['None of two calls answered after one refresh, the app fails', { answered: 0, failed: 1 }],
  ['One window shows “Signed in” after one refresh', { calls: 0, answered: 0, newPages: ['Signed in'], samePages: 0 }],
])('calls an end “%s”', (title, changed) => {
  expect(titleOf({ ...calm, ...changed })).toBe(title)
})

test('says how a session ends that was taken for stolen (RFC 9700 §4.14.2)', () => {
  const stolen: EndFacts = {
    ...calm,
    answered: 1,
    tokenRequests: 2,
    isReplayed: true,
    revoked: 1,
    errors: ['invalid_grant'],
    newPages: ['Signed out'],
  }
  expect(titleOf(stolen)).toBe(
    'One of two calls answered after two refreshes, session revoked, dead refresh token kept, one of two windows notice',
  )
  expect(summaryOf(stolen)).toContain('looks like theft. Its whole family was revoked')
  expect(summaryOf(stolen)).toContain('At the end one window shows “Signed out”, and one is as before.')
})
