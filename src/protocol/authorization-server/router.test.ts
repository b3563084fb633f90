import { expect, test } from 'vitest'
import { type HttpRequest, header } from '../../http/index.ts'
import { createAuthorizationServer } from './index.ts'

const issuer = 'https://as.example/tenant/1'
const server = createAuthorizationServer({
  issuer,
  clients: [{ client_id: 'spa', redirect_uris: ['https://app.example/cb', 'com.example.app:/cb'] }],
  registration: { initial_access_token: 'secret' },
})

/** Sends a request; a path is taken beneath the issuer. */
function send(method: string, path: string, headers: HttpRequest['headers'] = []) {
  return server.handle({ method, url: path.startsWith('https:') ? path : issuer + path, headers, body: '' })
}

function preflight(path: string, origin = 'https://app.example') {
  return send('OPTIONS', path, [
    ['origin', origin],
    ['access-control-request-method', 'POST'],
  ])
}

test('finds endpoints beneath the path of the issuer, RFC 8414 before it (RFC 8414 §3.1, OpenID Connect Discovery §4)', async () => {
  expect((await send('GET', '/jwks.json')).status).toBe(200)
  expect((await send('GET', '/.well-known/openid-configuration')).status).toBe(200)
  expect((await send('GET', 'https://as.example/.well-known/oauth-authorization-server/tenant/1')).status).toBe(200)
  expect((await send('GET', '/.well-known/oauth-authorization-server')).status).toBe(404)
})

test.each([
  ['https://as.example', 'https://as.example/.well-known/oauth-authorization-server'],
  ['https://as.example/', 'https://as.example/.well-known/oauth-authorization-server'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/.well-known/openid-configuration'],
])('serves the issuer %s, spelt as it was configured (RFC 8414 §3.3)', async (issuer, url) => {
  const response = await createAuthorizationServer({ issuer }).handle({ method: 'GET', url, headers: [], body: '' })
  const metadata = JSON.parse(response.body)
  expect(metadata.issuer).toBe(issuer)
  expect(metadata.token_endpoint).toBe(`${new URL(issuer).origin}/token`)
})

test('answers 404 as JSON where there is nothing', async () => {
  for (const url of ['/nothing', '/token/', 'https://as.example/token', 'https://as.example/']) {
    const response = await send('GET', url)
    expect([response.status, JSON.parse(response.body).error]).toEqual([404, 'invalid_request'])
  }
  expect((await server.handle({ method: 'GET', url: 'no url', headers: [], body: '' })).status).toBe(404)
})

test.each([
  ['GET', '/token', 'POST'],
  ['PUT', '/authorize', 'GET, POST'],
  ['POST', '/jwks.json', 'GET'],
  ['DELETE', '/userinfo', 'GET, POST'],
  ['get', '/jwks.json', 'GET'],
])('answers %s %s with 405 and Allow (RFC 9110 §15.5.6)', async (method, path, allow) => {
  const response = await send(method, path)
  expect([response.status, header(response, 'allow')]).toEqual([405, allow])
})

test('answers HEAD as GET without the body (RFC 9110 §9.3.2)', async () => {
  expect(await send('HEAD', '/jwks.json')).toMatchObject({ status: 200, body: '' })
})

test.each(['/token', '/userinfo', '/revoke'])(
  '%s answers the preflight of a registered origin (policy)',
  async (path) => {
    const response = await preflight(path)
    expect([response.status, header(response, 'access-control-allow-origin')]).toEqual([204, 'https://app.example'])
    expect(header(response, 'access-control-allow-headers')).toContain('authorization')
  },
)

test('does not open itself to an origin that nobody registered, nor to null (policy)', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    expect(header(await preflight('/token', origin), 'access-control-allow-origin')).toBeUndefined()
    const response = await send('POST', '/token', [['origin', origin]])
    expect(header(response, 'access-control-allow-origin')).toBeUndefined()
  }
})

test('a list of origins stands in place of the redirect URIs (policy)', async () => {
  const listed = createAuthorizationServer({ issuer, policy: { scriptOrigins: ['https://www.app.example'] } })
  const ask = (origin: string) =>
    listed.handle({ method: 'POST', url: `${issuer}/token`, headers: [['origin', origin]], body: '' })
  const allowed = async (origin: string) => header(await ask(origin), 'access-control-allow-origin')
  expect(await allowed('https://www.app.example')).toBe('https://www.app.example')
  expect(await allowed('https://app.example')).toBeUndefined()
})

