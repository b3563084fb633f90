/** Signed authorization requests by value, seen from outside: RFC 9101. */
import type { JWTPayload } from 'jose'
import { expect, test } from 'vitest'
import { type HttpResponse, header, parseForm } from '../../http/index.ts'
import type { ClientMetadata, PolicyOptions } from '../index.ts'
import {
  authorizationUrl,
  callbackParameters,
  INITIAL_ACCESS_TOKEN,
  NOW,
  REDIRECT_URI,
  signIn,
  startExample,
} from './example-server.fixture.ts'
import { createSigner, requestClaims, type Sign, signingClient, unsigned } from './request-signer.fixture.ts'

const { jwks, sign } = await createSigner()
const stranger = await createSigner()

function start(metadata: Partial<ClientMetadata> = {}, policy: PolicyOptions = {}) {
  const plain = { client_id: 'spa', redirect_uris: [REDIRECT_URI], scope: 'openid profile offline_access notes.read' }
  return startExample({ clients: [signingClient(jwks, metadata), plain], policy })
}

type Example = Awaited<ReturnType<typeof start>>
const example = await start()

function url(request: string, parameters: Readonly<Record<string, string>> = {}, at: Example = example): string {
  return `${at.metadata.authorization_endpoint}?${new URLSearchParams({ client_id: 'signer', request, ...parameters })}`
}

function open(address: string, at: Example = example): Promise<HttpResponse> {
  return at.server.handle({ method: 'GET', url: address, headers: [['accept', 'text/html']], body: '' })
}

/** What came back on the redirect, or the status of the page. */
async function verdict(address: string, at: Example = example) {
  const response = await open(address, at)
  const location = header(response, 'location')
  if (location === undefined) return response.status
  const { error, state } = Object.fromEntries(parseForm(new URL(location).search))
  return [error, state]
}

const object = (claims: JWTPayload = {}) => sign(requestClaims('signer', claims))

test('names what it verifies (RFC 9101 §10.5, OpenID Connect Discovery §3)', async () => {
  expect(example.metadata).toMatchObject({
    request_parameter_supported: true,
    request_uri_parameter_supported: false,
    require_signed_request_object: false,
    request_object_signing_alg_values_supported: expect.arrayContaining(['RS256', 'PS256', 'ES256', 'EdDSA']),
  })
  expect(example.metadata.request_object_signing_alg_values_supported).not.toContain('none')
})

test('takes a request that its client signed (RFC 9101 §5, §6.2)', async () => {
  const page = await signIn(example.alice, url(await object()))
  expect(callbackParameters(page)).toMatchObject({ code: expect.any(String), state: 'signed-state' })
})

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('verifies %s (RFC 9101 §6.2)', async (alg) => {
  const signer = await createSigner(alg)
  const server = await startExample({ clients: [signingClient(signer.jwks, { request_object_signing_alg: alg })] })
  expect(await verdict(url(await signer.sign(requestClaims('signer')), {}, server), server)).toBe(200)
})

test('takes it by POST, and with the type that says what it is (RFC 9101 §10.8, OpenID Connect Core §3.1.2.1)', async () => {
  for (const typ of ['oauth-authz-req+jwt', 'application/oauth-authz-req+jwt', 'JWT']) {
    const response = await example.server.handle({
      method: 'POST',
      url: example.metadata.authorization_endpoint ?? '',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: new URL(url(await sign(requestClaims('signer'), { typ }))).search.slice(1),
    })
    expect(response.status).toBe(200)
  }
})

test('uses the parameters of the object alone (RFC 9101 §6.3)', async () => {
  const outside = { state: 'outside', scope: 'openid unknown', redirect_uri: 'https://evil.example/', prompt: 'none' }
  const page = await signIn(example.alice, url(await object({ prompt: 'login' }), outside))
  expect(callbackParameters(page)).toMatchObject({ code: expect.any(String), state: 'signed-state' })
  const lacking = await object({ response_type: undefined })
  expect(await verdict(url(lacking, { response_type: 'code' }))).toEqual(['invalid_request', 'signed-state'])
  const homeless = await object({ redirect_uri: undefined })
  expect(await verdict(url(homeless, { redirect_uri: REDIRECT_URI }))).toBe(400)
})

