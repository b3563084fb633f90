import { expect, test } from 'vitest'
import { header } from '../../../http/index.ts'
import { basic, INITIAL_ACCESS_TOKEN, post, startExample } from '../../conformance/example-server.fixture.ts'
import { createAuthorizationServer } from '../index.ts'

const example = await startExample()
const service = { client_name: 'Nightly export', grant_types: ['client_credentials'], scope: 'notes.read' }

/** Sends a registration. */
function register(body: unknown, token: string | undefined = INITIAL_ACCESS_TOKEN, type = 'application/json') {
  const authorization = token === '' ? [] : [['authorization', `Bearer ${token}`] as const]
  return example.server.handle({
    method: 'POST',
    url: example.metadata.registration_endpoint ?? '',
    headers: [['content-type', type], ...authorization],
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

test('answers 201 with the metadata and the secret, which works (RFC 7591 §3.2.1)', async () => {
  const response = await register(service)
  expect([response.status, header(response, 'cache-control')]).toEqual([201, 'no-store'])
  const client = JSON.parse(response.body)
  expect(client).toMatchObject({ ...service, client_secret_expires_at: 0, client_id_issued_at: expect.any(Number) })
  const credentials = basic(client.client_id, client.client_secret)
  const form = { grant_type: 'client_credentials' }
  expect((await post(example.server.handle, example.metadata.token_endpoint, form, credentials)).status).toBe(200)
})

test('shows the secret once: the snapshot masks it (RFC 7591 §3.2.1)', async () => {
  const { client_secret } = JSON.parse((await register(service)).body)
  expect(JSON.stringify(example.server.snapshot())).not.toContain(client_secret)
})

test('gives a public client no secret (RFC 7591 §3.2.1)', async () => {
  const redirect_uris = ['https://new.example/cb']
  const client = JSON.parse((await register({ redirect_uris, token_endpoint_auth_method: 'none' })).body)
  expect(client).not.toHaveProperty('client_secret')
  expect(client).not.toHaveProperty('client_secret_expires_at')
})

test('asks for the initial access token (RFC 7591 §3)', async () => {
  const missing = await register(service, '')
  expect([missing.status, header(missing, 'www-authenticate')]).toEqual([401, expect.not.stringContaining('error')])
  const wrong = await register(service, 'wrong')
  expect([wrong.status, JSON.parse(wrong.body).error]).toEqual([401, 'invalid_token'])
})

test.each([
  ['invalid_client_metadata', '{', 'application/json'],
  ['invalid_client_metadata', 'redirect_uris=x', 'application/x-www-form-urlencoded'],
  ['invalid_redirect_uri', '{}', 'application/json'],
])('answers 400 %s for the body %s as %s (RFC 7591 §3.2.2)', async (error, body, type) => {
  const response = await register(body, INITIAL_ACCESS_TOKEN, type)
  expect([response.status, JSON.parse(response.body).error]).toEqual([400, error])
})

test('is not there without an initial access token in the configuration (RFC 7591 §3)', async () => {
  const closed = createAuthorizationServer({ issuer: 'https://closed.example' })
  const request = { method: 'POST', url: 'https://closed.example/register', headers: [], body: '' }
  expect((await closed.handle(request)).status).toBe(404)
})

test.each([
  'javascript:alert(1)',
  'https://app.example/bye#top',
  'http://app.example/bye',
  'https://app.example/bye\r\nset-cookie: a=b',
  'https://app.example/a b',
])('refuses %j as an address to send people to after a logout, as it would as a redirect URI (policy)', async (uri) => {
  const redirect_uris = ['https://app.example/cb']
  const response = await register({ redirect_uris, post_logout_redirect_uris: [uri] })
  expect([response.status, JSON.parse(response.body).error]).toEqual([400, 'invalid_client_metadata'])
  const asRedirect = await register({ redirect_uris: [uri] })
  expect([asRedirect.status, JSON.parse(asRedirect.body).error]).toEqual([400, 'invalid_redirect_uri'])
})

test('takes no name that nobody can read (policy)', async () => {
  const response = await register({ ...service, client_name: 'x'.repeat(201) })
  expect([response.status, JSON.parse(response.body).error]).toEqual([400, 'invalid_client_metadata'])
})

test.each([
  ['encryption of an introspection without a signature', { introspection_encrypted_response_alg: 'RSA-OAEP' }],
  ['a content algorithm without one for its key', { userinfo_encrypted_response_enc: 'A128GCM' }],
  ['encryption without keys', { userinfo_encrypted_response_alg: 'RSA-OAEP' }],
  ['an algorithm that is not offered', { userinfo_encrypted_response_alg: 'RSA1_5' }],
])('refuses %s: 400 invalid_client_metadata (OpenID Connect Dynamic Client Registration §2)', async (_, metadata) => {
  const keys = { jwks_uri: 'https://app.example/jwks.json' }
  const asks = { introspection_signed_response_alg: 'RS256', introspection_encrypted_response_alg: 'RSA-OAEP' }
  const sealed = { client_id: 'sealed', ...keys, ...asks, userinfo_encrypted_response_alg: 'RSA-OAEP' }
  const { handle } = createAuthorizationServer({ issuer: 'https://as.example', registration: {}, clients: [sealed] })
  const isWithout = 'userinfo_encrypted_response_alg' in metadata
  const response = await handle({
    method: 'POST',
    url: 'https://as.example/register',
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ grant_types: ['client_credentials'], ...(!isWithout && keys), ...metadata }),
  })
  expect([response.status, JSON.parse(response.body).error]).toEqual([400, 'invalid_client_metadata'])
})

test('what people are told about the client is kept, what is malformed of it is not (RFC 7591 §2, §3.2.1)', async () => {
  const told = { client_uri: 'https://new.example', contacts: ['ops@new.example'], software_id: 'export' }
  const client = JSON.parse((await register({ ...service, ...told, logo_uri: 'logo', tos_uri: 7 })).body)
  expect(client).toMatchObject(told)
  expect(client).not.toHaveProperty('logo_uri')
  expect(client).not.toHaveProperty('tos_uri')
})
