import { expect, test } from 'vitest'
import { compareClaims } from './index.ts'
import type { Claims } from './named-claims.ts'

/** The difference of one claim; `a` and `b` in sentences. */
function differenceOf(name: string, one: Claims, other: Claims) {
  return compareClaims({ name: 'a', claims: one }, { name: 'b', claims: other }).find((claim) => claim.name === name)
}

const SINGLE = { acr: 'urn:authlane:acr:single-factor', amr: ['pwd'] }
const MULTIPLE = { acr: 'urn:authlane:acr:multi-factor', amr: ['pwd', 'otp', 'mfa'] }

test('compares claim by claim: what tells first, what always differs next, what is the same last', () => {
  const one = { iss: 'a', jti: '1', acr: 'low' }
  const other = { iss: 'a', jti: '2', acr: 'high', amr: ['pwd'] }
  const compared = compareClaims({ name: 'a', claims: one }, { name: 'b', claims: other })
  expect(compared.map(({ name, one, other, isSame, isTelling }) => [name, one, other, isSame, isTelling])).toEqual([
    ['acr', 'low', 'high', false, true],
    ['amr', undefined, '["pwd"]', false, true],
    ['jti', '1', '2', false, false],
    ['iss', 'a', 'a', true, false],
  ])
})

test('a higher acr proves a second factor, whichever side it is on (RFC 9470 §3)', () => {
  expect(differenceOf('acr', SINGLE, MULTIPLE)?.meaning).toMatch(/^B proves a second factor, a only the first/)
  expect(differenceOf('acr', MULTIPLE, SINGLE)?.meaning).toMatch(/^A proves a second factor, b only the first/)
  expect(differenceOf('acr', { acr: 'gold' }, {})?.meaning).toMatch(/^B does not say how strong/)
  expect(differenceOf('acr', { acr: 'gold' }, { acr: 'silver' })?.meaning).toContain('agreed with the issuer')
})

test('amr lists what was proven for one of them alone (RFC 8176 §2)', () => {
  expect(differenceOf('amr', SINGLE, MULTIPLE)?.meaning).toBe(
    'Only for b did the person prove a one-time code (otp), more than one factor (mfa) (RFC 8176 §2).',
  )
  expect(differenceOf('amr', { amr: ['pwd', 'otp'] }, { amr: ['pwd', 'x'] })?.meaning).toBe(
    'Only for b did the person prove x. Only for a did the person prove a one-time code (otp) (RFC 8176 §2).',
  )
})

test('a later auth_time is a new sign-in, which a refresh is not (OpenID Connect Core §12.2)', () => {
  expect(differenceOf('auth_time', { auth_time: 0 }, { auth_time: 300 })?.meaning).toMatch(
    /^The person signed in again 5 min later: b comes from a newer sign-in than a/,
  )
  expect(differenceOf('auth_time', { auth_time: 0 }, {})?.meaning).toMatch(/^Only a says when/)
})

test('exp is said as a lifetime, and tells nothing when only the issue was later', () => {
  expect(differenceOf('exp', { iat: 0, exp: 300 }, { iat: 60, exp: 360 })).toMatchObject({
    meaning: 'Both live 5 min; b ends 1 min later than a only because it was issued then.',
    isTelling: false,
  })
  expect(differenceOf('exp', { iat: 0, exp: 300 }, { iat: 0, exp: 60 })).toMatchObject({
    meaning: 'A lives 5 min, b 1 min.',
    isTelling: true,
  })
  expect(differenceOf('exp', { exp: 300 }, { exp: 60 })?.meaning).toBe('A ends 4 min later than b.')
  expect(differenceOf('exp', { exp: 300 }, {})?.meaning).toMatch(/^B has no expiry/)
})

test('scope says which words are new and which are gone', () => {
  expect(differenceOf('scope', { scope: 'read write' }, { scope: 'read delete admin' })?.meaning).toBe(
    'Compared with a, b also allows delete and admin, and does not allow write.',
  )
  expect(differenceOf('scope', { scope: 'a b' }, { scope: 'b a' })?.isTelling).toBe(false)
})

test('a key that only one is bound to makes the other a bearer token (RFC 7800 §3)', () => {
  expect(differenceOf('cnf', {}, { cnf: { jkt: 'x' } })?.meaning).toMatch(/^B works only together with a key/)
  expect(differenceOf('cnf', { cnf: { jkt: 'x' } }, { cnf: { jkt: 'y' } })?.meaning).toContain('different keys')
})

test('a nonce that one lacks comes from a refresh (OpenID Connect Core §12.2)', () => {
  expect(differenceOf('nonce', { nonce: 'n' }, {})).toMatchObject({ isTelling: true })
  expect(differenceOf('nonce', { nonce: 'n' }, { nonce: 'm' })).toMatchObject({ isTelling: false })
})

test.each(['iss', 'sub', 'aud', 'azp', 'client_id', 'iat', 'nbf', 'sid', 'jti', 'at_hash', 'c_hash', 'act'])(
  'a different %s has a meaning in words',
  (name) => {
    expect(differenceOf(name, { [name]: 'x' }, { [name]: 'y' })?.meaning).toMatch(/^[A-Z].{20,}\.$/)
  },
)

test('what nobody standardised differs without a meaning', () => {
  expect(differenceOf('colour', { colour: 'red' }, {})).toEqual({
    name: 'colour',
    one: 'red',
    other: undefined,
    isSame: false,
    isTelling: true,
  })
})
