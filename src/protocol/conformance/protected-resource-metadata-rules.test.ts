/** The metadata of protected resources, seen from outside: RFC 9728, and what MCP Authorization asks of challenges. */
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../http/index.ts'
import { createResourceServer, type ResourceServerConfig } from '../index.ts'

const ISSUER = 'https://as.example'
const NOTES = 'https://api.example/notes'
const route = { method: 'POST', path: '/notes', respond: () => ({}) }
const base: ResourceServerConfig = {
  resource: NOTES,
  issuer: ISSUER,
  validation: { type: 'jwt', jwks_uri: `${ISSUER}/jwks.json` },
  routes: [{ ...route, scope: 'notes.read' }],
}

function ask(
  url: string,
  config: Partial<ResourceServerConfig> = {},
  request: { method?: string; origin?: string } = {},
) {
  const { method = 'GET', origin } = request
  const headers = origin === undefined ? [] : [['origin', origin] as const]
  return createResourceServer({ ...base, ...config }).handle({ method, url, headers, body: '' })
}

const documentOf = (response: HttpResponse) => JSON.parse(response.body)
const challengeOf = (response: HttpResponse) => header(response, 'www-authenticate') ?? ''

test.each([
  ['https://api.example', 'https://api.example/.well-known/oauth-protected-resource'],
  ['https://api.example/', 'https://api.example/.well-known/oauth-protected-resource'],
  [NOTES, 'https://api.example/.well-known/oauth-protected-resource/notes'],
  [`${NOTES}/`, 'https://api.example/.well-known/oauth-protected-resource/notes/'],
  [`${NOTES}/v2?tenant=1`, 'https://api.example/.well-known/oauth-protected-resource/notes/v2?tenant=1'],
])('the document of %s is between host and path (RFC 9728 §3.1)', async (resource, url) => {
  const response = await ask(url, { resource })
  expect([response.status, header(response, 'content-type')]).toEqual([200, 'application/json'])
  expect(documentOf(response).resource).toBe(resource)
})

test('two resources of one host have a document each, and nothing is where the other one is (RFC 9728 §3.1)', async () => {
  const missing = 'https://api.example/.well-known/oauth-protected-resource'
  expect((await ask(missing)).status).toBe(404)
  expect((await ask(`${missing}/files`)).status).toBe(404)
})

test('the document names the authorization server, the scopes and the methods (RFC 9728 §2)', async () => {
  const url = 'https://api.example/.well-known/oauth-protected-resource/notes'
  expect(documentOf(await ask(url))).toMatchObject({
    resource: NOTES,
    authorization_servers: [ISSUER],
    scopes_supported: ['notes.read'],
    bearer_methods_supported: ['header', 'body'],
    dpop_bound_access_tokens_required: false,
  })
  const metadata = { authorization_servers: ['https://other.example'], scopes_supported: ['x'], resource_name: 'Notes' }
  expect(documentOf(await ask(url, { metadata }))).toMatchObject(metadata)
  expect(documentOf(await ask(url, { dpop_bound_access_tokens_required: true }))).toMatchObject({
    dpop_bound_access_tokens_required: true,
  })
  const supported = {
    tls_client_certificate_bound_access_tokens: true,
    authorization_details_types_supported: ['payment'],
  }
  expect(documentOf(await ask(url, { metadata: supported }))).toMatchObject(supported)
  for (const name of Object.keys(supported)) expect(documentOf(await ask(url))).not.toHaveProperty(name)
})

test('a list without elements is left out, and further members are published (RFC 9728 §2, §3.2)', async () => {
  const url = 'https://api.example/.well-known/oauth-protected-resource/notes'
  const metadata = { resource_documentation: 'https://api.example/docs' }
  const document = documentOf(await ask(url, { routes: [], metadata }))
  expect(document).not.toHaveProperty('scopes_supported')
  expect(document).toMatchObject({ resource: NOTES, ...metadata })
})

test('the document is for every script, by GET and HEAD alone (RFC 9728 §3.1)', async () => {
  const url = 'https://api.example/.well-known/oauth-protected-resource/notes'
  const read = await ask(url, {}, { origin: 'https://anywhere.example' })
  expect(header(read, 'access-control-allow-origin')).toBe('*')
  expect(await ask(url, {}, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  expect((await ask(url, {}, { method: 'POST' })).status).toBe(405)
})

test('the challenge to a request without a token says where the document is, which scope is needed, and no error (RFC 9728 §5.1, RFC 6750 §3.1)', async () => {
  const challenge = challengeOf(await ask(NOTES, { metadata: {} }, { method: 'POST' }))
  expect(challenge).toContain('resource_metadata="https://api.example/.well-known/oauth-protected-resource/notes"')
  expect(challenge).toContain('scope="notes.read"')
  expect(challenge).not.toContain('error')
})

test('every other challenge says it as well (RFC 9728 §5.1)', async () => {
  const server = createResourceServer(
    { ...base, metadata: {} },
    { send: async () => ({ status: 500, headers: [], body: '' }) },
  )
  const headers = [['authorization', 'Bearer no-jwt']] as const
  const response = await server.handle({ method: 'POST', url: NOTES, headers, body: '' })
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toContain('resource_metadata="')
  expect(challengeOf(response)).toContain('error="invalid_token"')
})

test('a server that was not told to says nothing of it in challenges', async () => {
  expect(challengeOf(await ask(NOTES, {}, { method: 'POST' }))).toBe(`Bearer realm="${NOTES}"`)
})

test('one path can need another scope for another operation (MCP Authorization, scope challenge handling)', async () => {
  const routes = [
    { ...route, scope: 'notes.write', accepts: ({ body }: { body: string }) => body.includes('write') },
    { ...route, scope: 'notes.read' },
  ]
  const server = createResourceServer({ ...base, routes, metadata: {} })
  const call = (body: string) => server.handle({ method: 'POST', url: NOTES, headers: [], body })
  expect(challengeOf(await call('write'))).toContain('scope="notes.write"')
  expect(challengeOf(await call('read'))).toContain('scope="notes.read"')
  expect(JSON.stringify(server.snapshot())).not.toContain('accepts')
})
