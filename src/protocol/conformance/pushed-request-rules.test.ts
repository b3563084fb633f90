/** Pushed authorization requests, seen from outside: RFC 9126. */
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../http/index.ts'
import {
  APP,
  authorizationUrl,
  basic,
  CHALLENGE,
  callbackParameters,
  type Example,
  errorOf,
  exampleConfig,
  exchange,
  INITIAL_ACCESS_TOKEN,
  NOW,
  obtainCode,
  post,
  REDIRECT_URI,
  signIn,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { createSigner, requestClaims, signingClient, unsigned } from './request-signer.fixture.ts'

const example = await startExample()

const request = {
  response_type: 'code',
  redirect_uri: REDIRECT_URI,
  scope: 'openid notes.read',
  state: 'pushed-state',
  nonce: 'nonce-1',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
}

function push(form: Readonly<Record<string, string>>, at: Example = example, authorization?: string) {
  return post(at.server.handle, at.metadata.pushed_authorization_request_endpoint, form, authorization)
}

async function requestUri(form: Readonly<Record<string, string>> = { ...APP, ...request }, at: Example = example) {
  const response = await push(form, at)
  if (response.status !== 201) throw new Error(`not pushed but ${response.status} ${response.body}`)
  return String(JSON.parse(response.body).request_uri)
}

function bring(parameters: Readonly<Record<string, string>>, at: Example = example): string {
  return `${at.metadata.authorization_endpoint}?${new URLSearchParams(parameters)}`
}

function open(url: string, at: Example = example): Promise<HttpResponse> {
  return at.server.handle({ method: 'GET', url, headers: [['accept', 'text/html']], body: '' })
}

const withPolicy = await startExample({ policy: { requirePushedAuthorizationRequests: true } })

test('names the endpoint and whether it must be used (RFC 9126 §5)', async () => {
  expect(example.metadata).toMatchObject({
    pushed_authorization_request_endpoint: 'https://as.example/par',
    require_pushed_authorization_requests: false,
  })
  expect(withPolicy.metadata).toMatchObject({ require_pushed_authorization_requests: true })
})

test('answers 201 with a request_uri that differs each time, how long it lives, and no-store (RFC 9126 §2.2)', async () => {
  const [one, other] = [await push({ ...APP, ...request }), await push({ ...APP, ...request })]
  expect(one.status).toBe(201)
  expect(header(one, 'content-type')).toBe('application/json')
  expect(header(one, 'cache-control')).toContain('no-store')
  const { request_uri, expires_in } = JSON.parse(one.body)
  expect(request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/)
  expect(expires_in).toBe(60)
  expect(JSON.parse(other.body).request_uri).not.toBe(request_uri)
})

test('lets the browser bring client_id and request_uri, and goes on with what was pushed (RFC 9126 §4)', async () => {
  const url = bring({ client_id: 'app', request_uri: await requestUri() })
  const { code, state, iss } = callbackParameters(await signIn(example.alice, url))
  expect([state, iss]).toEqual(['pushed-state', 'https://as.example'])
  expect(tokensOf(await exchange(example, code ?? '')).scope).toBe('openid notes.read')
})

test('ignores parameters beside the request_uri (RFC 9126 §4, RFC 9101 §6.3)', async () => {
  const smuggled = { state: 'other', scope: 'openid notes.write', redirect_uri: 'https://evil.example/' }
  const page = await signIn(example.alice, bring({ client_id: 'app', request_uri: await requestUri(), ...smuggled }))
  expect(page.url.startsWith(`${REDIRECT_URI}?`)).toBe(true)
  const { code, state } = callbackParameters(page)
  expect(state).toBe('pushed-state')
  expect(tokensOf(await exchange(example, code ?? '')).scope).toBe('openid notes.read')
})

test('takes a request_uri once (RFC 9126 §4, §7.3)', async () => {
  const url = bring({ client_id: 'app', request_uri: await requestUri() })
  expect((await open(url)).status).not.toBe(400)
  const again = await open(url)
  expect([again.status, header(again, 'location')]).toEqual([400, undefined])
  expect(again.body).toContain('invalid_request_uri')
  const answers = await (async () => {
    const raced = bring({ client_id: 'app', request_uri: await requestUri() })
    return Promise.all(Array.from({ length: 10 }, () => open(raced)))
  })()
  expect(answers.filter(({ status }) => status !== 400)).toHaveLength(1)
})

test('refuses an expired request_uri, and forgets it (RFC 9126 §4)', async () => {
  const late = await startExample({ policy: { lifetimes: { pushed_authorization_request: 5 } } })
  const first = await push({ ...APP, ...request }, late)
  expect(JSON.parse(first.body).expires_in).toBe(5)
  late.clock.elapsedSeconds += 4
  const inTime = await requestUri(undefined, late)
  late.clock.elapsedSeconds += 1
  const url = bring({ client_id: 'app', request_uri: JSON.parse(first.body).request_uri })
  const expired = await open(url, late)
  expect([expired.status, header(expired, 'location')]).toEqual([400, undefined])
  expect(expired.body).toContain('expired 0 seconds ago')
  expect((await open(bring({ client_id: 'app', request_uri: inTime }), late)).status).toBe(200)
  await push({ ...APP, ...request }, late)
  expect((await open(url, late)).body).toContain('is unknown')
})

test('a sign-in may outlive its request_uri, unless the policy has it cover the sign-in (policy)', async () => {
  const after = async (requestUriCovers: 'arrival' | 'sign_in') => {
    const slow = await startExample({ policy: { requestUriCovers } })
    const url = bring({ client_id: 'app', request_uri: await requestUri(undefined, slow) }, slow)
    const login = await slow.alice.visit(url)
    slow.clock.elapsedSeconds += 60
    return slow.alice.submit(login, { username: 'alice', password: 'wonderland' })
  }
  expect((await after('arrival')).html).toContain('value="approve"')
  const late = await after('sign_in')
  expect(late.status).toBe(400)
  expect(late.html).toContain('its request_uri has expired')
})

test('refuses a request_uri of another client, which leaves it usable, and one that was never issued (RFC 9126 §2.2, §7.1)', async () => {
  const request_uri = await requestUri()
  for (const parameters of [
    { client_id: 'other-app', request_uri },
    { client_id: 'spa', request_uri },
    { client_id: 'app', request_uri: `${request_uri}x` },
  ]) {
    const response = await open(bring(parameters))
    expect([response.status, header(response, 'location')]).toEqual([400, undefined])
    expect(response.body).toContain('invalid_request_uri')
  }
  expect((await open(bring({ request_uri }))).status).toBe(400)
  expect((await open(bring({ client_id: 'app', request_uri }))).status).not.toBe(400)
})

test('does not fetch a request_uri that is an address (RFC 9101 §7, OpenID Connect Core §3.1.2.6)', async () => {
  expect(example.metadata).toMatchObject({ request_uri_parameter_supported: false })
  const response = await open(authorizationUrl(example, { request_uri: 'https://app.example/request.jwt' }))
  expect(header(response, 'location')).toContain('error=request_uri_not_supported')
})

test('refuses request and request_uri at once (RFC 9101 §5)', async () => {
  const url = bring({ client_id: 'app', request_uri: await requestUri(), request: 'a.b.c' })
  const response = await open(url)
  expect(response.status).toBe(400)
  expect(response.body).toContain('must not be used together')
})

test('authenticates clients as the token endpoint does (RFC 9126 §2)', async () => {
  expect((await push({ client_id: 'web', ...request }, example, basic('web', 'web-secret'))).status).toBe(201)
  expect((await push({ client_id: 'spa', ...request })).status).toBe(201)
  for (const [form, authorization] of [
    [{ ...APP, client_secret: 'wrong', ...request }, undefined],
    [{ client_id: 'app', ...request }, undefined],
    [{ client_id: 'nobody', ...request }, undefined],
    [request, undefined],
    [request, basic('web', 'wrong')],
  ] as const) {
    const response = await push(form, example, authorization)
    expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
  }
  const mixed = await push({ ...request, client_id: 'app' }, example, basic('web', 'web-secret'))
  expect([mixed.status, errorOf(mixed)]).toEqual([400, 'invalid_request'])
})

test('takes the issuer, the token endpoint and itself as the audience of an assertion (RFC 9126 §2)', async () => {
  const { jwks, sign } = await createSigner()
  const client = { ...signingClient(jwks), token_endpoint_auth_method: 'private_key_jwt' as const }
  const server = await startExample({ ...exampleConfig('https://as.example'), clients: [client] })
  const audiences = ['https://as.example', 'https://as.example/token', 'https://as.example/par', 'https://evil.example']
  const statuses = []
  for (const aud of audiences) {
    const claims = { iss: 'signer', sub: 'signer', aud, exp: NOW + 60, jti: aud }
    const form = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign(claims),
    }
    statuses.push((await push({ ...form, client_id: 'signer', ...request }, server)).status)
  }
  expect(statuses).toEqual([201, 201, 201, 401])
})

