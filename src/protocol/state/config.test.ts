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
])('refuses a client with %s', (_, metadata) => {
  expect(() => resolveClient({ client_id: 'a', ...metadata })).toThrow(TypeError)
})

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
