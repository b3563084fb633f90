/** The endpoints that clients call directly, seen from outside: each mistake, its status and its code. */
import { expect, test } from 'vitest'
import { type HttpRequest, type HttpResponse, header } from '../../http/index.ts'
import {
  API,
  basic,
  errorOf,
  exampleConfig,
  exchange,
  NOW,
  obtainCode,
  obtainTokens,
  post,
  REDIRECT_URI,
  refresh,
  startExample,
  tokensOf,
  userinfo,
  VERIFIER,
} from './example-server.fixture.ts'

const example = await startExample()
const { server, metadata } = example
const code = await obtainCode(example)
const token = (form: Record<string, string>, authorization?: string) =>
  post(server.handle, metadata.token_endpoint, form, authorization)
const ofService = { client_id: 'service', client_secret: 'service-secret' }
const ofCode = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER }
const credentials = { grant_type: 'client_credentials' }

const refusals: readonly (readonly [
  clause: string,
  what: string,
  status: number,
  error: string,
  response: () => Promise<HttpResponse>,
])[] = [
  ['RFC 6749 §5.2', 'no grant_type', 400, 'invalid_request', () => token({ client_id: 'spa' })],
  [
    'RFC 6749 §5.2',
    'an unknown grant',
    400,
    'unsupported_grant_type',
    () => token({ client_id: 'spa', grant_type: 'x' }),
  ],
  [
    'RFC 9700 §2.4',
    'the password grant',
    400,
    'unsupported_grant_type',
    () => token({ client_id: 'spa', grant_type: 'password' }),
  ],
  [
    'RFC 6749 §5.2',
    'a grant of the prototype',
    400,
    'unsupported_grant_type',
    () => token({ client_id: 'spa', grant_type: 'toString' }),
  ],
  ['RFC 6749 §3.2.1', 'no client', 401, 'invalid_client', () => token(ofCode)],
  ['RFC 6749 §5.2', 'an unknown client', 401, 'invalid_client', () => token({ ...ofCode, client_id: 'nobody' })],
  ['RFC 6749 §2.3', 'a secret left out', 401, 'invalid_client', () => token({ ...credentials, client_id: 'web' })],
  [
    'RFC 6749 §2.3',
    'a wrong secret',
    401,
    'invalid_client',
    () => token({ ...credentials, ...ofService, client_secret: 'x' }),
  ],
  [
    'RFC 6749 §2.3',
    'another method than registered',
    401,
    'invalid_client',
    () => token(credentials, basic('service', 'service-secret')),
  ],
  [
    'RFC 6749 §2.3',
    'two methods at once',
    400,
    'invalid_request',
    () => token({ ...credentials, ...ofService }, basic('service', 'service-secret')),
  ],
  ['RFC 6749 §2.3.1', 'malformed Basic', 401, 'invalid_client', () => token(credentials, 'Basic %%%')],
  [
    'RFC 6749 §4.4',
    'a grant that is not registered',
    400,
    'unauthorized_client',
    () => token({ ...credentials, client_id: 'spa' }),
  ],
  [
    'RFC 6749 §4.4.2',
    'a scope that is not registered',
    400,
    'invalid_scope',
    () => token({ ...credentials, ...ofService, scope: 'openid' }),
  ],
  [
    'RFC 6749 §4.1.3',
    'no code',
    400,
    'invalid_request',
    () => token({ grant_type: 'authorization_code', client_id: 'spa' }),
  ],
  ['RFC 6749 §4.1.3', 'an unknown code', 400, 'invalid_grant', () => exchange(example, 'unknown')],
  [
    'RFC 6749 §4.1.3',
    'the code of another client',
    400,
    'invalid_grant',
    () => exchange(example, code, { client_id: 'other-app' }),
  ],
  [
    'RFC 6749 §6',
    'no refresh token',
    400,
    'invalid_request',
    () => token({ grant_type: 'refresh_token', client_id: 'spa' }),
  ],
  ['RFC 6749 §6', 'an unknown refresh token', 400, 'invalid_grant', () => refresh(example, 'unknown')],
  [
    'RFC 7009 §2.1',
    'revocation of nothing',
    400,
    'invalid_request',
    () => post(server.handle, metadata.revocation_endpoint, { client_id: 'spa' }),
  ],
  [
    'RFC 7009 §2.1',
    'revocation by nobody',
    401,
    'invalid_client',
    () => post(server.handle, metadata.revocation_endpoint, { token: 'x' }),
  ],
  [
    'RFC 7662 §2.1',
    'introspection by nobody',
    401,
    'invalid_client',
    () => post(server.handle, metadata.introspection_endpoint, { token: 'x' }),
  ],
  [
    'RFC 7662 §2.1',
    'introspection by a public client',
    401,
    'invalid_client',
    () => post(server.handle, metadata.introspection_endpoint, { token: 'x', client_id: 'spa' }),
  ],
  [
    'RFC 7662 §2.1',
    'introspection of nothing',
    400,
    'invalid_request',
    () => post(server.handle, metadata.introspection_endpoint, {}, basic('api', 'api-secret')),
  ],
]

for (const [clause, what, status, error, send] of refusals) {
  test(`refuses ${what} with ${status} ${error} (${clause})`, async () => {
    const response = await send()
    expect([response.status, errorOf(response)]).toEqual([status, error])
    expect(header(response, 'cache-control')).toBe('no-store')
    expect(header(response, 'content-type')).toMatch(/^application\/json/)
    expect(JSON.parse(response.body).error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{10,}$/)
  })
}

test('challenges with Basic when Basic was used (RFC 6749 §5.2)', async () => {
  const response = await token(credentials, basic('web', 'wrong'))
  expect(response.status).toBe(401)
  expect(header(response, 'www-authenticate')).toMatch(/^Basic/)
})

