import { expect, test } from 'vitest'
import { describeProtectedResource } from './metadata.ts'

const config = {
  resource: 'https://api.example',
  issuer: 'https://as.example',
  validation: { type: 'jwt', jwks_uri: 'https://as.example/jwks.json' },
  routes: [],
} as const

test('a list without elements is left out (RFC 9728 §3.2)', () => {
  const metadata = { scopes_supported: [], authorization_servers: [] }
  expect(describeProtectedResource({ ...config, metadata })).not.toHaveProperty('scopes_supported')
  expect(describeProtectedResource({ ...config, metadata })).not.toHaveProperty('authorization_servers')
})

test('but an API says by one that it takes no bearer tokens (RFC 9728 §2)', () => {
  const described = describeProtectedResource({ ...config, metadata: { bearer_methods_supported: [] } })
  expect(described.bearer_methods_supported).toEqual([])
  expect(describeProtectedResource(config).bearer_methods_supported).toEqual(['header', 'body'])
})
