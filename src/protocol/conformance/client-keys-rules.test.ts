/** Refusals about the keys of a client, seen from outside: none that fits, some that cannot be fetched, methods mixed up. */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { type HttpResponse, json } from '../../http/index.ts'
import type { ClientMetadata } from '../index.ts'
import { PRINTER } from './certificates.fixture.ts'
import {
  authorizationUrl,
  basic,
  callbackParameters,
  errorOf,
  exampleConfig,
  NOW,
  obtainCode,
  post,
  REDIRECT_URI,
  signIn,
  startExample,
  VERIFIER,
} from './example-server.fixture.ts'

const rsa = await generateKeyPair('RS256', { extractable: true })
const ec = await generateKeyPair('ES256')
const published = await exportJWK(rsa.publicKey)
const jwks = { keys: [{ ...published, use: 'sig' }] }
const jwks_uri = 'https://app.example/jwks.json'
const secret = 'a-secret-of-thirty-two-characters'

const service = { grant_types: ['client_credentials'], scope: 'notes.read' }
const signsWithKey = { ...service, token_endpoint_auth_method: 'private_key_jwt' } as const
const person: Partial<ClientMetadata> = {
  client_secret: secret,
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [REDIRECT_URI],
  scope: 'openid notes.read',
}
const encrypted = {
  introspection_signed_response_alg: 'RS256',
  introspection_encrypted_response_alg: 'RSA-OAEP-256',
}
const { clients = [] } = exampleConfig('https://as.example')

/** What the clients’ own servers answer. */
let answer: () => Promise<HttpResponse> = async () => json(200, { keys: [published] })
const example = await startExample(
  {
    clients: [
      ...clients,
      { ...signsWithKey, client_id: 'signer', client_secret: secret, jwks: { keys: [published] } },
      { ...signsWithKey, client_id: 'fetched', jwks_uri },
      { ...signsWithKey, client_id: 'strict', jwks, token_endpoint_auth_signing_alg: 'PS256' },
      { ...service, client_id: 'shared', client_secret: secret, token_endpoint_auth_method: 'client_secret_jwt' },
      { ...service, client_id: 'certified', jwks_uri, token_endpoint_auth_method: 'self_signed_tls_client_auth' },
      { ...person, client_id: 'id-token', jwks, id_token_encrypted_response_alg: 'RSA-OAEP-256' },
      { ...person, client_id: 'id-token-fetched', jwks_uri, id_token_encrypted_response_alg: 'RSA-OAEP-256' },
      { ...person, client_id: 'introspects', jwks, ...encrypted },
      { ...person, client_id: 'introspects-fetched', jwks_uri, ...encrypted },
      { ...person, client_id: 'request-object', jwks_uri, request_object_signing_alg: 'RS256' },
    ],
  },
  { send: () => answer() },
)
const token = example.metadata.token_endpoint
const said = (response: HttpResponse) => [response.status, errorOf(response)]
const unreachable = async () => Promise.reject(new TypeError('fetch failed'))
const failures = [
  ['nobody answers', unreachable],
  ['503', async () => json(503, {})],
  ['no key set', async () => json(200, { keys: 'none' })],
] as const

let assertions = 0
function assertion(client_id: string, key: CryptoKey | Uint8Array, alg: string, claims: JWTPayload = {}) {
  const usual = {
    iss: client_id,
    sub: client_id,
    aud: example.server.issuer,
    exp: NOW + 60,
    jti: `jti-${assertions++}`,
  }
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg }).sign(key)
}

function ask(client_assertion: string, form: Readonly<Record<string, string>> = {}): Promise<HttpResponse> {
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  return post(example.server.handle, token, {
    grant_type: 'client_credentials',
    client_assertion_type,
    client_assertion,
    ...form,
  })
}

function introspect(client_id: string): Promise<HttpResponse> {
  return example.server.handle({
    method: 'POST',
    url: example.metadata.introspection_endpoint ?? '',
    headers: [
      ['accept', 'application/token-introspection+jwt'],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: `client_id=${client_id}&client_secret=${secret}&token=any`,
  })
}

async function redeem(client_id: string): Promise<HttpResponse> {
  const code = await obtainCode(example, { client_id, scope: 'openid' })
  const grant = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER }
  return post(example.server.handle, token, { ...grant, client_id, client_secret: secret })
}

test('each of the two methods with assertions takes its own (RFC 7523 §2.2, OpenID Connect Core §9)', async () => {
  expect((await ask(await assertion('signer', rsa.privateKey, 'RS256'))).status).toBe(200)
  expect((await ask(await assertion('fetched', rsa.privateKey, 'RS256'))).status).toBe(200)
  expect((await ask(await assertion('shared', new TextEncoder().encode(secret), 'HS256'))).status).toBe(200)
})

