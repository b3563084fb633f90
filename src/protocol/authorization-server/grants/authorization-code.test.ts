import { decodeJwt, decodeProtectedHeader } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import {
  API,
  type Example,
  errorOf,
  exchange,
  isActive,
  NOW,
  obtainCode,
  startExample,
  tokensOf,
} from '../../conformance/example-server.fixture.ts'
import type { Note } from '../../environment.ts'

const otherClient = { client_id: 'other-app' }
let example: Example
let notes: Note[]

beforeEach(async () => {
  notes = []
  example = await startExample({}, { note: (note) => notes.push(note) })
})

test('answers with tokens and says what they are (RFC 6749 §5.1)', async () => {
  const response = await exchange(example, await obtainCode(example))
  expect(JSON.parse(response.body)).toMatchObject({
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'openid profile offline_access notes.read',
  })
})

test('the access token is a JWT with the claims of RFC 9068 §2.2', async () => {
  const { access_token } = tokensOf(await exchange(example, await obtainCode(example)))
  expect(decodeProtectedHeader(access_token)).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: 'public-fixture-1' })
  expect(decodeJwt(access_token)).toEqual({
    iss: example.server.issuer,
    sub: 'user-1',
    aud: API,
    client_id: 'app',
    exp: NOW + 300,
    iat: NOW,
    jti: expect.any(String),
    scope: 'openid profile offline_access notes.read',
    auth_time: NOW,
    acr: 'urn:authlane:acr:single-factor',
    amr: ['pwd'],
  })
})

test('the ID Token carries nonce, at_hash, azp, sid and the sign-in (OpenID Connect Core §2, §3.1.3.6)', async () => {
  const { id_token } = tokensOf(await exchange(example, await obtainCode(example)))
  expect(decodeJwt(id_token)).toEqual({
    iss: example.server.issuer,
    sub: 'user-1',
    aud: 'app',
    azp: 'app',
    exp: NOW + 300,
    iat: NOW,
    auth_time: NOW,
    nonce: 'nonce-1',
    acr: 'urn:authlane:acr:single-factor',
    amr: ['pwd'],
    sid: expect.any(String),
    at_hash: expect.stringMatching(/^[\w-]{22}$/),
  })
})

test('no ID Token without openid, no refresh token without offline_access (OpenID Connect Core §3.1.2.1, §11)', async () => {
  const plain = tokensOf(await exchange(example, await obtainCode(example, { scope: 'notes.read' })))
  expect(plain).not.toHaveProperty('id_token')
  expect(plain).toHaveProperty('refresh_token')
  const online = tokensOf(await exchange(example, await obtainCode(example, { scope: 'openid' })))
  expect(online).toHaveProperty('id_token')
  expect(online).not.toHaveProperty('refresh_token')
})

test('an opaque access token says nothing and is worth as much (policy)', async () => {
  const opaque = await startExample({ policy: { accessTokenFormat: 'opaque' } })
  const { access_token } = tokensOf(await exchange(opaque, await obtainCode(opaque)))
  expect(access_token).toMatch(/^[\w-]{43}$/)
  expect(await isActive(opaque, access_token)).toBe(true)
})

test('a second use is invalid_grant and revokes every token of the first (RFC 6749 §4.1.2)', async () => {
  const code = await obtainCode(example)
  const tokens = tokensOf(await exchange(example, code))
  expect(errorOf(await exchange(example, code))).toBe('invalid_grant')
  expect(await isActive(example, tokens.access_token)).toBe(false)
  expect(await isActive(example, tokens.refresh_token)).toBe(false)
  const replayed = notes.filter((note) => note.type === 'lifecycle' && note.change !== 'issued')
  expect(replayed.map((note) => note.type === 'lifecycle' && `${note.artifact} ${note.change}`)).toEqual([
    'authorization_code used',
    'authorization_code replayed',
    'grant revoked',
    'refresh_token revoked',
    'access_token revoked',
  ])
})

test('an attempt by another client is invalid_grant and does not burn the code (RFC 6749 §4.1.3)', async () => {
  const code = await obtainCode(example)
  expect(errorOf(await exchange(example, code, otherClient))).toBe('invalid_grant')
  expect(errorOf(await exchange(example, code))).toBeUndefined()
  expect(errorOf(await exchange(example, code, otherClient))).toBe('invalid_grant')
  expect(example.server.snapshot().grants).toMatchObject([{ status: 'active' }])
})

test.each([
  ['invalid_grant', 'another redirect_uri', { redirect_uri: 'https://app.example/callback/' }],
  ['invalid_request', 'no redirect_uri', { redirect_uri: '' }],
  ['invalid_grant', 'a wrong verifier', { code_verifier: 'x'.repeat(43) }],
  ['invalid_grant', 'no verifier', { code_verifier: '' }],
  ['invalid_request', 'no code', { code: '' }],
  ['invalid_grant', 'an unknown code', { code: 'unknown' }],
])('answers %s for %s and leaves the code usable (RFC 6749 §4.1.3, RFC 7636 §4.6)', async (error, _, parameters) => {
  const code = await obtainCode(example)
  expect(errorOf(await exchange(example, code, parameters))).toBe(error)
  expect(errorOf(await exchange(example, code))).toBeUndefined()
})

test('an expired code is invalid_grant, and the note compares the times (RFC 6749 §4.1.2)', async () => {
  const code = await obtainCode(example)
  example.clock.elapsedSeconds += 60
  expect(errorOf(await exchange(example, code))).toBe('invalid_grant')
  expect(notes).toContainEqual(
    expect.objectContaining({
      rule: 'authorization_code_expiry',
      sent: `now ${NOW + 60}`,
      expected: `before ${NOW + 60}`,
    }),
  )
})

test('the code that was held back while another use came in is replayed, in the order of the steps (policy)', async () => {
  const waiting: (() => void)[] = []
  const ordered = await startExample(
    {},
    { step: (name) => new Promise((go) => (name === 'authorization_code.consume' ? waiting.push(go) : go())) },
  )
  const code = await obtainCode(ordered)
  const first = exchange(ordered, code)
  await expect.poll(() => waiting.length).toBe(1)
  const attempts = [first, exchange(ordered, code)]
  await expect.poll(() => waiting.length).toBe(2)
  waiting.reverse().forEach((go) => {
    go()
  })
  expect((await Promise.all(attempts)).map(errorOf)).toEqual(['invalid_grant', undefined])
})
