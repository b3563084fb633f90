import { expect, test } from 'vitest'
import { createAuthorizationServer as create, type ServerConfig } from '../../index.ts'

async function read(config: ServerConfig, path: string) {
  const { handle } = create(config)
  return JSON.parse((await handle({ method: 'GET', url: config.issuer + path, headers: [], body: '' })).body)
}

const issuer = 'https://as.example'

test('both documents say the same, and every endpoint they name answers (RFC 8414 §2, OpenID Connect Discovery §3)', async () => {
  const config = { issuer, registration: { initial_access_token: 'secret' } }
  const metadata = await read(config, '/.well-known/openid-configuration')
  expect(await read(config, '/.well-known/oauth-authorization-server')).toEqual(metadata)
  const { handle } = create(config)
  const urls = Object.entries<string>(metadata).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri')
  expect(urls.map(([name]) => name).sort()).toEqual([
    'authorization_endpoint',
    'end_session_endpoint',
    'introspection_endpoint',
    'jwks_uri',
    'pushed_authorization_request_endpoint',
    'registration_endpoint',
    'revocation_endpoint',
    'token_endpoint',
    'userinfo_endpoint',
  ])
  for (const [, url] of urls) {
    expect((await handle({ method: 'PATCH', url, headers: [], body: '' })).status).toBe(405)
  }
})

test('says what the server can (RFC 8414 §2)', async () => {
  const proving = [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'self_signed_tls_client_auth',
  ]
  expect(await read({ issuer }, '/.well-known/openid-configuration')).toMatchObject({
    issuer,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: [...proving, 'none'],
    introspection_endpoint_auth_methods_supported: proving,
    authorization_response_iss_parameter_supported: true,
    request_uri_parameter_supported: false,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  })
})

test('whoever takes assertions says by which algorithms, at each endpoint; those with a secret where a client has one (RFC 8414 §2)', async () => {
  const endpoints = ['token', 'revocation', 'introspection']
  const signed = ['RS256', 'ES256', 'PS256', 'EdDSA']
  const secret = { client_id: 'a', client_secret: 's', token_endpoint_auth_method: 'client_secret_jwt' } as const
  const [plain, shared] = [
    await read({ issuer }, '/.well-known/oauth-authorization-server'),
    await read({ issuer, clients: [secret] }, '/.well-known/oauth-authorization-server'),
  ]
  for (const endpoint of endpoints) {
    const member = `${endpoint}_endpoint_auth_signing_alg_values_supported`
    expect(plain[member], member).toEqual(expect.arrayContaining(signed))
    expect(plain[member], member).not.toContain('HS256')
    expect(shared[member], member).toEqual([...plain[member], 'HS256', 'HS384', 'HS512'])
    expect(shared[`${endpoint}_endpoint_auth_methods_supported`]).toContain('client_secret_jwt')
  }
})

test('leaves out what the configuration does not offer (RFC 8414 §2)', async () => {
  const metadata = await read({ issuer, policy: { pkce: 'unsupported' } }, '/.well-known/openid-configuration')
  expect(metadata).not.toHaveProperty('registration_endpoint')
  expect(metadata).not.toHaveProperty('code_challenge_methods_supported')
})

test('offers every scope that a configured client names', async () => {
  const metadata = await read(
    { issuer, clients: [{ client_id: 'a', scope: 'notes.read' }] },
    '/.well-known/openid-configuration',
  )
  expect(metadata.scopes_supported).toEqual(expect.arrayContaining(['openid', 'notes.read']))
})

test('publishes public key members only (RFC 7517 §9.2)', async () => {
  const { keys } = await read({ issuer }, '/jwks.json')
  expect(keys).toHaveLength(1)
  expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('an issuer with a path has its document at each place where MCP clients look (RFC 8414 §3.1, MCP Authorization, discovery)', async () => {
  const { handle } = create({ issuer: 'https://as.example/tenant' })
  for (const path of [
    '/.well-known/oauth-authorization-server/tenant',
    '/.well-known/openid-configuration/tenant',
    '/tenant/.well-known/openid-configuration',
  ]) {
    const response = await handle({ method: 'GET', url: `https://as.example${path}`, headers: [], body: '' })
    expect(JSON.parse(response.body).issuer).toBe('https://as.example/tenant')
  }
})
