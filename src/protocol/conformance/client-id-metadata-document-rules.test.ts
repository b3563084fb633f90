/** Clients that describe themselves, seen from outside: OAuth Client ID Metadata Document, as MCP Authorization uses it. */
import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import type { ServerConfig } from '../index.ts'
import {
  authorizationUrl,
  callbackParameters,
  errorOf,
  post,
  REDIRECT_URI,
  signIn,
  startExample,
  VERIFIER,
} from './example-server.fixture.ts'

const CLIENT = 'https://app.example/client.json'
const document = { client_id: CLIENT, client_name: 'Assistant', redirect_uris: [REDIRECT_URI] }
const ok = (
  body: unknown,
  headers: HttpResponse['headers'] = [['content-type', 'application/json']],
): HttpResponse => ({
  status: 200,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

async function start(answer: () => HttpResponse | Error, config: Partial<ServerConfig> = {}) {
  const fetched: HttpRequest[] = []
  const example = await startExample(
    { client_id_metadata_document_supported: true, ...config },
    {
      async send(request) {
        fetched.push(request)
        const answered = answer()
        if (answered instanceof Error) throw answered
        return answered
      },
    },
  )
  const begin = (parameters: Readonly<Record<string, string>> = {}) =>
    example.alice.visit(authorizationUrl(example, { client_id: CLIENT, scope: 'notes.read', ...parameters }))
  const redeem = (code: string, client_id = CLIENT) =>
    post(example.server.handle, example.metadata.token_endpoint, {
      grant_type: 'authorization_code',
      client_id,
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    })
  const codeOf = async () =>
    callbackParameters(
      await signIn(example.alice, authorizationUrl(example, { client_id: CLIENT, scope: 'notes.read' })),
    ).code ?? ''
  return { ...example, fetched, begin, redeem, codeOf }
}

test('the server says whether it takes documents (Client ID Metadata Document §5)', async () => {
  const { metadata } = await start(() => ok(document))
  expect(metadata).toMatchObject({ client_id_metadata_document_supported: true })
  const off = await startExample()
  expect(off.metadata).not.toHaveProperty('client_id_metadata_document_supported')
})

test('signs people in for a client that it has never heard of (Client ID Metadata Document §4)', async () => {
  const { codeOf, redeem, fetched } = await start(() => ok(document))
  const response = await redeem(await codeOf())
  expect(JSON.parse(response.body)).toMatchObject({ token_type: 'Bearer', scope: 'notes.read' })
  expect(fetched).toEqual([{ method: 'GET', url: CLIENT, headers: [['accept', 'application/json']], body: '' }])
})

test('a server that takes no documents fetches none', async () => {
  const { begin, fetched } = await start(() => ok(document), { client_id_metadata_document_supported: false })
  expect((await begin()).status).toBe(400)
  expect(fetched).toEqual([])
})

test('an address that is registered is not fetched', async () => {
  const { begin, fetched } = await start(() => ok(document), { clients: [{ ...document, scope: 'notes.read' }] })
  expect((await begin()).status).toBe(200)
  expect(fetched).toEqual([])
})

test.each([
  ['http', 'http://app.example/client.json'],
  ['no path', 'https://app.example'],
  ['a user', 'https://me@app.example/client.json'],
  ['a password', 'https://me:x@app.example/client.json'],
  ['a fragment', `${CLIENT}#me`],
  ['no host', 'https:///client.json'],
  ['a dot segment', 'https://app.example/./client.json'],
  ['two dots', 'https://app.example/a/../client.json'],
  ['two dots that are encoded', 'https://app.example/a/%2e%2E/client.json'],
  ['a space', 'https://app.example/client .json'],
  ['a backslash', 'https://app.example/a\\..\\client.json'],
])('refuses an identifier with %s, and fetches nothing (Client ID Metadata Document §3)', async (_, client_id) => {
  const { begin, fetched } = await start(() => ok({ ...document, client_id }))
  expect((await begin({ client_id })).status).toBe(400)
  expect(fetched).toEqual([])
})

test.each([
  'https://localhost/client.json',
  'https://127.0.0.1/client.json',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/client.json',
  'https://10.0.0.1:8443/client.json',
])('fetches nothing from %s (Client ID Metadata Document §6.5)', async (client_id) => {
  const { begin, fetched } = await start(() => ok({ ...document, client_id }))
  expect((await begin({ client_id })).status).toBe(400)
  expect(fetched).toEqual([])
})

test.each<readonly [string, () => HttpResponse | Error]>([
  ['no answer', () => new TypeError('fetch failed')],
  ['404', () => ({ ...ok(document), status: 404 })],
  ['a redirect', () => ({ status: 302, headers: [['location', 'https://app.example/other.json']], body: '' })],
  ['a page', () => ok(document, [['content-type', 'text/html']])],
  ['no content type', () => ok(document, [])],
])('gives up on %s (Client ID Metadata Document §4.3)', async (_, answer) => {
  const { begin, fetched } = await start(answer)
  const page = await begin()
  expect([page.status, page.url.startsWith(REDIRECT_URI)]).toEqual([400, false])
  expect(fetched).toHaveLength(1)
})

test.each<readonly [string, unknown]>([
  ['what is no JSON', '{'],
  ['a list', [document]],
  ['another client_id', { ...document, client_id: 'https://app.example/other.json' }],
  ['a client_id that differs in case', { ...document, client_id: 'https://APP.example/client.json' }],
  ['a client_id with the default port', { ...document, client_id: 'https://app.example:443/client.json' }],
  ['no client_id', { ...document, client_id: undefined }],
  ['a secret', { ...document, client_secret: 'x' }],
  ['the end of a secret', { ...document, client_secret_expires_at: 0 }],
  ['client_secret_basic', { ...document, token_endpoint_auth_method: 'client_secret_basic' }],
  ['client_secret_jwt', { ...document, token_endpoint_auth_method: 'client_secret_jwt' }],
  ['private_key_jwt without a key', { ...document, token_endpoint_auth_method: 'private_key_jwt' }],
  ['a private key', { ...document, jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd' }] } }],
  ['no redirect_uris', { ...document, redirect_uris: undefined }],
  ['a redirect URI by http', { ...document, redirect_uris: ['http://app.example/callback'] }],
])('refuses a document with %s (Client ID Metadata Document §4.1)', async (_, body) => {
  const { begin } = await start(() => ok(body))
  expect((await begin()).status).toBe(400)
})

test('refuses a document without client_name (MCP Authorization, client registration)', async () => {
  const { begin } = await start(() => ok({ ...document, client_name: undefined }))
  expect((await begin()).status).toBe(400)
})

test('reads 5 kilobytes and no more (Client ID Metadata Document §6.6)', async () => {
  const rest = 5120 - JSON.stringify({ ...document, note: '' }).length
  const fits = await start(() => ok({ ...document, note: 'x'.repeat(rest) }))
  expect((await fits.begin()).status).toBe(200)
  const tooLong = await start(() => ok({ ...document, note: 'x'.repeat(rest + 1) }))
  expect((await tooLong.begin()).status).toBe(400)
})

test('takes application/…+json, and leaves out what it does not offer (Client ID Metadata Document §4.1)', async () => {
  const wide = {
    ...document,
    grant_types: ['authorization_code', 'refresh_token', 'urn:example:unknown'],
    response_types: ['code', 'token'],
    scope: 'notes.read mail.send',
  }
  const { codeOf, redeem } = await start(() => ok(wide, [['content-type', 'application/cimd+json; charset=utf-8']]))
  expect(JSON.parse((await redeem(await codeOf())).body)).toHaveProperty('refresh_token')
})

test('a document opens no grant that nobody agrees to each time (policy)', async () => {
  const grants = ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange']
  const { begin, server } = await start(() => ok({ ...document, grant_types: ['authorization_code', ...grants] }))
  expect((await begin()).status).toBe(200)
  const described = server.snapshot().clients.find(({ client_id }) => client_id === CLIENT)
  expect(described?.grant_types).toEqual(['authorization_code'])
})

test('a redirect URI must be in the document, character by character (MCP Authorization, client registration)', async () => {
  const { begin } = await start(() => ok(document))
  const page = await begin({ redirect_uri: `${REDIRECT_URI}/` })
  expect([page.status, page.url.startsWith(REDIRECT_URI)]).toEqual([400, false])
})

test('the person sees the host of the document and the redirect URI (Client ID Metadata Document §6.4)', async () => {
  const { begin, alice } = await start(() => ok({ ...document, redirect_uris: ['http://127.0.0.1:9000/cb'] }))
  const login = await begin({ redirect_uri: 'http://127.0.0.1:9000/cb' })
  const consent = await alice.submit(login, { username: 'alice', password: 'wonderland' }, /sign in/i)
  expect(consent.html).toContain('<strong>app.example</strong>')
  expect(consent.html).toContain('http://127.0.0.1:9000/cb')
})

test.each([
  ['as long as its host says', 'max-age=60', 60],
  ['five minutes, where its host says nothing (policy)', undefined, 300],
  ['a day at most (policy)', 'public, max-age=31536000', 86_400],
])('keeps a document %s (Client ID Metadata Document §4.4)', async (_, cacheControl, seconds) => {
  const lines: HttpResponse['headers'] = [
    ['content-type', 'application/json'],
    ...(cacheControl === undefined ? [] : [['cache-control', cacheControl] as const]),
  ]
  const { begin, clock, fetched } = await start(() => ok(document, lines))
  await begin()
  clock.elapsedSeconds = seconds - 1
  await begin()
  expect(fetched).toHaveLength(1)
  clock.elapsedSeconds = seconds
  await begin()
  expect(fetched).toHaveLength(2)
})

test('asks again each time where the host forbids to keep it (Client ID Metadata Document §4.4, RFC 9111 §5.2.2)', async () => {
  const lines: HttpResponse['headers'] = [
    ['content-type', 'application/json'],
    ['cache-control', 'no-store'],
  ]
  const { codeOf, redeem, fetched } = await start(() => ok(document, lines))
  expect((await redeem(await codeOf())).status).toBe(200)
  expect(fetched).toHaveLength(2)
})

test('an error is not kept, and neither is a document that does not do (Client ID Metadata Document §4.4)', async () => {
  const answers = [{ ...ok(document), status: 503 }, ok('{'), ok(document)]
  const { begin } = await start(() => answers.shift() ?? new Error('asked too often'))
  expect((await begin()).status).toBe(400)
  expect((await begin()).status).toBe(400)
  expect((await begin()).status).toBe(200)
})

test('a document that has changed counts at the next look: its host takes an address away (Client ID Metadata Document §4.4)', async () => {
  let body: unknown = document
  const { begin, clock } = await start(() => ok(body))
  expect((await begin()).status).toBe(200)
  body = { ...document, redirect_uris: ['https://app.example/new'] }
  clock.elapsedSeconds = 300
  expect((await begin()).status).toBe(400)
})

test('at the token endpoint a document that has gone is invalid_client (RFC 6749 §5.2)', async () => {
  let isThere = true
  const { codeOf, redeem, clock } = await start(() =>
    isThere
      ? ok(document, [
          ['content-type', 'application/json'],
          ['cache-control', 'max-age=10'],
        ])
      : new Error('gone'),
  )
  const code = await codeOf()
  isThere = false
  clock.elapsedSeconds = 11
  const response = await redeem(code)
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
})

test('a code of a client that describes itself is bound to it (RFC 6749 §4.1.3)', async () => {
  const { codeOf, redeem } = await start(() => ok(document))
  const code = await codeOf()
  expect(errorOf(await redeem(code, 'spa'))).toBe('invalid_grant')
})

test('registration is open where there is no initial access token, and closed where there is one (RFC 7591 §3)', async () => {
  const open = await start(() => ok(document), { registration: {} })
  const register = (example: typeof open) =>
    example.server.handle({
      method: 'POST',
      url: example.metadata.registration_endpoint ?? '',
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({ redirect_uris: [REDIRECT_URI], token_endpoint_auth_method: 'none' }),
    })
  expect((await register(open)).status).toBe(201)
  expect((await register(await start(() => ok(document)))).status).toBe(401)
})

test('a scope that is not offered is refused, or ignored where the policy says so (RFC 6749 §3.3)', async () => {
  const refusing = await start(() => ok(document))
  expect(callbackParameters(await refusing.begin({ scope: 'notes.read notes.admin' }))).toMatchObject({
    error: 'invalid_scope',
  })
  const ignoring = await start(() => ok(document), { policy: { unofferedScope: 'ignored' } })
  const url = authorizationUrl(ignoring, { client_id: CLIENT, scope: 'notes.read notes.admin' })
  const response = await ignoring.redeem(callbackParameters(await signIn(ignoring.alice, url)).code ?? '')
  expect(JSON.parse(response.body)).toMatchObject({ scope: 'notes.read' })
  expect(callbackParameters(await ignoring.begin({ scope: 'notes.read "x"' }))).toMatchObject({
    error: 'invalid_scope',
  })
})
