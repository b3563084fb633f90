import { expect, test } from 'vitest'
import { header, json, parseForm } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { challengeOf, claims, exampleApi, ISSUER, NOW, RESOURCE, sign } from './example-api.fixture.ts'

const active = { active: true, token_type: 'Bearer', ...claims }

function introspectingApi(answer: Readonly<Record<string, unknown>>, client_id = 'api') {
  const api = exampleApi({
    validation: {
      type: 'introspection',
      introspection_endpoint: `${ISSUER}/introspect`,
      client_id,
      client_secret: 's+c r:t%',
    },
  })
  api.issuer = async () => json(200, answer)
  return api
}

test('asks the authorization server about each token, with its own credentials (RFC 7662 §2.1)', async () => {
  const api = introspectingApi(active, 'api:1')
  expect((await api.call('/notes', 'opaque-1')).status).toBe(200)
  expect((await api.call('/notes', 'opaque-1')).status).toBe(200)
  expect(api.calls).toHaveLength(2)
  const [call] = api.calls
  expect(call).toMatchObject({ method: 'POST', url: `${ISSUER}/introspect` })
  expect(call && parseForm(call.body)).toEqual([
    ['token', 'opaque-1'],
    ['token_type_hint', 'access_token'],
  ])
  // RFC 6749 §2.3.1: each part is form-encoded on its own.
  expect(call && header(call, 'authorization')).toBe(`Basic ${btoa('api%3A1:s%2Bc+r%3At%25')}`)
})

test('refuses a token as soon as it is revoked (RFC 7662 §2.2)', async () => {
  const api = introspectingApi(active)
  expect((await api.call('/notes', 'opaque')).status).toBe(200)
  api.issuer = async () => json(200, { active: false })
  const response = await api.call('/notes', 'opaque')
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toMatchObject({
    error: 'invalid_token',
    error_description: expect.stringMatching(/revoked/),
  })
  expect(api.notes.at(-1)).toMatchObject({
    rule: 'active',
    passed: false,
    clause: 'RFC 7662 §2.2',
    sent: 'active: false',
  })
})

test('says "expired" of an inactive token that is a readable JWT beyond its exp', async () => {
  const api = introspectingApi({ active: false })
  const token = await sign(claims)
  api.elapsedSeconds = 310
  expect(challengeOf(await api.call('/notes', token)).error_description).toBe('The token expired 10 s ago.')
  api.elapsedSeconds = 10
  expect(challengeOf(await api.call('/notes', token)).error_description).toMatch(/revoked/)
})

test('takes nothing but a true "active" for active (RFC 7662 §2.2)', async () => {
  for (const value of ['true', 1, null, undefined] satisfies (Json | undefined)[]) {
    expect((await introspectingApi({ ...active, active: value }).call('/notes', 'opaque')).status).toBe(401)
  }
})

test('refuses an active token that is not meant for it (RFC 9068 §4, RFC 7662 §2.2)', async () => {
  const answers = [
    [{ ...active, aud: 'https://other.example' }, /Wrong audience/],
    [{ ...active, aud: undefined }, /Wrong audience/],
    [{ ...active, iss: 'https://evil.example' }, /Wrong issuer/],
    [{ ...active, exp: NOW }, /expired/],
    [{ ...active, nbf: NOW + 5 }, /not yet valid/],
    [{ ...active, token_type: 'refresh_token' }, /Wrong token type/],
  ] as const
  for (const [answer, description] of answers) {
    const response = await introspectingApi(answer).call('/notes', 'opaque')
    expect(response.status).toBe(401)
    expect(challengeOf(response)).toMatchObject({
      error: 'invalid_token',
      error_description: expect.stringMatching(description),
    })
  }
})

test('leaves optional members out of the verdict (RFC 7662 §2.2)', async () => {
  const api = introspectingApi({ active: true, aud: RESOURCE, scope: 'read' })
  expect((await api.call('/notes', 'opaque')).status).toBe(200)
})

test('answers 503 when the authorization server gives no verdict (RFC 9110 §15.6.4)', async () => {
  const api = introspectingApi(active)
  for (const issuer of [
    async () => json(401, { error: 'invalid_client' }),
    async () => json(302, active),
    async () => json(200, []),
    () => Promise.reject(new TypeError('fetch failed')),
  ]) {
    api.issuer = issuer
    const response = await api.call('/notes', 'opaque')
    expect(response.status).toBe(503)
    expect(JSON.parse(response.body).error).toBe('temporarily_unavailable')
  }
})

test('has no key set to show', () => {
  const snapshot = introspectingApi(active).server.snapshot()
  expect(snapshot).toMatchObject({ resource: RESOURCE, validation: 'introspection', leewaySeconds: 0 })
  expect(Object.keys(snapshot)).not.toContain('keySet')
})