const refused: readonly (readonly [clause: string, what: string, object: () => Promise<string> | string])[] = [
  ['RFC 9101 §6.2', 'a key of somebody else', () => stranger.sign(requestClaims('signer'))],
  ['RFC 9101 §6.2', 'another issuer', () => object({ iss: 'spa' })],
  ['RFC 9101 §6.2', 'another audience', () => object({ aud: 'https://other.example' })],
  ['RFC 9101 §6.2', 'an expiry that is past', () => object({ exp: NOW - 11 })],
  ['RFC 9101 §6.2', 'a start that is to come', () => object({ nbf: NOW + 11 })],
  ['RFC 9101 §5', 'another client_id', () => object({ client_id: 'spa' })],
  ['RFC 9101 §5', 'no client_id', () => object({ client_id: undefined })],
  ['RFC 9101 §4', 'a request in the request', () => object({ request: 'a.b.c' })],
  ['RFC 9101 §4', 'a request_uri in the request', () => object({ request_uri: 'https://app.example/r' })],
  ['RFC 9101 §10.8', 'its client as the subject', () => object({ sub: 'signer' })],
  ['RFC 9101 §10.8', 'the type of an access token', () => sign(requestClaims('signer'), { typ: 'at+jwt' })],
  ['RFC 9101 §10.5', 'no signature', () => unsigned(requestClaims('signer'))],
]

test.each(refused)(
  'refuses an object with (%s) %s: invalid_request_object at the registered redirect URI',
  async (_, _what, make) => {
    expect(await verdict(url(await make()))).toEqual(['invalid_request_object', 'signed-state'])
  },
)

test('shows a page where a broken object leaves nowhere to go (RFC 9101 §7, RFC 6749 §4.1.2.1)', async () => {
  expect(await verdict(url('a.b.c'))).toBe(400)
  expect(await verdict(url('a.b.c.d.e', { redirect_uri: 'https://evil.example/' }))).toBe(400)
  const evil = await stranger.sign(requestClaims('signer', { redirect_uri: 'https://evil.example/' }))
  expect(await verdict(url(evil))).toBe(400)
  expect(await verdict(url('a.b.c', { redirect_uri: REDIRECT_URI, state: 's' }))).toEqual([
    'invalid_request_object',
    's',
  ])
})

test('refuses request and request_uri at once, and a repeated request (RFC 9101 §5, RFC 6749 §3.1)', async () => {
  const request = await object()
  const known = { redirect_uri: REDIRECT_URI, state: 's' }
  expect(await verdict(url(request, { ...known, request_uri: 'https://app.example/r' }))).toEqual([
    'invalid_request',
    'signed-state',
  ])
  expect(await verdict(`${url(request, known)}&request=${request}`)).toEqual(['invalid_request', 'signed-state'])
})

test('takes an unsigned object of a client that is registered for it, and of no other (RFC 9101 §4, §10.5)', async () => {
  const unsafe = await start({ request_object_signing_alg: 'none' })
  expect(await verdict(url(unsigned(requestClaims('signer')), {}, unsafe), unsafe)).toBe(200)
  expect(await verdict(url(await object(), {}, unsafe), unsafe)).toEqual(['invalid_request_object', 'signed-state'])
  const strict = await start({ request_object_signing_alg: 'none' }, { requireSignedRequestObject: true })
  expect(await verdict(url(unsigned(requestClaims('signer')), {}, strict), strict)).toEqual([
    'invalid_request_object',
    'signed-state',
  ])
})

test('holds a client to the algorithm that it registered (RFC 9101 §6.2)', async () => {
  const other = await start({ request_object_signing_alg: 'RS256' })
  expect(await verdict(url(await object(), {}, other), other)).toEqual(['invalid_request_object', 'signed-state'])
})

test('takes no plain request of a client that must sign (RFC 9101 §10.5)', async () => {
  const strict = await start({ require_signed_request_object: true })
  const plain = authorizationUrl(strict, { client_id: 'signer', scope: 'openid' })
  expect(await verdict(plain, strict)).toEqual(['invalid_request', 'state-1'])
  expect(await verdict(url(await object(), {}, strict), strict)).toBe(200)
  expect(await verdict(authorizationUrl(strict), strict)).toBe(200)
})

