import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { basic, errorOf, post, startExample, tokensOf } from '../../conformance/example-server.fixture.ts'

const example = await startExample({
  clients: [
    {
      client_id: 'service',
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      scope: 'openid notes.read notes.write',
    },
    {
      client_id: 'other',
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
    },
    { client_id: 'public', grant_types: ['client_credentials'] },
  ],
})

/** Asks for a token in the name of a client. */
function ask(parameters: Record<string, string> = {}) {
  const form = { grant_type: 'client_credentials', client_id: 'service', client_secret: 'secret', ...parameters }
  return post(example.server.handle, example.metadata.token_endpoint, form)
}

test('the client is its own subject and gets no refresh token (RFC 6749 §4.4.3, RFC 9068 §2.2)', async () => {
  const tokens = tokensOf(await ask({ scope: 'notes.read' }))
  expect(tokens).not.toHaveProperty('refresh_token')
  const claims = decodeJwt(tokens.access_token)
  expect(claims).toMatchObject({ sub: 'service', client_id: 'service', scope: 'notes.read' })
  expect(claims).not.toHaveProperty('auth_time')
})

test('without a scope it gets what it registered, less what is about a person (RFC 6749 §3.3)', async () => {
  expect(tokensOf(await ask()).scope).toBe('notes.read notes.write')
})

test.each(['admin', 'openid', 'notes.read admin'])(
  'refuses the scope %s with invalid_scope (RFC 6749 §4.4.2)',
  async (scope) => {
    expect(errorOf(await ask({ scope }))).toBe('invalid_scope')
  },
)

test('a client that is not registered for the grant is an unauthorized_client (RFC 6749 §5.2)', async () => {
  expect(errorOf(await ask({ client_id: 'other' }))).toBe('unauthorized_client')
})

test('a public client is an unauthorized_client (RFC 6749 §4.4)', async () => {
  expect(errorOf(await ask({ client_id: 'public', client_secret: '' }))).toBe('unauthorized_client')
})

test('scopes of another API than the resource named are refused with invalid_target, where the server says whose they are (policy)', async () => {
  const client_secret = 'secret'
  const { server, metadata } = await startExample({
    clients: [{ client_id: 'service', client_secret, grant_types: ['client_credentials'], scope: 'notes mail' }],
    resources: ['https://notes.example', 'https://mail.example'],
    scope_resources: { mail: 'https://mail.example' },
  })
  const request = (more: Record<string, string>) =>
    post(
      server.handle,
      metadata.token_endpoint,
      { grant_type: 'client_credentials', ...more },
      basic('service', client_secret),
    )
  const resource = 'https://notes.example'
  expect(errorOf(await request({ scope: 'notes mail', resource }))).toBe('invalid_target')
  expect(tokensOf(await request({ scope: 'notes', resource })).scope).toBe('notes')
  expect(tokensOf(await request({ scope: 'notes mail' })).scope).toBe('notes mail')
})
