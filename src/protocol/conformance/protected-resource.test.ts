/** The two servers together: what the authorization server issues, the resource server judges. */
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../http/index.ts'
import {
  createResourceServer,
  type IntrospectionValidation,
  type JwtValidation,
  type ResourceServer,
  type ServerConfig,
} from '../index.ts'
import {
  API,
  type Example,
  exchange,
  obtainCode,
  obtainTokens,
  revoke,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'

/** A resource server whose own calls go straight to the example's authorization server. */
function protect(example: Example, validation: JwtValidation | IntrospectionValidation): ResourceServer {
  return createResourceServer(
    {
      resource: API,
      issuer: example.server.issuer,
      validation,
      routes: [
        { method: 'GET', path: '/notes', scope: 'notes.read', respond: ({ sub }) => ({ owner: sub }) },
        { method: 'PUT', path: '/notes', scope: 'notes.write', respond: () => ({}) },
        { method: 'GET', path: '/safe', scope: 'notes.read', max_age: 60, respond: () => ({ open: true }) },
      ],
    },
    { now: () => example.now(), send: example.server.handle },
  )
}

interface Both {
  readonly example: Example
  readonly local: ResourceServer
  readonly asking: ResourceServer
}

async function startBoth(config: Partial<ServerConfig> = {}): Promise<Both> {
  const example = await startExample(config)
  const { jwks_uri = '', introspection_endpoint = '' } = example.metadata
  const credentials = { client_id: 'api', client_secret: 'api-secret' }
  return {
    example,
    local: protect(example, { type: 'jwt', jwks_uri }),
    asking: protect(example, { type: 'introspection', introspection_endpoint, ...credentials }),
  }
}

function call(server: ResourceServer, token: string, path = '/notes', method = 'GET'): Promise<HttpResponse> {
  return server.handle({ method, url: API + path, headers: [['authorization', `Bearer ${token}`]], body: '' })
}

test('both ways of validation let a good token in and see the same claims (RFC 9068 §4, RFC 7662 §2.2)', async () => {
  const { example, local, asking } = await startBoth()
  const { access_token } = await obtainTokens(example)
  for (const server of [local, asking]) {
    const response = await call(server, access_token)
    expect([response.status, response.body]).toEqual([200, '{"owner":"user-1"}'])
    expect((await call(server, access_token, '/notes', 'PUT')).status).toBe(403)
  }
})

test('neither takes an id_token or a refresh token for an access token (RFC 9068 §4, RFC 8725 §2.8)', async () => {
  const { example, local, asking } = await startBoth()
  const { id_token, refresh_token } = await obtainTokens(example)
  for (const wrong of [id_token, refresh_token]) {
    for (const server of [local, asking]) expect((await call(server, wrong)).status).toBe(401)
  }
})

test('a revoked token still opens the API that validates locally, until it expires (RFC 7009 §3)', async () => {
  const { example, local, asking } = await startBoth()
  const { access_token } = await obtainTokens(example)
  await revoke(example, access_token)
  expect((await call(asking, access_token)).status).toBe(401)
  expect((await call(local, access_token)).status).toBe(200)
  example.clock.elapsedSeconds += 300
  const expired = await call(local, access_token)
  expect(expired.status).toBe(401)
  expect(header(expired, 'www-authenticate')).toContain('expired')
})

test('an opaque token means nothing but to the server that issued it (RFC 7662 §1)', async () => {
  const { example, local, asking } = await startBoth({ policy: { accessTokenFormat: 'opaque' } })
  const { access_token } = await obtainTokens(example)
  expect((await call(asking, access_token)).status).toBe(200)
  const refused = await call(local, access_token)
  expect(refused.status).toBe(401)
  expect(header(refused, 'www-authenticate')).toContain('not a JWT')
})

test('a token for another API is refused (RFC 8707 §2, RFC 9068 §4)', async () => {
  const { example, local, asking } = await startBoth({ resources: ['https://other.example'] })
  const { access_token } = await obtainTokens(example)
  for (const server of [local, asking]) {
    const refused = await call(server, access_token)
    expect(refused.status).toBe(401)
    expect(header(refused, 'www-authenticate')).toContain('Wrong audience')
  }
})

test('a step-up challenge is met by signing in again with its max_age (RFC 9470 §4)', async () => {
  const { example, local, asking } = await startBoth()
  const { access_token } = await obtainTokens(example)
  example.clock.elapsedSeconds += 61
  for (const server of [local, asking]) {
    const refused = await call(server, access_token, '/safe')
    expect(refused.status).toBe(401)
    expect(header(refused, 'www-authenticate')).toMatch(/error="insufficient_user_authentication".*max_age="60"/)
  }
  const stepped = tokensOf(await exchange(example, await obtainCode(example, { max_age: '60' })))
  for (const server of [local, asking]) expect((await call(server, stepped.access_token, '/safe')).status).toBe(200)
})