test('takes no plain request where the server says so (RFC 9101 §10.5)', async () => {
  const strict = await start({}, { requireSignedRequestObject: true })
  expect(strict.metadata).toMatchObject({ require_signed_request_object: true })
  expect(await verdict(authorizationUrl(strict), strict)).toEqual(['invalid_request', 'state-1'])
  expect(await verdict(url(await object(), {}, strict), strict)).toBe(200)
})

test('refuses the object of a client without a key where others have agreed on theirs: no key is associated with it (RFC 9101 §6.2)', async () => {
  const agreed = await start({ request_object_signing_alg: 'RS256' })
  for (const request of [unsigned(requestClaims('spa')), await sign(requestClaims('spa'))]) {
    const address = authorizationUrl(agreed, { request })
    expect(await verdict(address, agreed)).toEqual(['invalid_request_object', 'signed-state'])
  }
})

test('says request_not_supported to a client without a key where nobody has (OpenID Connect Core §3.1.2.6)', async () => {
  const response = await verdict(authorizationUrl(example, { request: unsigned(requestClaims('spa')) }))
  expect(response).toEqual(['request_not_supported', 'state-1'])
})

test('takes an object that names no key, whichever of those of its client has signed it (RFC 9101 §6.2, RFC 7515 §4.1.4)', async () => {
  const second = await createSigner()
  const keys = [...stranger.jwks.keys, ...jwks.keys].map(({ kid: _kid, ...key }) => key)
  const several = await start({ jwks: { keys } })
  // What is undefined is not written into the header.
  const anonymous = { kid: undefined as never }
  const ask = async (signer: Sign, header = {}) =>
    verdict(url(await signer(requestClaims('signer'), header), {}, several), several)
  expect(await ask(sign, anonymous)).toBe(200)
  expect(await ask(stranger.sign, anonymous)).toBe(200)
  expect(await ask(second.sign, anonymous)).toEqual(['invalid_request_object', 'signed-state'])
})

test('refuses an object whose typ is no text (RFC 9101 §10.8)', async () => {
  const odd = await sign(requestClaims('signer'), { typ: 5 } as never)
  expect(await verdict(url(odd))).toEqual(['invalid_request_object', 'signed-state'])
})

test('ignores what is beside an object, however often resource is there (RFC 9101 §6.3, RFC 8707 §2)', async () => {
  const beside = '&resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example'
  expect(await verdict(`${url(await object())}${beside}`)).toBe(200)
})

test('reads numbers and lists of an object as parameters (RFC 9101 §4, RFC 8707 §2.1)', async () => {
  expect(await verdict(url(await object({ max_age: 0 })))).toBe(200)
  expect(await verdict(url(await object({ max_age: -1 })))).toEqual(['invalid_request', 'signed-state'])
  const resource = ['https://api.example', 'https://evil.example']
  expect(await verdict(url(await object({ resource: resource.slice(0, 1) })))).toBe(200)
  expect(await verdict(url(await object({ resource })))).toEqual(['invalid_target', 'signed-state'])
})

test('registers request objects only with keys, and none over the wire never (RFC 9101 §10.5, RFC 7591 §3.2.2)', async () => {
  const register = async (metadata: unknown) => {
    const response = await example.server.handle({
      method: 'POST',
      url: example.metadata.registration_endpoint ?? '',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`],
      ],
      body: JSON.stringify({ redirect_uris: [REDIRECT_URI], ...(metadata as object) }),
    })
    return [response.status, JSON.parse(response.body).error]
  }
  const broken = [400, 'invalid_client_metadata']
  expect(await register({ jwks, request_object_signing_alg: 'ES256', require_signed_request_object: true })).toEqual([
    201,
    undefined,
  ])
  expect(await register({ require_signed_request_object: true })).toEqual(broken)
  expect(await register({ jwks, request_object_signing_alg: 'none' })).toEqual(broken)
  expect(await register({ jwks, request_object_signing_alg: 'HS256' })).toEqual(broken)
  expect(await register({ jwks, require_signed_request_object: 1 })).toEqual(broken)
})
