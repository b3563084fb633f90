/** Mutual TLS, seen from outside: clients that authenticate by certificate, and tokens that are bound to one (RFC 8705). */
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { type HttpResponse, header, json } from '../../http/index.ts'
import { type ClientMetadata, createAuthorizationServer, createResourceServer } from '../index.ts'
import { PRINTER, STRANGER, x5cOf } from './certificates.fixture.ts'
import {
  API,
  basic,
  errorOf,
  exampleConfig,
  INITIAL_ACCESS_TOKEN,
  obtainCode,
  post,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { callWith, codeForm, proofKey, refreshForm, requestToken, SERVICE, tokenProof } from './proofs.fixture.ts'

const THUMBPRINT = 'aKw2XsP1mobMwXj5ML2iYInjPb0kvDIBj-6tqvP6icM'
const SUBJECT = 'CN=printer-1,OU=Back office,O=Print Shop\\, Ltd,C=GB'
const { clients = [] } = exampleConfig('https://as.example')
const service = (client_id: string, metadata: Partial<ClientMetadata>): ClientMetadata => ({
  client_id,
  grant_types: ['client_credentials'],
  scope: 'notes.read',
  ...metadata,
})
const tls = { token_endpoint_auth_method: 'tls_client_auth' } as const
const example = await startExample({
  clients: [
    ...clients.map((client) => ({ ...client, tls_client_certificate_bound_access_tokens: client.client_id !== 'api' })),
    service('by-dn', { ...tls, tls_client_auth_subject_dn: SUBJECT }),
    service('by-dns', { ...tls, tls_client_auth_san_dns: 'PRINTER.example' }),
    service('by-uri', { ...tls, tls_client_auth_san_uri: 'urn:printer:1' }),
    service('by-ip', { ...tls, tls_client_auth_san_ip: '2001:db8:0::7' }),
    service('by-email', { ...tls, tls_client_auth_san_email: 'ops@printer.example' }),
    service('self-signed', {
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      jwks: { keys: [{ kty: 'EC', x5c: [x5cOf(PRINTER)] }] },
    }),
  ],
})
const ask = (client_id: string, certificate?: string, form: Readonly<Record<string, string>> = {}) =>
  requestToken(
    example,
    { grant_type: 'client_credentials', client_id, ...form },
    certificate === undefined ? {} : { certificate },
  )
const said = (response: HttpResponse) => [response.status, errorOf(response)]
const everyone = ['by-dn', 'by-dns', 'by-uri', 'by-ip', 'by-email', 'self-signed']

test.each(everyone)('authenticates the client %s by its certificate (RFC 8705 §2.1, §2.2)', async (client) => {
  expect((await ask(client, PRINTER)).status).toBe(200)
})

test.each(everyone)(
  'refuses %s with another certificate, a broken one or none: 401 invalid_client (RFC 8705 §2)',
  async (client) => {
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    for (const certificate of [STRANGER, broken, '', undefined]) {
      const response = await ask(client, certificate)
      expect(said(response)).toEqual([401, 'invalid_client'])
      expect(header(response, 'www-authenticate')).toBeUndefined()
    }
  },
)

test('the client_id is needed, since a certificate does not tell it (RFC 8705 §2)', async () => {
  expect(said(await ask('', PRINTER))).toEqual([401, 'invalid_client'])
})

test('a secret beside the certificate is a second method (RFC 6749 §2.3)', async () => {
  expect(said(await ask('by-dn', PRINTER, { client_secret: 'x' }))).toEqual([400, 'invalid_request'])
})

test('a certificate does not stand in for the method that is registered (RFC 8705 §2)', async () => {
  expect(said(await ask('service', PRINTER))).toEqual([401, 'invalid_client'])
})

test('a token is bound to the certificate where the client registered that (RFC 8705 §3, §3.4)', async () => {
  const response = await requestToken(example, SERVICE, { certificate: PRINTER })
  const { access_token, token_type } = JSON.parse(response.body)
  expect(token_type).toBe('Bearer')
  expect(decodeJwt(access_token).cnf).toEqual({ 'x5t#S256': THUMBPRINT })
  expect(decodeJwt(tokensOf(await ask('by-dn', PRINTER)).access_token).cnf).toBeUndefined()
})

test('refuses a client that registered bound tokens and shows no certificate (RFC 8705 §3.4)', async () => {
  expect(said(await requestToken(example, SERVICE))).toEqual([400, 'invalid_request'])
})

test('introspection tells the certificate of a token (RFC 8705 §3.2)', async () => {
  const { access_token } = tokensOf(await requestToken(example, SERVICE, { certificate: PRINTER }))
  const url = example.metadata.introspection_endpoint
  const answer = await post(example.server.handle, url, { token: access_token }, basic('api', 'api-secret'))
  expect(JSON.parse(answer.body)).toMatchObject({ active: true, cnf: { 'x5t#S256': THUMBPRINT } })
})

test('both kinds of resource hold a token to its certificate: 401 invalid_token (RFC 8705 §3)', async () => {
  const code = await obtainCode(example, { client_id: 'spa' })
  const token = tokensOf(await requestToken(example, codeForm(code), { certificate: PRINTER })).access_token
  const api = createResourceServer(
    {
      resource: API,
      issuer: example.server.issuer,
      validation: { type: 'jwt', jwks_uri: example.metadata.jwks_uri ?? '' },
      routes: [{ method: 'GET', path: '/notes', scope: 'notes.read', respond: () => ({}) }],
    },
    { now: () => example.now(), send: example.server.handle },
  )
  for (const { handle, url } of [
    { handle: api.handle, url: `${API}/notes` },
    { handle: example.server.handle, url: example.metadata.userinfo_endpoint ?? '' },
  ]) {
    const call = (certificate?: string) =>
      callWith(handle, token, { scheme: 'Bearer', url, ...(certificate !== undefined && { certificate }) })
    expect((await call(PRINTER)).status).toBe(200)
    for (const certificate of [STRANGER, 'x', undefined]) {
      const refused = await call(certificate)
      expect(refused.status).toBe(401)
      expect(header(refused, 'www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
    }
  }
})

test('the refresh token of a public client is bound to its certificate (RFC 8705 §4)', async () => {
  const code = await obtainCode(example, { client_id: 'spa' })
  const { refresh_token } = tokensOf(await requestToken(example, codeForm(code), { certificate: PRINTER }))
  const refresh = (certificate: string) =>
    requestToken(example, refreshForm(refresh_token, { client_id: 'spa' }), { certificate })
  expect(said(await refresh(STRANGER))).toEqual([400, 'invalid_grant'])
  expect((await refresh(PRINTER)).status).toBe(200)
})

test('a token may be bound to a key and a certificate at once (RFC 9449 §6.1, RFC 8705 §3.1)', async () => {
  const key = await proofKey()
  const proofs = [await tokenProof(example, key)]
  const { access_token } = tokensOf(await requestToken(example, SERVICE, { proofs, certificate: PRINTER }))
  expect(decodeJwt(access_token).cnf).toEqual({ jkt: key.jkt, 'x5t#S256': THUMBPRINT })
})

test('discovery names the methods, the binding and the aliases (RFC 8705 §2, §3.3, §5)', async () => {
  expect(example.metadata).toMatchObject({
    token_endpoint_auth_methods_supported: expect.arrayContaining(['tls_client_auth', 'self_signed_tls_client_auth']),
    tls_client_certificate_bound_access_tokens: true,
    mtls_endpoint_aliases: {
      token_endpoint: example.metadata.token_endpoint,
      introspection_endpoint: example.metadata.introspection_endpoint,
      revocation_endpoint: example.metadata.revocation_endpoint,
      userinfo_endpoint: example.metadata.userinfo_endpoint,
    },
  })
  const mtls = 'https://mtls.as.example/token'
  const moved = await startExample({ mtls_endpoint_aliases: { token_endpoint: mtls } })
  expect(moved.metadata).toMatchObject({ mtls_endpoint_aliases: { token_endpoint: mtls } })
  const key = await proofKey()
  const asked = { ...moved, metadata: { ...moved.metadata, token_endpoint: mtls } }
  for (const url of [mtls, moved.metadata.token_endpoint ?? '']) {
    const proofs = [await tokenProof(asked, key, { url })]
    expect((await requestToken(asked, SERVICE, { proofs })).status).toBe(url === mtls ? 200 : 400)
  }
})

test.each([
  ['tls_client_auth without a name', { ...tls }],
  ['tls_client_auth with two', { ...tls, tls_client_auth_san_dns: 'a', tls_client_auth_san_ip: 'b' }],
  ['self_signed_tls_client_auth without keys', { token_endpoint_auth_method: 'self_signed_tls_client_auth' }],
] as const)('a client cannot be registered for %s (RFC 8705 §2.1.2, §2.2.2)', async (_, metadata) => {
  const configured = { issuer: 'https://as.example', clients: [service('x', metadata)] }
  expect(() => createAuthorizationServer(configured)).toThrow(TypeError)
  expect(said(await register({ grant_types: ['client_credentials'], ...metadata }))).toEqual([
    400,
    'invalid_client_metadata',
  ])
})

test('registration keeps what binds tokens and what a certificate is known by (RFC 9449 §5.2, RFC 8705 §2.1.2, §3.4)', async () => {
  const metadata = {
    ...tls,
    grant_types: ['client_credentials'],
    tls_client_auth_subject_dn: 'CN=a',
    dpop_bound_access_tokens: true,
    tls_client_certificate_bound_access_tokens: false,
  }
  const response = await register(metadata)
  expect(response.status).toBe(201)
  expect(JSON.parse(response.body)).toMatchObject(metadata)
  for (const wrong of [{ dpop_bound_access_tokens: 'true' }, { tls_client_auth_subject_dn: 7 }]) {
    expect(errorOf(await register({ ...metadata, ...wrong }))).toBe('invalid_client_metadata')
  }
})

function register(metadata: Readonly<Record<string, unknown>>): Promise<HttpResponse> {
  const { headers, body } = json(200, metadata)
  const url = example.metadata.registration_endpoint ?? ''
  const authorization = ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`] as const
  return example.server.handle({ method: 'POST', url, headers: [...headers, authorization], body })
}
