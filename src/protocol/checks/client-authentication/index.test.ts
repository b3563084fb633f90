import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../../http/index.ts'
import { PRINTER } from '../../conformance/certificates.fixture.ts'
import { basic, errorOf, NOW, post, startExample } from '../../conformance/example-server.fixture.ts'

const { privateKey, publicKey } = await generateKeyPair('ES256')
const shared = { grant_types: ['client_credentials'], client_secret: 'p+s%:w ö' }
const awkward = 'web:app/1 +%'
const example = await startExample({
  clients: [
    { ...shared, client_id: awkward },
    { ...shared, client_id: 'poster', token_endpoint_auth_method: 'client_secret_post' },
    { ...shared, client_id: 'switched-off', disabled: true },
    { client_id: 'public', grant_types: ['client_credentials'] },
    { client_id: 'signer', grant_types: ['client_credentials'], jwks: { keys: [await exportJWK(publicKey)] } },
    { client_id: 'printer', grant_types: ['client_credentials'], tls_client_auth_san_email: 'ops@PRINTER.example' },
    { client_id: 'root', grant_types: ['client_credentials'], tls_client_auth_san_email: 'Ops@printer.example' },
  ],
  mtls_endpoint_aliases: {
    token_endpoint: 'https://mtls.as.example/token',
    pushed_authorization_request_endpoint: 'https://mtls.as.example/par',
  },
})
const token = example.metadata.token_endpoint
const grant = { grant_type: 'client_credentials' }

function ask(form: Record<string, string>, authorization?: string): Promise<HttpResponse> {
  return post(example.server.handle, token, { ...grant, ...form }, authorization)
}

/** Signs an assertion of `signer`; each call with a fresh `jti` unless it says one. */
let assertions = 0
function assertion(
  claims: Record<string, unknown> = {},
  key: CryptoKey | Uint8Array = privateKey,
  header: JWTHeaderParameters = { alg: 'ES256' },
) {
  const usual = { iss: 'signer', sub: 'signer', aud: example.server.issuer, exp: NOW + 60, jti: `jti-${assertions++}` }
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader(header).sign(key)
}

function askSigned(client_assertion: string, form: Record<string, string> = {}): Promise<HttpResponse> {
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  return ask({ client_assertion_type, client_assertion, ...form })
}

test('client_secret_basic decodes id and secret, each form-encoded (RFC 6749 §2.3.1)', async () => {
  expect((await ask({}, basic(awkward, shared.client_secret))).status).toBe(200)
})

test('client_secret_post (RFC 6749 §2.3.1)', async () => {
  expect((await ask({ client_id: 'poster', client_secret: shared.client_secret })).status).toBe(200)
})

test('private_key_jwt, for the issuer or the token endpoint (RFC 7523 §3)', async () => {
  expect((await askSigned(await assertion())).status).toBe(200)
  expect((await askSigned(await assertion({ aud: token }), { client_id: 'signer' })).status).toBe(200)
})

test.each(['token_endpoint', 'pushed_authorization_request_endpoint'])(
  'private_key_jwt, for the address at which the %s takes certificates (RFC 8705 §5, RFC 9126 §2)',
  async (name) => {
    const aliases: Record<string, string> = JSON.parse(JSON.stringify(example.metadata.mtls_endpoint_aliases))
    expect((await askSigned(await assertion({ aud: aliases[name] }))).status).toBe(200)
    expect((await askSigned(await assertion({ aud: aliases.revocation_endpoint }))).status).toBe(401)
  },
)

test.each([
  ['printer', 200],
  ['root', 401],
])(
  'compares the host of a mail address without case, and its person with it (RFC 5280 §7.5): %s',
  async (id, status) => {
    const response = await example.server.handle({
      method: 'POST',
      url: token ?? '',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: `grant_type=client_credentials&client_id=${id}`,
      clientCertificate: PRINTER,
    })
    expect(response.status).toBe(status)
  },
)

test.each(['{"keys":[null]}', '{"keys":["x"]}', '{"keys":{}}', 'x'])(
  'a certificate is not compared with what is no set of keys: %s (RFC 7517 §5)',
  async (body) => {
    const client = { client_id: 'maker', token_endpoint_auth_method: 'self_signed_tls_client_auth' } as const
    const keysElsewhere = { ...client, jwks_uri: 'https://maker.example/jwks' }
    const { server, metadata } = await startExample(
      { clients: [keysElsewhere] },
      { send: async () => ({ status: 200, headers: [], body }) },
    )
    const response = await server.handle({
      method: 'POST',
      url: metadata.token_endpoint ?? '',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: 'grant_type=client_credentials&client_id=maker',
      clientCertificate: PRINTER,
    })
    expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
  },
)