test('takes forms by POST only (RFC 6749 §3.2)', async () => {
  for (const url of [metadata.token_endpoint, metadata.revocation_endpoint, metadata.introspection_endpoint]) {
    const request: HttpRequest = { method: 'GET', url: `${url}?client_id=spa&token=x`, headers: [], body: '' }
    const response = await server.handle(request)
    expect(response.status).toBe(405)
    expect(header(response, 'allow')).toContain('POST')
  }
  const json = await server.handle({
    method: 'POST',
    url: metadata.token_endpoint ?? '',
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ ...ofCode, client_id: 'spa' }),
  })
  expect([json.status, errorOf(json)]).toEqual([400, 'invalid_request'])
})

test('refuses a repeated parameter (RFC 6749 §3.2)', async () => {
  const response = await server.handle({
    method: 'POST',
    url: metadata.token_endpoint ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=client_credentials&client_id=service&client_secret=service-secret&grant_type=client_credentials',
  })
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_request'])
})

test('forbids caches to keep tokens (RFC 6749 §5.1)', async () => {
  const response = await token({ ...credentials, ...ofService })
  expect(response.status).toBe(200)
  expect(header(response, 'cache-control')).toBe('no-store')
  expect(JSON.parse(response.body)).toMatchObject({ token_type: 'Bearer', expires_in: 300 })
})

test('refuses a code beyond its lifetime, and not before (RFC 6749 §4.1.2)', async () => {
  const late = await obtainCode(example)
  const inTime = await obtainCode(example)
  example.clock.elapsedSeconds += 59
  expect((await exchange(example, inTime)).status).toBe(200)
  example.clock.elapsedSeconds += 1
  expect(errorOf(await exchange(example, late))).toBe('invalid_grant')
})

test('requires the verifier of the challenge and the redirect URI of the request (RFC 7636 §4.6, RFC 6749 §4.1.3)', async () => {
  for (const flaw of [{ code_verifier: '' }, { code_verifier: 'x'.repeat(43) }, { redirect_uri: `${REDIRECT_URI}/` }]) {
    expect(errorOf(await exchange(example, await obtainCode(example), flaw))).toBe('invalid_grant')
  }
})

test('refuses a verifier when no challenge is on record (RFC 9700 §4.8.2)', async () => {
  const code = await obtainCode(example, { client_id: 'web', code_challenge: '', code_challenge_method: '' })
  const form = { ...ofCode, code }
  expect(['invalid_grant', 'invalid_request']).toContain(errorOf(await token(form, basic('web', 'web-secret'))))
})

test('keeps a refresh token through a scope too wide and through a stranger (RFC 6749 §6)', async () => {
  const { refresh_token } = await obtainTokens(example)
  expect(errorOf(await refresh(example, refresh_token, { scope: 'openid notes.write' }))).toBe('invalid_scope')
  expect(errorOf(await refresh(example, refresh_token, { client_id: 'other-app' }))).toBe('invalid_grant')
  const narrower = await refresh(example, refresh_token, { scope: 'openid' })
  expect(tokensOf(narrower).scope).toBe('openid')
})

test('a rotated refresh token does not outlive the first (RFC 10017 §6.3.2.3)', async () => {
  const { refresh_token } = await obtainTokens(example)
  example.clock.elapsedSeconds += 86_399
  const rotated = tokensOf(await refresh(example, refresh_token))
  example.clock.elapsedSeconds += 1
  expect(errorOf(await refresh(example, rotated.refresh_token))).toBe('invalid_grant')
})

const claimsOf = (jwt: string) => JSON.parse(atob((jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))

test('a refresh raises neither acr nor auth_time (OpenID Connect Core §12.2)', async () => {
  const first = await obtainTokens(example)
  example.clock.elapsedSeconds += 100
  const second = tokensOf(await refresh(example, first.refresh_token))
  const { acr, auth_time, sub, iss, aud } = claimsOf(first.id_token)
  expect(claimsOf(second.id_token)).toMatchObject({ acr, auth_time, sub, iss, aud })
  expect(claimsOf(second.access_token)).toMatchObject({ acr, auth_time, iat: NOW + example.clock.elapsedSeconds })
})

test('issues no refresh token without offline_access, no id_token without openid (OpenID Connect Core §11, §3.1.2.1)', async () => {
  const online = tokensOf(await exchange(example, await obtainCode(example, { scope: 'openid notes.read' })))
  expect(online.refresh_token).toBeUndefined()
  expect(online.id_token).toBeDefined()
  const plain = tokensOf(await exchange(example, await obtainCode(example, { scope: 'notes.read' })))
  expect(plain.id_token).toBeUndefined()
  const response = await userinfo(example, plain.access_token)
  expect(response.status).toBe(403)
  expect(header(response, 'www-authenticate')).toMatch(/^Bearer .*error="insufficient_scope".*scope="openid"/)
})

test.each([
  ['all roles that may stand in a token', 2, { roles: ['reader', 'auditor'] }],
  ['where to ask for more', 1, { _claim_names: { roles: 'src1' }, _claim_sources: { src1: { endpoint: API } } }],
])('an access token names %s (OpenID Connect Core §5.6.2)', async (_, most, expected) => {
  const [alice] = exampleConfig('').users ?? []
  if (alice === undefined) throw new Error('The example has nobody.')
  const users = [{ ...alice, roles: ['reader', 'auditor'] }]
  const withRoles = await startExample({ users, policy: { rolesInToken: { most, endpoint: API } } })
  const { roles, _claim_names, _claim_sources } = claimsOf((await obtainTokens(withRoles)).access_token)
  expect(JSON.parse(JSON.stringify({ roles, _claim_names, _claim_sources }))).toEqual(expected)
})