const refused: readonly (readonly [clause: string, error: string, form: Readonly<Record<string, string>>])[] = [
  ['RFC 9126 §2.1', 'invalid_request', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }],
  ['RFC 9126 §2.1', 'invalid_request', { request_uri: 'https://app.example/request.jwt' }],
  ['RFC 9126 §2.3', 'invalid_request', { redirect_uri: 'https://evil.example/' }],
  ['RFC 9126 §2.3', 'invalid_request', { redirect_uri: '' }],
  ['RFC 9126 §2.3', 'invalid_request', { response_type: '' }],
  ['RFC 9126 §2.3', 'unsupported_response_type', { response_type: 'token' }],
  ['RFC 9126 §2.3', 'invalid_scope', { scope: 'openid unknown' }],
  ['RFC 7636 §4.3', 'invalid_request', { code_challenge_method: 'plain' }],
  ['RFC 8707 §2', 'invalid_target', { resource: 'https://evil.example' }],
  ['OpenID Connect Core §3.1.2.1', 'invalid_request', { prompt: 'none login' }],
  ['OpenID Connect Core §3.1.2.6', 'request_not_supported', { request: 'a.b.c' }],
]

test.each(refused)('refuses when it is pushed what it would refuse later (%s): %s for %j', async (_, error, form) => {
  const response = await push({ ...APP, ...request, ...form })
  expect([response.status, errorOf(response)]).toEqual([400, error])
  expect(header(response, 'location')).toBeUndefined()
  expect(header(response, 'cache-control')).toContain('no-store')
})