test.each([
  [['frame-ancestors', 'x-frame-options'], true, 'DENY'],
  [['frame-ancestors'], true, undefined],
  [['x-frame-options'], false, 'DENY'],
  [[], false, undefined],
] as const)(
  'the headers against framing are those of the policy: %j (RFC 9700 §4.16)',
  async (framingHeaders, ...expected) => {
    const own = createAuthorizationServer({ issuer, policy: { framingHeaders } })
    const page = await own.handle({ method: 'GET', url: `${issuer}/authorize`, headers: [], body: '' })
    const policy = header(page, 'content-security-policy') ?? ''
    expect([policy.includes("frame-ancestors 'none'"), header(page, 'x-frame-options')]).toEqual(expected)
    expect(policy).toContain("default-src 'none'; style-src 'self'; base-uri 'none'")
  },
)

test.each(['/jwks.json', '/.well-known/openid-configuration'])('%s is open to every origin (policy)', async (path) => {
  const response = await send('GET', path, [['origin', 'https://anybody.example']])
  expect(header(response, 'access-control-allow-origin')).toBe('*')
})

test.each(['/authorize', '/login', '/consent', '/end_session', '/introspect', '/register'])(
  '%s knows no CORS: its preflight is a 405',
  async (path) => {
    const response = await preflight(path)
    expect([response.status, header(response, 'access-control-allow-origin')]).toEqual([405, undefined])
  },
)

test('a script may read errors and challenges as well', async () => {
  const response = await send('GET', '/userinfo', [['origin', 'https://app.example']])
  expect(response.status).toBe(401)
  expect(header(response, 'access-control-allow-origin')).toBe('https://app.example')
  expect(header(response, 'access-control-expose-headers')).toMatch(/www-authenticate/i)
})

test('has its endpoints where the configuration says, and says so in discovery, errors and pages (RFC 8414 §2)', async () => {
  const moved = createAuthorizationServer({
    issuer,
    clients: [{ client_id: 'spa', redirect_uris: ['https://app.example/cb'] }],
    users: [{ username: 'ada', password: 'secret', sub: '1' }],
    endpoint_paths: { '/token': '/oauth/token', '/authorize': '/oauth/auth', '/login': '/oauth/sign-in' },
  })
  const ask = (method: string, path: string) => moved.handle({ method, url: issuer + path, headers: [], body: '' })
  const metadata = JSON.parse((await ask('GET', '/.well-known/openid-configuration')).body)
  expect([metadata.token_endpoint, metadata.authorization_endpoint, metadata.revocation_endpoint]).toEqual([
    `${issuer}/oauth/token`,
    `${issuer}/oauth/auth`,
    `${issuer}/revoke`,
  ])
  const wrongMethod = await ask('GET', '/oauth/token')
  expect(wrongMethod.status).toBe(405)
  expect(JSON.parse(wrongMethod.body).error_description).toContain('/oauth/token')
  const query =
    'redirect_uri=https://app.example/cb&response_type=code&client_id=spa&code_challenge_method=S256&code_challenge='
  const page = await ask('GET', `/oauth/auth?${query}${'a'.repeat(43)}`)
  expect(page.body).toContain(`action="${issuer}/oauth/sign-in"`)
  expect([(await ask('POST', '/token')).status, (await ask('GET', '/authorize')).status]).toEqual([404, 404])
})

test.each([
  ['two endpoints at one path', { '/token': '/revoke' }],
  ['an endpoint at the path of a page', { '/token': '/login' }],
  ['an endpoint at the path of discovery', { '/token': '/.well-known/openid-configuration' }],
  ['a path for what is no endpoint', { '/tokens': '/oauth/token' }],
  ['discovery elsewhere (RFC 8615)', { '/.well-known/openid-configuration': '/discovery' }],
])('refuses %s', (_, endpoint_paths) => {
  expect(() => createAuthorizationServer({ issuer, endpoint_paths })).toThrow(TypeError)
})
