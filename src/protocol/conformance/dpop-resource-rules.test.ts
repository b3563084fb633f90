/** DPoP at a protected resource, seen from outside: the API by both ways of validation, and the UserInfo endpoint (RFC 9449 §7, §9). */
import { expect, test } from 'vitest'
import { type HttpRequest, type HttpResponse, header } from '../../http/index.ts'
import { createResourceServer, type ResourceServerConfig } from '../index.ts'
import {
  API,
  basic,
  type Example,
  exampleConfig,
  obtainCode,
  post,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { callWith, codeForm, type ProofOptions, proofKey, proofOf, requestToken, tokenProof } from './proofs.fixture.ts'

const key = await proofKey()
const other = await proofKey()

/** A place that takes tokens, and its address. */
interface Place {
  readonly url: string
  handle(request: HttpRequest): Promise<HttpResponse>
}

function protect(example: Example, config: Partial<ResourceServerConfig> = {}): Place {
  const server = createResourceServer(
    {
      resource: API,
      issuer: example.server.issuer,
      validation: { type: 'jwt', jwks_uri: example.metadata.jwks_uri ?? '' },
      routes: [
        { method: 'GET', path: '/notes', scope: 'notes.read', respond: ({ sub }) => ({ owner: sub }) },
        { method: 'GET', path: '/all', scope: 'notes.all', respond: () => ({}) },
      ],
      ...config,
    },
    { now: () => example.now(), send: example.server.handle },
  )
  return { url: `${API}/notes`, handle: server.handle }
}

function places(example: Example): readonly (Place & { readonly name: string })[] {
  const introspection_endpoint = example.metadata.introspection_endpoint ?? ''
  const credentials = { client_id: 'api', client_secret: 'api-secret' }
  const asking = protect(example, { validation: { type: 'introspection', introspection_endpoint, ...credentials } })
  return [
    { name: 'local', ...protect(example) },
    { name: 'asking', ...asking },
    { name: 'userinfo', url: example.metadata.userinfo_endpoint ?? '', handle: example.server.handle },
  ]
}

async function boundToken(example: Example): Promise<string> {
  const code = await obtainCode(example, { client_id: 'spa' })
  const proofs = [await tokenProof(example, key)]
  return tokensOf(await requestToken(example, codeForm(code), { proofs })).access_token
}

const example = await startExample()
const token = await boundToken(example)
const all = places(example)
const proof = (place: Place, options: Partial<ProofOptions> = {}, by = key) =>
  proofOf(by, { url: place.url, method: 'GET', iat: example.now(), accessToken: token, ...options })
const challenge = (response: HttpResponse) => header(response, 'www-authenticate') ?? ''

test.each(all)('$name lets in who has the key (RFC 9449 §7.1)', async (place) => {
  const response = await callWith(place.handle, token, { url: place.url, proofs: [await proof(place)] })
  expect(response.status).toBe(200)
})

test.each(all)(
  '$name takes no bound token as a bearer token, with a proof or without (RFC 9449 §7.2)',
  async (place) => {
    for (const proofs of [[], [await proof(place)]]) {
      const response = await callWith(place.handle, token, { url: place.url, scheme: 'Bearer', proofs })
      expect(response.status).toBe(401)
      expect(challenge(response)).toMatch(/^DPoP .*error="invalid_token".*algs="[^"]*ES256/)
    }
  },
)

test.each(all)('$name takes no bearer token by the DPoP scheme (RFC 9449 §7.1)', async (place) => {
  const code = await obtainCode(example, { client_id: 'spa' })
  const bearer = tokensOf(await requestToken(example, codeForm(code))).access_token
  const proofs = [await proof(place, { accessToken: bearer })]
  const response = await callWith(place.handle, bearer, { url: place.url, proofs })
  expect(response.status).toBe(401)
  expect(challenge(response)).toMatch(/^DPoP .*error="invalid_token"/)
  expect((await callWith(place.handle, bearer, { url: place.url, scheme: 'Bearer' })).status).toBe(200)
})