test('refuses repeated parameters, another method, another media type, and too much (RFC 9126 §2.3)', async () => {
  const url = example.metadata.pushed_authorization_request_endpoint ?? ''
  const form = new URLSearchParams({ ...APP, ...request })
  const type = ['content-type', 'application/x-www-form-urlencoded'] as const
  const send = async (method: string, body: string, line: readonly [string, string] = type) => {
    const response = await example.server.handle({ method, url, headers: [line], body })
    return [response.status, errorOf(response)]
  }
  expect(await send('POST', `${form}&state=again`)).toEqual([400, 'invalid_request'])
  expect(await send('POST', `${form}&client_id=app`)).toEqual([400, 'invalid_request'])
  expect(await send('GET', '')).toEqual([405, 'invalid_request'])
  expect(await send('POST', JSON.stringify(request), ['content-type', 'application/json'])).toEqual([
    400,
    'invalid_request',
  ])
  expect(await send('POST', `${form}&x=${'x'.repeat(70_000)}`)).toEqual([413, 'invalid_request'])
})

test('takes only pushed requests of a client that is registered for it (RFC 9126 §6)', async () => {
  const client = { client_id: 'strict', redirect_uris: [REDIRECT_URI], scope: 'openid notes.read' }
  const strict = await startExample({ clients: [{ ...client, require_pushed_authorization_requests: true }] })
  const direct = await open(authorizationUrl(strict, { client_id: 'strict', scope: 'openid' }), strict)
  expect(header(direct, 'location')).toContain('error=invalid_request')
  expect(header(direct, 'location')).toContain('state=state-1')
  const request_uri = await requestUri({ client_id: 'strict', ...request }, strict)
  expect((await open(bring({ client_id: 'strict', request_uri }), strict)).status).toBe(200)
})

test('takes only pushed requests where the server says so (RFC 9126 §5)', async () => {
  const direct = await open(authorizationUrl(withPolicy), withPolicy)
  expect(header(direct, 'location')).toContain('error=invalid_request')
  const request_uri = await requestUri({ client_id: 'spa', ...request }, withPolicy)
  expect((await open(bring({ client_id: 'spa', request_uri }), withPolicy)).status).toBe(200)
  await expect(obtainCode(withPolicy)).rejects.toThrow('invalid_request')
})

test('takes a pushed request object as the whole request (RFC 9126 §3)', async () => {
  const { jwks, sign } = await createSigner()
  const other = await createSigner()
  const server = await startExample({ clients: [signingClient(jwks, { require_signed_request_object: true })] })
  const object = (claims = {}) => sign(requestClaims('signer', claims))
  const form = { client_id: 'signer', request: await object(), state: 'outside', scope: 'notes.write' }
  const request_uri = await requestUri(form, server)
  const page = await signIn(server.alice, bring({ client_id: 'signer', request_uri }, server))
  expect(callbackParameters(page)).toMatchObject({ code: expect.any(String), state: 'signed-state' })
  for (const [error, bad] of [
    ['invalid_request', { ...request }],
    ['invalid_request_object', { request: await object({ client_id: 'other' }) }],
    ['invalid_request_object', { request: await other.sign(requestClaims('signer')) }],
    ['invalid_request_object', { request: unsigned(requestClaims('signer')) }],
    ['invalid_request_object', { request: await object({ request_uri: 'urn:x' }) }],
    ['invalid_scope', { request: await object({ scope: 'unknown' }) }],
  ] as const) {
    const response = await push({ client_id: 'signer', ...bad }, server)
    expect([response.status, errorOf(response)]).toEqual([400, error])
  }
})

test('lets scripts of a registered client push (Fetch, RFC 9126 §2)', async () => {
  const response = await example.server.handle({
    method: 'OPTIONS',
    url: example.metadata.pushed_authorization_request_endpoint ?? '',
    headers: [
      ['origin', new URL(REDIRECT_URI).origin],
      ['access-control-request-method', 'POST'],
    ],
    body: '',
  })
  expect([response.status, header(response, 'access-control-allow-origin')]).toEqual([204, 'https://app.example'])
})

test('registers a client for pushed requests, by true or false alone (RFC 9126 §6, RFC 7591 §2)', async () => {
  const register = async (value: unknown) => {
    const response = await example.server.handle({
      method: 'POST',
      url: example.metadata.registration_endpoint ?? '',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`],
      ],
      body: JSON.stringify({ redirect_uris: [REDIRECT_URI], require_pushed_authorization_requests: value }),
    })
    return [response.status, JSON.parse(response.body).require_pushed_authorization_requests]
  }
  expect(await register(true)).toEqual([201, true])
  expect(await register('yes')).toEqual([400, undefined])
})
