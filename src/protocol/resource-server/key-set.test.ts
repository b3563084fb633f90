import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import { fixtureKeys } from '../fixture-keys.ts'
import type { PrivateJwk } from '../keys.ts'
import { claims, exampleApi, ISSUER, keySetResponse, NOW, sign } from './example-api.fixture.ts'

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const nextKey: PrivateJwk = { ...(await exportJWK(privateKey)), kid: 'next', alg: 'RS256' }
const token = await sign(claims)
const tokenOfNextKey = await sign(claims, { key: nextKey })

test('fetches the key set at the first token and uses it for the next ones (RFC 7517 §5)', async () => {
  const api = exampleApi()
  expect(api.server.snapshot().keySet).toEqual({ kids: [], fetchedAt: null })
  for (let count = 0; count < 3; count++) expect((await api.call('/notes', token)).status).toBe(200)
  expect(api.calls).toMatchObject([{ method: 'GET', url: `${ISSUER}/jwks.json` }])
  expect(api.server.snapshot().keySet).toEqual({ kids: ['public-fixture-1'], fetchedAt: NOW })
})

test('makes one request for any number of tokens that wait for it', async () => {
  const api = exampleApi()
  const responses = await Promise.all(Array.from({ length: 20 }, () => api.call('/notes', token)))
  expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(api.calls).toHaveLength(1)
})

test('finds a rotated key by exactly one refetch (RFC 7517 §4.5)', async () => {
  const api = exampleApi()
  await api.call('/notes', token)
  api.issuer = async () => keySetResponse([nextKey, ...fixtureKeys])
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(200)
  expect(api.calls).toHaveLength(2)
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(200)
  expect(api.calls).toHaveLength(2)
})

test('refetches once for an unknown kid, and invented kids cause no flood', async () => {
  const api = exampleApi()
  await api.call('/notes', token)
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(401)
  expect(api.calls).toHaveLength(2)
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(401)
  expect(api.calls).toHaveLength(2)
  api.elapsedSeconds = 30
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(401)
  expect(api.calls).toHaveLength(3)
})

test('waits until its copy is too old where it is told not to refetch (OpenID Connect Core §10.1.1 leads back at once)', async () => {
  const api = exampleApi({ validation: { type: 'jwt', jwks_uri: `${ISSUER}/jwks.json`, jwks_refetch: false } })
  await api.call('/notes', token)
  api.issuer = async () => keySetResponse([nextKey, ...fixtureKeys])
  const lateToken = await sign({ ...claims, exp: NOW + 3600 }, { key: nextKey })
  expect((await api.call('/notes', lateToken)).status).toBe(401)
  expect(api.calls).toHaveLength(1)
  api.elapsedSeconds = 600
  expect((await api.call('/notes', lateToken)).status).toBe(200)
})

test('does not refetch a set that was fetched for this very token', async () => {
  const api = exampleApi()
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(401)
  expect(api.calls).toHaveLength(1)
})

test('asks again when its copy is too old, and drops a withdrawn key then', async () => {
  const api = exampleApi()
  api.issuer = async () => keySetResponse([nextKey])
  expect((await api.call('/notes', tokenOfNextKey)).status).toBe(200)
  api.issuer = async () => keySetResponse()
  const lateToken = await sign({ ...claims, exp: NOW + 3600 }, { key: nextKey })
  api.elapsedSeconds = 599
  expect((await api.call('/notes', lateToken)).status).toBe(200)
  api.elapsedSeconds = 600
  expect((await api.call('/notes', lateToken)).status).toBe(401)
})

test('answers 503 while the issuer gives no key set, and recovers (RFC 9110 §15.6.4)', async () => {
  const api = exampleApi()
  const failures = [
    async () => json(500, {}),
    async () => json(200, { keys: 'none' }),
    async () => json(200, { keys: [null] }),
    async () => ({ status: 200, headers: [], body: '<html>' }),
    () => Promise.reject(new TypeError('fetch failed')),
  ]
  for (const issuer of failures) {
    api.issuer = issuer
    const response = await api.call('/notes', token)
    expect(response.status).toBe(503)
    expect(JSON.parse(response.body).error).toBe('temporarily_unavailable')
  }
  api.issuer = async () => keySetResponse()
  expect((await api.call('/notes', token)).status).toBe(200)
})

test('refuses a token without kid when several keys could have signed it (RFC 7515 §4.1.4)', async () => {
  const api = exampleApi()
  api.issuer = async () => keySetResponse([nextKey, ...fixtureKeys])
  const { kid: _, ...anonymousKey } = nextKey
  const response = await api.call('/notes', await sign(claims, { key: anonymousKey as PrivateJwk }))
  expect(response.status).toBe(401)
})

test.each([
  ['that is none', { kty: 'RSA', kid: 'public-fixture-1', alg: 'RS256', n: '', e: '' }],
  ['without its members', { kty: 'RSA', kid: 'public-fixture-1', alg: 'RS256' }],
  ['that is too short', { kty: 'RSA', kid: 'public-fixture-1', alg: 'RS256', n: 'x'.repeat(86), e: 'AQAB' }],
])('says that it cannot tell, with a key %s: 503 temporarily_unavailable (policy)', async (_, key) => {
  const api = exampleApi()
  api.issuer = async () => json(200, { keys: [key] })
  const response = await api.call('/notes', token)
  expect([response.status, JSON.parse(response.body).error]).toEqual([503, 'temporarily_unavailable'])
})
