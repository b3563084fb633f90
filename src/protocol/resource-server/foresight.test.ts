import { expect, test } from 'vitest'
import type { AccessTokenClaims } from './config.ts'
import { describeResourceServer } from './description.ts'
import { claims, exampleApi, NOW, sign } from './example-api.fixture.ts'
import { foreseeRules } from './foresight.ts'

const description = exampleApi().server.snapshot()

test('tells what each route demands, as JSON and without a secret', () => {
  expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  expect(description.routes).toContainEqual({ method: 'GET', path: '/recent', scope: 'read', max_age: 60 })
  const validation = {
    type: 'introspection',
    introspection_endpoint: '/',
    client_id: 'a',
    client_secret: 'hush',
  } as const
  const config = { resource: 'https://api.example', issuer: 'https://as.example', validation, routes: [] }
  expect(JSON.stringify(describeResourceServer(config))).not.toContain('hush')
})

test.each([
  ['good', {}, undefined],
  ['of another issuer', { iss: 'https://other.example' }, 'issuer'],
  ['for another API', { aud: 'https://other.example' }, 'audience'],
  ['expired', { exp: NOW }, 'expiry'],
  ['not valid yet', { nbf: NOW + 1 }, 'not_before'],
  ['without the scope', { scope: 'write' }, 'scope'],
])('foresees what becomes of a token that is %s', async (_, changes, rule) => {
  const api = exampleApi()
  const token = { claims: { ...claims, ...changes } as AccessTokenClaims, isRevoked: false }
  const route = description.routes.find(({ path, method }) => path === '/notes' && method === 'GET')
  if (route === undefined) throw new Error('no route')
  const foreseen = foreseeRules(token, description, { route, now: NOW }).find(({ holds }) => !holds)
  const response = await api.call('/notes', await sign(token.claims))
  const refused = api.notes.find(({ passed }) => !passed)
  expect(foreseen?.rule).toBe(rule)
  expect(refused?.rule).toBe(rule)
  expect(foreseen?.message).toBe(refused?.message)
  expect(response.status === 200).toBe(rule === undefined)
})

test('a revoked token is foreseen as refused where the API introspects, and nowhere else (RFC 7662 §2.2)', () => {
  const route = { method: 'GET', path: '/ping', scope: '' }
  const revoked = { claims: claims as AccessTokenClaims, isRevoked: true }
  expect(foreseeRules(revoked, description, { route, now: NOW }).every(({ holds }) => holds)).toBe(true)
  const asking = { ...description, validation: 'introspection' } as const
  expect(foreseeRules(revoked, asking, { route, now: NOW }).find(({ holds }) => !holds)?.rule).toBe('active')
})
