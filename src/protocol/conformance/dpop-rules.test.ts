/** DPoP at the authorization server, seen from outside: proofs, what gets bound, and each refusal (RFC 9449). */
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../http/index.ts'
import {
  APP,
  authorizationUrl,
  basic,
  callbackParameters,
  errorOf,
  exampleConfig,
  obtainCode,
  post,
  signIn,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import {
  codeForm,
  type ProofOptions,
  proofKey,
  refreshForm,
  requestToken,
  SERVICE,
  tokenProof,
} from './proofs.fixture.ts'

const example = await startExample()
const key = await proofKey()
const other = await proofKey()
const endpoint = example.metadata.token_endpoint ?? ''
const send = async (options: Partial<ProofOptions> = {}) =>
  requestToken(example, SERVICE, { proofs: [await tokenProof(example, key, options)] })
const spa = { client_id: 'spa' }
const said = (response: HttpResponse) => [response.status, errorOf(response)]

test('names its algorithms for proofs (RFC 9449 §5.1)', () => {
  expect(example.metadata).toMatchObject({
    dpop_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'],
  })
})

test('binds the access token of whoever sends a proof, and says so (RFC 9449 §5, §6.1)', async () => {
  const response = await send()
  expect(response.status).toBe(200)
  const { token_type, access_token } = JSON.parse(response.body)
  expect(token_type).toBe('DPoP')
  expect(decodeJwt(access_token).cnf).toEqual({ jkt: key.jkt })
})

test('introspection tells the binding and the type (RFC 9449 §6.2)', async () => {
  const { access_token } = tokensOf(await send())
  const url = example.metadata.introspection_endpoint
  const answer = await post(example.server.handle, url, { token: access_token }, basic('api', 'api-secret'))
  expect(JSON.parse(answer.body)).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt: key.jkt } })
})

test('without a proof the token is a bearer token as ever (RFC 9449 §5)', async () => {
  const body = JSON.parse((await requestToken(example, SERVICE)).body)
  expect(body.token_type).toBe('Bearer')
  expect(decodeJwt(body.access_token).cnf).toBeUndefined()
})

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('verifies proofs signed with %s (RFC 9449 §4.3)', async (alg) => {
  const proofs = [await tokenProof(example, await proofKey(alg))]
  expect((await requestToken(example, SERVICE, { proofs })).status).toBe(200)
})

test.each([
  ['another typ', { header: { typ: 'JWT' } }],
  ['no typ', { header: { typ: undefined } }],
  ['the public key of somebody else', { header: { jwk: other.jwk } }],
  ['no key', { header: { jwk: undefined } }],
  ['its private key', { header: { jwk: key.privateJwk } }],
  ['a symmetric key', { header: { jwk: { kty: 'oct', k: 'c2VjcmV0' } } }],
  ['a key that is a list', { header: { jwk: [] } }],
  ['a kind of key that every object knows', { header: { jwk: { ...key.jwk, kty: 'constructor' } } }],
  ['an extension that nobody knows', { header: { crit: ['x-new'], 'x-new': 1 } }],
  ['no jti', { claims: { jti: undefined } }],
  ['an empty jti', { claims: { jti: '' } }],
  ['a jti that eats memory', { claims: { jti: 'x'.repeat(257) } }],
  ['no htm', { claims: { htm: undefined } }],
  ['no htu', { claims: { htu: undefined } }],
  ['no iat', { claims: { iat: undefined } }],
  ['an iat that is text', { claims: { iat: String(example.now()) } }],
  ['another method', { method: 'GET' }],
  ['a method in small letters', { method: 'post' }],
  ['another endpoint', { url: `${example.server.issuer}/userinfo` }],
  ['another host', { url: endpoint.replace('as.example', 'evil.example') }],
  ['another port', { url: endpoint.replace('as.example', 'as.example:8443') }],
  ['http', { url: endpoint.replace('https:', 'http:') }],
  ['a user in the address', { url: endpoint.replace('://', '://user@') }],
  ['a path alone', { url: '/token' }],
  ['an age of 61 seconds', { iat: example.now() - 61 }],
  ['an iat 61 seconds ahead', { iat: example.now() + 61 }],
] as const)('refuses a proof with %s: 400 invalid_dpop_proof (RFC 9449 §4.3)', async (_, options) => {
  expect(said(await send(options))).toEqual([400, 'invalid_dpop_proof'])
})

test('takes a proof within the window of a minute to either side (RFC 9449 §11.1)', async () => {
  for (const iat of [example.now() - 60, example.now() + 60]) expect((await send({ iat })).status).toBe(200)
})

test('holds a proof to an exp and an nbf that it need not have (RFC 7519 §4.1.4, §4.1.5)', async () => {
  const now = example.now()
  for (const claims of [{ exp: now - 60 }, { exp: 'soon' }, { nbf: now + 61 }]) {
    expect(said(await send({ claims }))).toEqual([400, 'invalid_dpop_proof'])
  }
  expect((await send({ claims: { exp: now - 59, nbf: now + 60 } })).status).toBe(200)
})

