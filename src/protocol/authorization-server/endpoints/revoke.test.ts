import { beforeEach, expect, test } from 'vitest'
import {
  APP,
  type Example,
  errorOf,
  isActive,
  obtainTokens,
  post,
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

const revoke = (form: Record<string, string>) =>
  post(example.server.handle, example.metadata.revocation_endpoint, { ...APP, ...form })

test('a refresh token takes its access tokens along (RFC 7009 §2.1)', async () => {
  const next = tokensOf(await refresh(example, tokens.refresh_token))
  expect((await revoke({ token: next.refresh_token })).status).toBe(200)
  expect(await isActive(example, tokens.access_token)).toBe(false)
  expect(await isActive(example, next.access_token)).toBe(false)
  expect(errorOf(await refresh(example, next.refresh_token))).toBe('invalid_grant')
})

test('an access token goes alone and stands on the revocation list until it expires (RFC 7009 §2.1)', async () => {
  await revoke({ token: tokens.access_token })
  expect(await isActive(example, tokens.access_token)).toBe(false)
  expect(await isActive(example, tokens.refresh_token)).toBe(true)
  expect(example.server.snapshot().revocation_list).toHaveLength(1)
  example.clock.elapsedSeconds += 300
  expect(example.server.snapshot().revocation_list).toEqual([])
})

test('answers 200 for an unknown token, whatever the hint (RFC 7009 §2.2)', async () => {
  expect((await revoke({ token: 'unknown', token_type_hint: 'refresh_token' })).status).toBe(200)
  expect((await revoke({ token: tokens.access_token, token_type_hint: 'refresh_token' })).status).toBe(200)
  expect(await isActive(example, tokens.access_token)).toBe(false)
})

test("refuses another client's token and leaves it alone (RFC 7009 §2.1)", async () => {
  const refused = await revoke({ client_id: 'other-app', token: tokens.refresh_token })
  expect([refused.status, errorOf(refused)]).toEqual([400, 'invalid_grant'])
  expect(await isActive(example, tokens.refresh_token)).toBe(true)
})

test('a missing token is invalid_request, failed authentication 401 (RFC 7009 §2.1, §2.2.1)', async () => {
  expect(errorOf(await revoke({}))).toBe('invalid_request')
  const failed = await revoke({ token: tokens.access_token, client_secret: 'wrong' })
  expect([failed.status, errorOf(failed)]).toEqual([401, 'invalid_client'])
  expect(await isActive(example, tokens.access_token)).toBe(true)
})