test.each(['at+jwt', 'dpop+jwt', 'oauth-authz-req+jwt'])(
  'refuses a JWT that is signed for something else, %s (RFC 8725 §3.11)',
  async (typ) => {
    const refused = await askSigned(await assertion({}, privateKey, { alg: 'ES256', typ }))
    expect([refused.status, errorOf(refused)]).toEqual([401, 'invalid_client'])
    expect((await askSigned(await assertion({}, privateKey, { alg: 'ES256', typ: 'JWT' }))).status).toBe(200)
  },
)

test('refuses an assertion that names no client, also beside a client_id (RFC 7523 §3)', async () => {
  const response = await askSigned(await assertion({ sub: undefined }), { client_id: 'signer' })
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
})

test.each([
  ['a wrong secret', basic(awkward, 'wrong')],
  ['a secret that is not form-encoded', `Basic ${btoa('web:app:secret')}`],
  ['no base64', 'Basic %%%'],
  ['no colon', `Basic ${btoa('client')}`],
  ['a broken percent sign', `Basic ${btoa('client:%zz')}`],
  ['bytes that are no UTF-8', `Basic ${btoa('client:\xff')}`],
  ['no credentials', 'Basic'],
  ['another scheme', 'Bearer abc'],
  ['an unknown client', basic('nobody', 'x')],
  ['a client that is switched off, by policy,', basic('switched-off', shared.client_secret)],
])('answers Basic with %s by 401 invalid_client and a Basic challenge (RFC 6749 §5.2)', async (_, authorization) => {
  const response = await ask({}, authorization)
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
  expect(header(response, 'www-authenticate')).toMatch(/^Basic realm=/)
})

test.each([
  ['a wrong secret', { client_id: 'poster', client_secret: 'wrong' }],
  ['an unknown client', { client_id: 'nobody', client_secret: 'x' }],
  ['nothing about the client', {}],
  ['a secret for a public client', { client_id: 'public', client_secret: 'x' }],
  ['post where basic is registered', { client_id: awkward, client_secret: shared.client_secret }],
  ['no secret where one is registered', { client_id: 'poster' }],
])('answers %s by 401 invalid_client without a challenge (RFC 6749 §5.2, RFC 7591 §2)', async (_, form) => {
  const response = await ask(form)
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
  expect(header(response, 'www-authenticate')).toBeUndefined()
})

test('refuses basic where post is registered (RFC 7591 §2)', async () => {
  expect(errorOf(await ask({}, basic('poster', shared.client_secret)))).toBe('invalid_client')
})

test('refuses two methods at once with invalid_request (RFC 6749 §2.3)', async () => {
  const credentials = basic(awkward, shared.client_secret)
  expect(errorOf(await ask({ client_secret: shared.client_secret }, credentials))).toBe('invalid_request')
  expect(errorOf(await askSigned(await assertion(), { client_secret: 'x' }))).toBe('invalid_request')
})

test('refuses a client_id that contradicts the credentials with invalid_request (RFC 6749 §2.3)', async () => {
  const form = { client_id: 'poster' }
  expect(errorOf(await ask(form, basic(awkward, shared.client_secret)))).toBe('invalid_request')
})

test('refuses a second use of an assertion, also a simultaneous one (RFC 7523 §3)', async () => {
  const once = await assertion()
  const answers = await Promise.all([askSigned(once), askSigned(once), askSigned(once)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401])
})

test.each([
  ['for another audience', { aud: 'https://other.example' }],
  ['that has expired', { exp: NOW - 11 }],
  ['without exp', { exp: undefined }],
  ['without jti', { jti: undefined }],
  ['of another issuer', { iss: 'poster' }],
])('refuses an assertion %s (RFC 7523 §3)', async (_, claims) => {
  expect(errorOf(await askSigned(await assertion(claims)))).toBe('invalid_client')
})

test('refuses an assertion signed by a foreign key, by none or by a secret (RFC 7523 §3, RFC 8725 §3.1)', async () => {
  const foreign = await generateKeyPair('ES256')
  const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: 'signer' })).replaceAll('=', '')}.`
  const secret = await assertion({}, new TextEncoder().encode('x'.repeat(32)), { alg: 'HS256' })
  for (const forged of [await assertion({}, foreign.privateKey), none, secret, 'no.jwt', '']) {
    expect(errorOf(await askSigned(forged))).toBe('invalid_client')
  }
})