test.each([
  ['query and fragment', `${endpoint}?a=b#c`],
  ['capital letters in scheme and host', endpoint.replace('https://as.example', 'HTTPS://AS.example')],
  ['the usual port', endpoint.replace('as.example', 'as.example:443')],
  ['dot segments', endpoint.replace('/token', '/./a/../token')],
  ['an escape of what needs none', endpoint.replace('/token', '/%74oken')],
])('compares htu without %s (RFC 9449 §4.3, RFC 3986 §6.2.2, §6.2.3)', async (_, url) => {
  expect((await send({ url })).status).toBe(200)
})

test('refuses what is no signed JWT, and more than one header (RFC 9449 §4.3)', async () => {
  const good = () => tokenProof(example, key)
  const [head, body] = (await good()).split('.')
  const none = `${btoa(JSON.stringify({ typ: 'dpop+jwt', alg: 'none', jwk: key.jwk })).replace(/=+$/, '')}.${body}.`
  for (const proofs of [[''], ['x'], [`${head}.${body}.AAAA`], [none], [await good(), await good()]]) {
    expect(said(await requestToken(example, SERVICE, { proofs }))).toEqual([400, 'invalid_dpop_proof'])
  }
})

test('refuses a second use of a proof, also a simultaneous one (RFC 9449 §11.1)', async () => {
  const proofs = [await tokenProof(example, key)]
  const answers = await Promise.all([1, 2, 3].map(() => requestToken(example, SERVICE, { proofs })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect(answers.map(errorOf).filter(Boolean)).toEqual(['invalid_dpop_proof', 'invalid_dpop_proof'])
})

test('a client that fails to authenticate hears of that first (RFC 6749 §5.2)', async () => {
  expect(said(await requestToken(example, { ...SERVICE, client_secret: 'x' }, { proofs: ['x'] }))).toEqual([
    401,
    'invalid_client',
  ])
})

test('dpop_bound_access_tokens refuses a token request without a proof (RFC 9449 §5.2)', async () => {
  const { clients = [] } = exampleConfig('https://as.example')
  const strict = await startExample({
    clients: clients.map((client) => ({ ...client, dpop_bound_access_tokens: true })),
  })
  expect(said(await requestToken(strict, SERVICE))).toEqual([400, 'invalid_dpop_proof'])
  const proofs = [await tokenProof(strict, key)]
  expect((await requestToken(strict, SERVICE, { proofs })).status).toBe(200)
})

test('a code with dpop_jkt is for that key alone, and not burnt by another (RFC 9449 §10)', async () => {
  const code = await obtainCode(example, { ...spa, dpop_jkt: key.jkt })
  expect(errorOf(await requestToken(example, codeForm(code)))).toBe('invalid_grant')
  const foreign = [await tokenProof(example, other)]
  expect(errorOf(await requestToken(example, codeForm(code), { proofs: foreign }))).toBe('invalid_grant')
  const proofs = [await tokenProof(example, key)]
  expect((await requestToken(example, codeForm(code), { proofs })).status).toBe(200)
})

test('a pushed request with a proof binds the code as dpop_jkt does, and both must agree (RFC 9449 §10.1)', async () => {
  const url = example.metadata.pushed_authorization_request_endpoint ?? ''
  const push = async (query: Readonly<Record<string, string>>) =>
    example.server.handle({
      method: 'POST',
      url,
      headers: [
        ['content-type', 'application/x-www-form-urlencoded'],
        ['dpop', await tokenProof(example, key, { url })],
      ],
      body: new URL(authorizationUrl(example, query)).search.slice(1),
    })
  expect(said(await push({ dpop_jkt: other.jkt }))).toEqual([400, 'invalid_dpop_proof'])
  for (const query of [{}, { dpop_jkt: key.jkt }]) {
    const pushed = await push(query)
    expect(pushed.status).toBe(201)
    const { request_uri } = JSON.parse(pushed.body)
    const address = `${example.metadata.authorization_endpoint}?${new URLSearchParams({ ...spa, request_uri })}`
    const { code = '' } = callbackParameters(await signIn(example.alice, address))
    const foreign = { proofs: [await tokenProof(example, other)] }
    expect(errorOf(await requestToken(example, codeForm(code), foreign))).toBe('invalid_grant')
    const own = { proofs: [await tokenProof(example, key)] }
    expect((await requestToken(example, codeForm(code), own)).status).toBe(200)
  }
})

test('refuses a dpop_jkt that is no thumbprint, on the redirect (RFC 9449 §10)', async () => {
  for (const dpop_jkt of ['x', `${key.jkt}=`, key.jkt.slice(1)]) {
    const page = await signIn(example.alice, authorizationUrl(example, { dpop_jkt }))
    expect(callbackParameters(page)).toMatchObject({ error: 'invalid_request', state: 'state-1' })
  }
})

test('a proof that fails leaves the code usable (RFC 9449 §5)', async () => {
  const code = await obtainCode(example, spa)
  expect(errorOf(await requestToken(example, codeForm(code), { proofs: ['x'] }))).toBe('invalid_dpop_proof')
  const proofs = [await tokenProof(example, key)]
  expect((await requestToken(example, codeForm(code), { proofs })).status).toBe(200)
})

test('the refresh token of a public client is bound to its key, and so is its successor (RFC 9449 §5)', async () => {
  const code = await obtainCode(example, spa)
  const proofs = async (by: typeof key) => ({ proofs: [await tokenProof(example, by)] })
  const first = tokensOf(await requestToken(example, codeForm(code), await proofs(key)))
  for (const refused of [
    await requestToken(example, refreshForm(first.refresh_token, spa)),
    await requestToken(example, refreshForm(first.refresh_token, spa), await proofs(other)),
  ]) {
    expect(said(refused)).toEqual([400, 'invalid_grant'])
  }
  const second = tokensOf(await requestToken(example, refreshForm(first.refresh_token, spa), await proofs(key)))
  expect(decodeJwt(second.access_token).cnf).toEqual({ jkt: key.jkt })
  const refused = await requestToken(example, refreshForm(second.refresh_token, spa), await proofs(other))
  expect(errorOf(refused)).toBe('invalid_grant')
})

test('a confidential client may change its key when it refreshes (RFC 9449 §5)', async () => {
  const code = await obtainCode(example)
  const first = tokensOf(await requestToken(example, codeForm(code, APP), { proofs: [await tokenProof(example, key)] }))
  const proofs = [await tokenProof(example, other)]
  const second = tokensOf(await requestToken(example, refreshForm(first.refresh_token), { proofs }))
  expect(decodeJwt(second.access_token).cnf).toEqual({ jkt: other.jkt })
})

test('with nonces, a proof without a fresh one is refused and the next one handed out (RFC 9449 §8, §8.2)', async () => {
  const strict = await startExample({ policy: { dpopNonce: 'required' } })
  const ask = async (options: Partial<ProofOptions>) =>
    requestToken(strict, SERVICE, { proofs: [await tokenProof(strict, key, options)] })
  const refused = await ask({})
  expect(said(refused)).toEqual([400, 'use_dpop_nonce'])
  expect(header(refused, 'cache-control')).toBe('no-store')
  const nonce = header(refused, 'dpop-nonce')
  expect(nonce).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]{16,}$/)
  expect(said(await ask({ claims: { nonce: 'invented' } }))).toEqual([400, 'use_dpop_nonce'])
  const accepted = await ask({ claims: { nonce } })
  expect(accepted.status).toBe(200)
  expect(header(accepted, 'dpop-nonce')).toBe(nonce)
  strict.clock.elapsedSeconds += 60
  const later = await ask({ claims: { nonce } })
  expect(later.status).toBe(200)
  expect(header(later, 'dpop-nonce')).not.toBe(nonce)
  strict.clock.elapsedSeconds += 60
  expect(said(await ask({ claims: { nonce } }))).toEqual([400, 'use_dpop_nonce'])
})