test.each(all)('$name refuses the proof of whoever stole the token (RFC 9449 §7.1)', async (place) => {
  const proofs = [await proof(place, {}, other)]
  const response = await callWith(place.handle, token, { url: place.url, proofs })
  expect(response.status).toBe(401)
  expect(challenge(response)).toMatch(/^DPoP .*error="invalid_token"/)
})

test.each(all)('$name refuses a bad proof: 401 invalid_dpop_proof and a challenge (RFC 9449 §7.1)', async (place) => {
  const used = await proof(place)
  await callWith(place.handle, token, { url: place.url, proofs: [used] })
  for (const proofs of [
    [],
    ['x'],
    [used],
    [await proof(place), await proof(place)],
    [await proof(place, { accessToken: 'another' })],
    [await proof(place, { claims: { ath: undefined } })],
    [await proof(place, { method: 'POST' })],
    [await proof(place, { url: `${API}/other` })],
    [await proof(place, { iat: example.now() - 61 })],
    [await proof(place, { header: { jwk: key.privateJwk } })],
  ]) {
    const response = await callWith(place.handle, token, { url: place.url, proofs })
    expect(response.status).toBe(401)
    expect(challenge(response)).toMatch(/^DPoP .*error="invalid_dpop_proof".*algs="/)
    expect(JSON.parse(response.body).error).toBe('invalid_dpop_proof')
  }
})

test.each(all)('$name refuses two ways at once and malformed credentials with 400 (RFC 9449 §7.2)', async (place) => {
  const headers = [
    ['authorization', `DPoP ${token}`],
    ['authorization', `Bearer ${token}`],
    ['dpop', await proof(place)],
  ] as const
  const twice = await place.handle({ method: 'GET', url: place.url, headers, body: '' })
  const malformed = await callWith(place.handle, `"${token}"`, { url: place.url, proofs: [await proof(place)] })
  for (const response of [twice, malformed]) {
    expect([response.status, JSON.parse(response.body).error]).toEqual([400, 'invalid_request'])
  }
})

test('compares the scheme without case (RFC 9110 §11.1)', async () => {
  for (const place of all) {
    const response = await callWith(place.handle, token, {
      url: place.url,
      scheme: 'dpop',
      proofs: [await proof(place)],
    })
    expect(response.status).toBe(200)
  }
})

test('a missing scope is told by a DPoP challenge as well (RFC 9449 §7.1)', async () => {
  const url = `${API}/all`
  const place = { ...protect(example), url }
  const response = await callWith(place.handle, token, { url, proofs: [await proof(place)] })
  expect(response.status).toBe(403)
  expect(challenge(response)).toMatch(/^DPoP .*error="insufficient_scope".*scope="notes.all"/)
})

test('whoever comes without a token hears of the schemes that are taken (RFC 9449 §7.1, §7.2)', async () => {
  const ask = (place: Place) => place.handle({ method: 'GET', url: place.url, headers: [], body: '' })
  const [off, offered, required] = await Promise.all([
    ask(protect(example)),
    ask(protect(example, { dpop_offered: true })),
    ask(protect(example, { dpop_bound_access_tokens_required: true })),
  ])
  expect(challenge(off)).toBe(`Bearer realm="${API}"`)
  expect(challenge(offered)).toMatch(/^Bearer realm="[^"]*", DPoP realm="[^"]*", algs="[^"]*ES256[^"]*"$/)
  expect(challenge(required)).toMatch(/^DPoP realm="[^"]*", algs="[^"]+"$/)
  const { clients = [] } = exampleConfig('https://as.example')
  const strict = await startExample({
    clients: clients.map((client) => ({ ...client, dpop_bound_access_tokens: true })),
  })
  const userinfo = await ask({ url: strict.metadata.userinfo_endpoint ?? '', handle: strict.server.handle })
  expect(challenge(userinfo)).toMatch(/^Bearer .*, DPoP .*algs=/)
})

test('whoever asks for nonces asks for proofs: without a token DPoP is named as well (RFC 9449 §7.1, §9)', async () => {
  const nonces = { policy: { dpopNonce: 'required' } } as const
  const strict = await startExample(nonces)
  const userinfo = { url: strict.metadata.userinfo_endpoint ?? '', handle: strict.server.handle }
  for (const place of [protect(strict, nonces), userinfo]) {
    const response = await place.handle({ method: 'GET', url: place.url, headers: [], body: '' })
    expect(challenge(response)).toMatch(/^Bearer realm="[^"]*", DPoP realm="[^"]*", algs="[^"]+"$/)
    expect(header(response, 'dpop-nonce')).toBeDefined()
  }
  const nowhere = await protect(strict, nonces).handle({ method: 'GET', url: `${API}/x`, headers: [], body: '' })
  // A cache may keep a 404, and none may keep a nonce (RFC 9449 §8.2).
  expect([nowhere.status, header(nowhere, 'dpop-nonce')]).toEqual([404, undefined])
  const silent = protect(strict, { ...nonces, dpop_offered: false })
  expect(challenge(await silent.handle({ method: 'GET', url: silent.url, headers: [], body: '' }))).not.toContain(
    'DPoP',
  )
})

test('an API that requires bound tokens takes no other (RFC 9728 §2)', async () => {
  const strict = protect(example, { dpop_bound_access_tokens_required: true })
  const code = await obtainCode(example, { client_id: 'spa' })
  const bearer = tokensOf(await requestToken(example, codeForm(code))).access_token
  const refused = await callWith(strict.handle, bearer, { scheme: 'Bearer' })
  expect(refused.status).toBe(401)
  expect(challenge(refused)).toMatch(/^DPoP .*error="invalid_token"/)
  expect((await callWith(strict.handle, token, { proofs: [await proof(strict)] })).status).toBe(200)
})

test('with nonces, both kinds of resource ask for one and hand it out, each its own (RFC 9449 §9)', async () => {
  const strict = await startExample({ policy: { dpopNonce: 'required' } })
  const first = await requestToken(strict, codeForm('x'), { proofs: [await tokenProof(strict, key)] })
  const serverNonce = header(first, 'dpop-nonce')
  const proofs = [await tokenProof(strict, key, { claims: { nonce: serverNonce } })]
  const code = await obtainCode(strict, { client_id: 'spa' })
  const accessToken = tokensOf(await requestToken(strict, codeForm(code), { proofs })).access_token
  const api = protect(strict, { policy: { dpopNonce: 'required' } })
  const userinfo = { url: strict.metadata.userinfo_endpoint ?? '', handle: strict.server.handle }
  for (const place of [api, userinfo]) {
    const ask = async (nonce?: string) => {
      const claims = nonce === undefined ? {} : { nonce }
      const proofs = [await proofOf(key, { url: place.url, method: 'GET', iat: strict.now(), accessToken, claims })]
      return callWith(place.handle, accessToken, { url: place.url, proofs })
    }
    const refused = await ask(place === api ? serverNonce : undefined)
    expect(refused.status).toBe(401)
    expect(challenge(refused)).toMatch(/^DPoP .*error="use_dpop_nonce"/)
    const nonce = header(refused, 'dpop-nonce')
    const accepted = await ask(nonce)
    expect([accepted.status, header(accepted, 'dpop-nonce')]).toEqual([200, nonce])
  }
})

test('an expired or revoked bound token is invalid_token, whatever the proof (RFC 9449 §7.1)', async () => {
  const late = await startExample()
  const accessToken = await boundToken(late)
  late.clock.elapsedSeconds += 300
  for (const place of places(late)) {
    const proofs = [await proofOf(key, { url: place.url, method: 'GET', iat: late.now(), accessToken })]
    const response = await callWith(place.handle, accessToken, { url: place.url, proofs })
    expect(response.status).toBe(401)
    expect(challenge(response)).toMatch(/^DPoP .*error="invalid_token"/)
  }
})

test('a refresh token is no access token by any scheme (RFC 9449 §7.1)', async () => {
  const url = example.metadata.introspection_endpoint
  const answer = await post(example.server.handle, url, { token }, basic('api', 'api-secret'))
  expect(JSON.parse(answer.body)).toMatchObject({ active: true, token_type: 'DPoP' })
  const initial = await example.server.handle({
    method: 'POST',
    url: example.metadata.registration_endpoint ?? '',
    headers: [['authorization', 'DPoP let-me-register']],
    body: '',
  })
  expect(initial.status).toBe(401)
})
