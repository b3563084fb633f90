import { decodeJwt } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import {
  type Example,
  errorOf,
  isActive,
  NOW,
  obtainTokens,
  refresh,
  startExample,
  type Tokens,
  tokensOf,
} from '../../conformance/example-server.fixture.ts'

let example: Example
let tokens: Tokens

beforeEach(async () => {
  example = await startExample()
  tokens = await obtainTokens(example)
})

test('each use brings a new refresh token and retires the old one (RFC 9700 §4.14.2)', async () => {
  const next = tokensOf(await refresh(example, tokens.refresh_token))
  expect(next.refresh_token).not.toBe(tokens.refresh_token)
  expect(example.server.snapshot().grants).toMatchObject([
    {
      refresh_tokens: [
        { generation: 1, status: 'used' },
        { generation: 2, status: 'active' },
      ],
    },
  ])
})

test('a replay is invalid_grant and revokes the whole family, newer tokens included (RFC 9700 §4.14.2)', async () => {
  const second = tokensOf(await refresh(example, tokens.refresh_token))
  const third = tokensOf(await refresh(example, second.refresh_token))
  expect(errorOf(await refresh(example, tokens.refresh_token))).toBe('invalid_grant')
  expect(errorOf(await refresh(example, third.refresh_token))).toBe('invalid_grant')
  for (const { access_token } of [tokens, second, third]) expect(await isActive(example, access_token)).toBe(false)
})

test('a wider scope is invalid_scope and does not burn the token (RFC 6749 §6)', async () => {
  expect(errorOf(await refresh(example, tokens.refresh_token, { scope: 'notes.write' }))).toBe('invalid_scope')
  expect(errorOf(await refresh(example, tokens.refresh_token))).toBeUndefined()
})

test('a narrower scope narrows the access token and not the grant (RFC 6749 §6)', async () => {
  const narrow = tokensOf(await refresh(example, tokens.refresh_token, { scope: 'notes.read' }))
  expect(narrow.scope).toBe('notes.read')
  expect(narrow).not.toHaveProperty('id_token')
  expect(tokensOf(await refresh(example, narrow.refresh_token)).scope).toBe(tokens.scope)
})

test('another client is invalid_grant and does not burn the token (RFC 6749 §6)', async () => {
  expect(errorOf(await refresh(example, tokens.refresh_token, { client_id: 'other-app' }))).toBe('invalid_grant')
  expect(errorOf(await refresh(example, tokens.refresh_token))).toBeUndefined()
})

test('a rotated token does not outlive the first (RFC 10017 §6.3.2.3)', async () => {
  example.clock.elapsedSeconds = 86_399
  const next = tokensOf(await refresh(example, tokens.refresh_token))
  example.clock.elapsedSeconds = 86_400
  expect(errorOf(await refresh(example, next.refresh_token))).toBe('invalid_grant')
})

test('the ID Token of a refresh keeps auth_time, acr and sid and has no nonce (OpenID Connect Core §12.2)', async () => {
  example.clock.elapsedSeconds = 1000
  const before = decodeJwt(tokens.id_token)
  const after = decodeJwt(tokensOf(await refresh(example, tokens.refresh_token)).id_token)
  expect(after).toMatchObject({ iat: NOW + 1000, auth_time: NOW, acr: before.acr, sid: before.sid, sub: before.sub })
  expect(after).not.toHaveProperty('nonce')
})

test('within the reuse window a replay gets the live token of the family, after it the end (policy)', async () => {
  const lenient = await startExample({ policy: { refreshTokenReuseWindowSeconds: 10 } })
  const first = await obtainTokens(lenient)
  const second = tokensOf(await refresh(lenient, first.refresh_token))
  lenient.clock.elapsedSeconds = 9
  const repeated = tokensOf(await refresh(lenient, first.refresh_token))
  expect(repeated.refresh_token).toBe(second.refresh_token)
  lenient.clock.elapsedSeconds = 10
  expect(errorOf(await refresh(lenient, first.refresh_token))).toBe('invalid_grant')
  expect(await isActive(lenient, second.refresh_token)).toBe(false)
})

test('a server that only refuses a replay leaves the family alone (policy)', async () => {
  const lax = await startExample({ policy: { refreshTokenReplay: 'refused' } })
  const first = await obtainTokens(lax)
  const second = tokensOf(await refresh(lax, first.refresh_token))
  expect(errorOf(await refresh(lax, first.refresh_token))).toBe('invalid_grant')
  expect(await isActive(lax, second.refresh_token)).toBe(true)
})

test('without rotation the same token goes on and none is handed out (policy)', async () => {
  const steady = await startExample({ policy: { refreshTokenRotation: false } })
  const first = await obtainTokens(steady)
  for (let uses = 0; uses < 3; uses++) {
    expect(tokensOf(await refresh(steady, first.refresh_token))).not.toHaveProperty('refresh_token')
  }
  steady.clock.elapsedSeconds = 86_400
  expect(errorOf(await refresh(steady, first.refresh_token))).toBe('invalid_grant')
})

test.each([
  ['invalid_request', 'a missing one', ''],
  ['invalid_grant', 'an unknown one', 'unknown'],
])('answers %s for %s (RFC 6749 §5.2)', async (error, _, value) => {
  expect(errorOf(await refresh(example, value))).toBe(error)
})