test('a nonce stands in for the clock of the client (RFC 9449 §4.3, §11.1)', async () => {
  const strict = await startExample({ policy: { dpopNonce: 'required' } })
  const ask = async (nonce?: string) => {
    const options = { iat: strict.now() - 3600, claims: nonce === undefined ? {} : { nonce } }
    return requestToken(strict, SERVICE, { proofs: [await tokenProof(strict, key, options)] })
  }
  expect((await ask(header(await ask(), 'dpop-nonce'))).status).toBe(200)
})

test('a script may send a proof and read a nonce (Fetch standard, CORS)', async () => {
  const strict = await startExample({ policy: { dpopNonce: 'required' } })
  const origin = ['origin', 'https://app.example'] as const
  const preflight = await strict.server.handle({
    method: 'OPTIONS',
    url: endpoint,
    headers: [
      origin,
      ['access-control-request-method', 'POST'],
      ['access-control-request-headers', 'content-type, DPoP'],
    ],
    body: '',
  })
  expect(header(preflight, 'access-control-allow-headers')).toContain('dpop')
  const form = ['content-type', 'application/x-www-form-urlencoded'] as const
  const answer = await strict.server.handle({ method: 'POST', url: endpoint, headers: [origin, form], body: '' })
  expect(header(answer, 'access-control-expose-headers')).toContain('DPoP-Nonce')
})

test('a token exchange binds what it issues to the key of its proof (RFC 9449 §5)', async () => {
  const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange'
  const { clients = [] } = exampleConfig('https://as.example')
  const exchanger = clients.map((client) =>
    client.client_id === 'service' ? { ...client, grant_types: ['client_credentials', exchange] } : client,
  )
  const swap = await startExample({ clients: exchanger })
  const subject_token = tokensOf(await requestToken(swap, SERVICE)).access_token
  const subject_token_type = 'urn:ietf:params:oauth:token-type:access_token'
  const form = { ...SERVICE, grant_type: exchange, subject_token, subject_token_type }
  const response = await requestToken(swap, form, { proofs: [await tokenProof(swap, key)] })
  const { token_type, access_token } = JSON.parse(response.body)
  expect([token_type, decodeJwt(access_token).cnf]).toEqual(['DPoP', { jkt: key.jkt }])
})