test('refuses an assertion whose end is more than a day off, since its jti is remembered until then (RFC 7523 §3)', async () => {
  const aDay = 86_400
  const until = (exp: number) => assertion('signer', rsa.privateKey, 'RS256', { exp })
  expect((await ask(await until(NOW + aDay))).status).toBe(200)
  const response = await ask(await until(NOW + aDay + 1))
  expect(said(response)).toEqual([401, 'invalid_client'])
  expect(response.body).toContain('more than 24 hours off')
})

const publicKeyAsSecret = new TextEncoder().encode(JSON.stringify(published))
test.each([
  ['made with its secret, of a client with a key', 'signer', new TextEncoder().encode(secret), 'HS256'],
  ['made with its public key as a secret', 'signer', publicKeyAsSecret, 'HS256'],
  ['signed by a key, of a client with a secret', 'shared', rsa.privateKey, 'RS256'],
  ['signed by a key on a curve, of a client with a secret', 'shared', ec.privateKey, 'ES256'],
  ['by another algorithm than the one that the client registered', 'strict', rsa.privateKey, 'RS256'],
])('refuses an assertion %s: 401 invalid_client (RFC 8725 §3.1)', async (_, client, key, alg) => {
  expect(said(await ask(await assertion(client, key, alg)))).toEqual([401, 'invalid_client'])
})

test('refuses a secret in the open where assertions are registered, and the other way round (RFC 7591 §2)', async () => {
  const grant = { grant_type: 'client_credentials' }
  const open = await post(example.server.handle, token, grant, basic('shared', secret))
  expect(said(open)).toEqual([401, 'invalid_client'])
  const closed = await ask(await assertion('service', new TextEncoder().encode('service-secret'), 'HS256'))
  expect(said(closed)).toEqual([401, 'invalid_client'])
})

test.each(['', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer'])(
  'refuses an assertion of the type “%s”: 401 invalid_client (RFC 7523 §2.2)',
  async (client_assertion_type) => {
    const response = await ask(await assertion('signer', rsa.privateKey, 'RS256'), { client_assertion_type })
    expect(said(response)).toEqual([401, 'invalid_client'])
    expect(response.body).toContain('client_assertion_type')
  },
)

test.each(failures)(
  'refuses a client whose keys cannot be fetched, %s: 401 invalid_client (RFC 7591 §2)',
  async (_, fails) => {
    const own = await assertion('fetched', rsa.privateKey, 'RS256')
    const before = answer
    answer = fails
    const response = await ask(own)
    expect(said(response)).toEqual([401, 'invalid_client'])
    expect(response.body).toContain('the keys of the client cannot be fetched')
    answer = before
    // Nothing was used up: the same assertion is good once the keys are there.
    expect((await ask(own)).status).toBe(200)
  },
)

test('refuses a certificate of a client whose keys cannot be fetched: 401 invalid_client (RFC 8705 §2.2)', async () => {
  const before = answer
  answer = unreachable
  const response = await example.server.handle({
    method: 'POST',
    url: token ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=client_credentials&client_id=certified',
    clientCertificate: PRINTER,
  })
  expect(said(response)).toEqual([401, 'invalid_client'])
  answer = before
})

test('refuses a request object whose keys cannot be fetched: invalid_request_object (RFC 9101 §6.2)', async () => {
  const before = answer
  answer = unreachable
  const claims = { client_id: 'request-object', response_type: 'code', redirect_uri: REDIRECT_URI, scope: 'openid' }
  const request = await assertion('request-object', rsa.privateKey, 'RS256', claims)
  const page = await example.alice.visit(authorizationUrl(example, { client_id: 'request-object', request }))
  expect(callbackParameters(page).error).toBe('invalid_request_object')
  answer = before
})

test('tells a client that has no key to encrypt to, and gives the answer to nobody (OpenID Connect Core §10.2)', async () => {
  expect(said(await redeem('id-token'))).toEqual([401, 'invalid_client'])
  const response = await introspect('introspects')
  expect(said(response)).toEqual([401, 'invalid_client'])
  expect(response.body).toContain('no key to encrypt to by RSA-OAEP-256')
})

test.each(failures)(
  'cannot encrypt to keys that cannot be fetched, %s: 503 temporarily_unavailable (policy)',
  async (_, fails) => {
    const before = answer
    expect((await introspect('introspects-fetched')).status).toBe(200)
    answer = fails
    expect(said(await introspect('introspects-fetched'))).toEqual([503, 'temporarily_unavailable'])
    expect(said(await redeem('id-token-fetched'))).toEqual([503, 'temporarily_unavailable'])
    answer = before
  },
)

test('an authorization response that cannot be encrypted is a page, and never goes out in the open (JARM §2.2)', async () => {
  const jarm = await startExample({
    clients: [
      {
        ...person,
        client_id: 'jarm',
        jwks,
        authorization_signed_response_alg: 'RS256',
        authorization_encrypted_response_alg: 'RSA-OAEP-256',
      },
    ],
  })
  const page = await signIn(
    jarm.alice,
    authorizationUrl(jarm, { client_id: 'jarm', scope: 'openid', response_mode: 'jwt' }),
  )
  expect(page.url).not.toContain('code=')
  expect(page.status).toBe(401)
})
