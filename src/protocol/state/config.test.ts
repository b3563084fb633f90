import { expect, test } from 'vitest'
import { resolveClient, resolveConfig } from './config.ts'

test('needs nothing but an issuer', () => {
  const config = resolveConfig({ issuer: 'https://as.example' })
  expect(config.policy).toMatchObject({ pkce: 'public_clients', refreshTokenRotation: true, accessTokenFormat: 'jwt' })
  expect(config.policy.lifetimes).toMatchObject({ authorization_code: 60, access_token: 300, refresh_token: 86_400 })
})

test('one policy value changes one policy value', () => {
  const { policy } = resolveConfig({ issuer: 'https://as.example', policy: { lifetimes: { access_token: 5 } } })
  expect(policy.lifetimes).toMatchObject({ access_token: 5, authorization_code: 60 })
})

test.each(['as.example', 'ftp://as.example', 'https://as.example?x', 'https://as.example#', ''])(
  'refuses the issuer %s (RFC 8414 §2)',
  (issuer) => {
    expect(() => resolveConfig({ issuer })).toThrow(TypeError)
  },
)

test('implies the authentication method from what a client has (RFC 7591 §2)', () => {
  expect(resolveClient({ client_id: 'a' }).token_endpoint_auth_method).toBe('none')
  expect(resolveClient({ client_id: 'a', client_secret: 's' }).token_endpoint_auth_method).toBe('client_secret_basic')
  expect(resolveClient({ client_id: 'a', jwks: { keys: [] } }).token_endpoint_auth_method).toBe('private_key_jwt')
})

test.each([
  ['a secret method without a secret', { token_endpoint_auth_method: 'client_secret_post' as const }],
  ['private_key_jwt without keys', { token_endpoint_auth_method: 'private_key_jwt' as const }],
  ['a relative redirect URI', { redirect_uris: ['/cb'] }],
  ['a redirect URI with a fragment', { redirect_uris: ['https://app.example/#x'] }],
  ['keys both ways (RFC 7591 §2)', { jwks: { keys: [] }, jwks_uri: 'https://app.example/jwks.json' }],
  ['tls_client_auth without a name (RFC 8705 §2.1.2)', { token_endpoint_auth_method: 'tls_client_auth' as const }],
  [
    'tls_client_auth with two names (RFC 8705 §2.1.2)',
    {
      token_endpoint_auth_method: 'tls_client_auth' as const,
      tls_client_auth_subject_dn: 'CN=a',
      tls_client_auth_san_dns: 'a.example',
    },
  ],
  ['a relative backchannel_logout_uri (OpenID Connect Back-Channel Logout §2.2)', { backchannel_logout_uri: '/out' }],
  [
    'a backchannel_logout_uri with a fragment (OpenID Connect Back-Channel Logout §2.2)',
    { backchannel_logout_uri: 'https://app.example/out#x' },
  ],
  ['signed requests without keys (RFC 9101 §10.5)', { require_signed_request_object: true }],
  [
    'signed requests by the algorithm none (RFC 9101 §10.5)',
    { require_signed_request_object: true, request_object_signing_alg: 'none', jwks: { keys: [] } },
  ],
  ['ping without an address (OpenID Connect CIBA §4)', { backchannel_token_delivery_mode: 'ping' as const }],
])('refuses a client with %s', (_, metadata) => {
  expect(() => resolveClient({ client_id: 'a', ...metadata })).toThrow(TypeError)
})

const jwks = { keys: [] }
test.each([
  ['id_token_signed_response_alg is none', { id_token_signed_response_alg: 'none' }],
  ['userinfo_signed_response_alg is HS256', { userinfo_signed_response_alg: 'HS256' }],
  ['id_token_encrypted_response_alg is RSA1_5', { id_token_encrypted_response_alg: 'RSA1_5', jwks }],
  ['id_token_encrypted_response_alg is dir', { id_token_encrypted_response_alg: 'dir', jwks }],
  [
    'userinfo_encrypted_response_enc is A999',
    { userinfo_encrypted_response_alg: 'RSA-OAEP', userinfo_encrypted_response_enc: 'A999', jwks },
  ],
  [
    'userinfo_encrypted_response_enc needs userinfo_encrypted_response_alg',
    { userinfo_encrypted_response_enc: 'A128GCM' },
  ],
  [
    'introspection_encrypted_response_alg needs introspection_signed_response_alg',
    { introspection_encrypted_response_alg: 'RSA-OAEP', jwks },
  ],
  ['id_token_encrypted_response_alg needs jwks or jwks_uri', { id_token_encrypted_response_alg: 'RSA-OAEP' }],
])(
  'refuses a client whose %s (OpenID Connect Dynamic Client Registration §2, RFC 9701 §6, JARM §3)',
  (complaint, metadata) => {
    expect(() => resolveClient({ client_id: 'a', ...metadata })).toThrow(complaint)
  },
)

test.each([
  'token',
  'https://evil.example/token',
  '/token?x=1',
  '/token#x',
  '/a/../token',
  '/to ken',
  `/${'x'.repeat(100)}`,
  '',
])('refuses to have the token endpoint at “%s”', (path) => {
  expect(() => resolveConfig({ issuer: 'https://as.example', endpoint_paths: { '/token': path } })).toThrow(TypeError)
})
