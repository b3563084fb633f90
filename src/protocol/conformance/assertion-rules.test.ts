/** The assertion grant, seen from outside (RFC 7523 §2.1). */
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import type { Environment } from '../index.ts'
import { AS, bring, GRANT, ORDERS, PARTNER, published, SUB, sign, start, stranger } from './assertions.fixture.ts'
import { API, errorOf, NOW, startExample, tokensOf } from './example-server.fixture.ts'

test('an assertion becomes an access token about its subject, without a refresh token (RFC 7523 §2.1)', async () => {
  const example = await start()
  expect(example.metadata.grant_types_supported).toContain(GRANT)
  const body = JSON.parse((await bring(example, await sign({ act: { sub: 'bot' } }))).body)
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'notes.read notes.write',
  })
  expect(decodeJwt(body.access_token)).toMatchObject({ sub: SUB, client_id: 'job', act: { sub: 'bot' } })
})

test('is unknown where no client is registered for it, and not for other clients (RFC 6749 §5.2)', async () => {
  const example = await start()
  const without = await startExample()
  expect(errorOf(await bring(without, 'x', { client_id: 'app', client_secret: 'app-secret' }))).toBe(
    'unsupported_grant_type',
  )
  const as = { client_id: 'app', client_secret: 'app-secret' }
  expect(errorOf(await bring(example, await sign({}), as))).toBe('unauthorized_client')
})

test('the token endpoint is an audience too, and so is a list with this server in it (RFC 7523 §3)', async () => {
  const example = await start()
  for (const aud of [`${AS}/token`, [AS, 'https://other.example']]) {
    expect((await bring(example, await sign({ aud }))).status).toBe(200)
  }
})

test.each([
  ['another audience', { aud: 'https://other.example' }, {}],
  ['no audience', { aud: undefined }, {}],
  ['one that expired', { exp: NOW }, {}],
  ['no exp', { exp: undefined }, {}],
  ['one that is not valid yet', { nbf: NOW + 60 }, {}],
  ['no subject', { sub: undefined }, {}],
  ['an unknown issuer', { iss: 'https://stranger.example' }, {}],
  ['a malformed act', { act: 'bot' }, {}],
  ['an access token', {}, { typ: 'at+jwt' }],
  [
    'an identity assertion from an issuer that is not trusted for them',
    { jti: 'a', client_id: 'job' },
    { typ: 'oauth-id-jag+jwt' },
  ],
])('refuses (RFC 7523 §3, §3.1) %s with invalid_grant', async (_, claims, signing) => {
  const response = await bring(await start(), await sign(claims, signing))
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_grant'])
})

test('refuses what another key signed, and what is no JWT (RFC 7523 §3.1)', async () => {
  const example = await start()
  expect(errorOf(await bring(example, await sign({}, { key: (await stranger).privateKey })))).toBe('invalid_grant')
  expect(errorOf(await bring(example, 'no.jwt'))).toBe('invalid_grant')
  expect(errorOf(await bring(example, ''))).toBe('invalid_request')
})

test('the keys of an issuer are fetched where they are published (RFC 7523 §3)', async () => {
  const jwk = await published
  const send: Environment['send'] = async ({ url }) =>
    url === `${PARTNER}/jwks`
      ? { status: 200, headers: [], body: JSON.stringify({ keys: [jwk] }) }
      : Promise.reject(new TypeError('down'))
  expect((await bring(await start({ byUri: true, send }), await sign({}))).status).toBe(200)
  const down = () => Promise.reject(new TypeError('down'))
  expect(errorOf(await bring(await start({ byUri: true, send: down }), await sign({})))).toBe('invalid_grant')
})

const subject = (rest: object) => ({ client: { assertion_subjects: [{ issuer: PARTNER, ...rest }] } })
test.each([
  ['the exact subject', subject({ sub: SUB }), {}, undefined],
  ['another subject', subject({ sub: 'repo:acme/shop:dev' }), {}, 'invalid_grant'],
  ['how the subject begins', subject({ sub_prefix: 'repo:acme' }), { sub: 'repo:acme-evil/x' }, undefined],
  ['another beginning', subject({ sub_prefix: 'repo:acme/' }), { sub: 'repo:acme-evil/x' }, 'invalid_grant'],
  ['an id beside it', subject({ sub: SUB, claims: { repository_id: '1' } }), { repository_id: '1' }, undefined],
  ['another id', subject({ sub: SUB, claims: { repository_id: '1' } }), { repository_id: '2' }, 'invalid_grant'],
  ['another issuer', { client: { assertion_subjects: [{ issuer: AS, sub: SUB }] } }, {}, 'invalid_grant'],
])('whose assertions a client may bring: %s (policy)', async (_, setup, claims, error) => {
  expect(errorOf(await bring(await start(setup), await sign(claims)))).toBe(error)
})

test('a scope of another resource is refused, where the server says whose it is (policy)', async () => {
  const example = await start({ scope_resources: { 'notes.read': ORDERS, 'notes.write': API } })
  const ask = async (scope: string) => errorOf(await bring(example, await sign({}), { resource: ORDERS, scope }))
  expect(await ask('notes.write')).toBe('invalid_target')
  expect(await ask('notes.read')).toBeUndefined()
})

test('scope and resource are held against the registration and the server (RFC 6749 §3.3, RFC 8707 §2)', async () => {
  const example = await start()
  expect(errorOf(await bring(example, await sign({}), { scope: 'profile' }))).toBe('invalid_scope')
  expect(errorOf(await bring(example, await sign({}), { resource: 'https://elsewhere.example' }))).toBe(
    'invalid_target',
  )
  const narrow = await bring(example, await sign({}), { resource: ORDERS, scope: 'notes.read' })
  expect(decodeJwt(tokensOf(narrow).access_token)).toMatchObject({ aud: ORDERS, scope: 'notes.read' })
})
