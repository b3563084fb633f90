/** The assertion grant, and identity assertions between two servers, seen from outside (RFC 7523 §2.1, RFC 8693). */
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { Environment, PolicyOptions, ServerConfig } from '../index.ts'
import {
  API,
  type Example,
  errorOf,
  exampleConfig,
  NOW,
  obtainTokens,
  post,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TYPE = 'urn:ietf:params:oauth:token-type:'
const PARTNER = 'https://partner.example'
const AS = 'https://as.example'
const ORDERS = 'https://orders.example'
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const
const SUB = 'repo:acme/shop:main'

const keys = generateKeyPair('ES256')
const stranger = generateKeyPair('ES256')
const published = keys.then(async ({ publicKey }): Promise<JWK> => ({ ...(await exportJWK(publicKey)), kid: 'k' }))

interface Setup extends Partial<ServerConfig> {
  readonly client?: object
  readonly profile?: 'id-jag'
  readonly byUri?: boolean
  readonly send?: Environment['send']
}

async function start({ client = {}, profile, byUri = false, send, ...config }: Setup = {}): Promise<Example> {
  const { clients = [] } = exampleConfig(AS)
  const jwks = { keys: [await published] }
  const trusted = {
    issuer: PARTNER,
    ...(byUri ? { jwks_uri: `${PARTNER}/jwks` } : { jwks }),
    ...(profile && { profile }),
  }
  return startExample(
    {
      clients: [
        ...clients,
        { ...secret, client_id: 'job', grant_types: [GRANT], scope: 'notes.read notes.write', ...client },
      ],
      resources: [API, ORDERS],
      trusted_issuers: [trusted],
      ...config,
    },
    send && { send },
  )
}

interface Signing {
  readonly typ?: string
  readonly key?: CryptoKey
}

async function sign(claims: object, { typ, key }: Signing = {}): Promise<string> {
  return new SignJWT({ iss: PARTNER, sub: SUB, aud: AS, exp: NOW + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', ...(typ && { typ }) })
    .sign(key ?? (await keys).privateKey)
}

const bring = (example: Example, assertion: string, more: Record<string, string> = {}) =>
  post(example.server.handle, example.metadata.token_endpoint, {
    grant_type: GRANT,
    client_id: 'job',
    client_secret: 'secret',
    assertion,
    ...more,
  })

test('an assertion becomes an access token about its subject, without a refresh token (RFC 7523 §2.1)', async () => {
  const example = await start()
  expect(example.metadata.grant_types_supported).toContain(GRANT)
  const body = JSON.parse((await bring(example, await sign({ act: { sub: 'bot' } }))).body)
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'notes.read notes.write',
  })
  expect(decodeJwt(body.access_token)).toMatchObject({ sub: SUB, client_id: 'job', act: { sub: 'bot' } })
})

test('is unknown where no client is registered for it, and not for other clients (RFC 6749 §5.2)', async () => {
  const example = await start()
  const without = await startExample()
  expect(errorOf(await bring(without, 'x', { client_id: 'app', client_secret: 'app-secret' }))).toBe(
    'unsupported_grant_type',
  )
  const as = { client_id: 'app', client_secret: 'app-secret' }
  expect(errorOf(await bring(example, await sign({}), as))).toBe('unauthorized_client')
})

test('the token endpoint is an audience too, and so is a list with this server in it (RFC 7523 §3)', async () => {
  const example = await start()
  for (const aud of [`${AS}/token`, [AS, 'https://other.example']]) {
    expect((await bring(example, await sign({ aud }))).status).toBe(200)
  }
})

test.each([
  ['another audience', { aud: 'https://other.example' }, {}],
  ['no audience', { aud: undefined }, {}],
  ['one that expired', { exp: NOW }, {}],
  ['no exp', { exp: undefined }, {}],
  ['one that is not valid yet', { nbf: NOW + 60 }, {}],
  ['no subject', { sub: undefined }, {}],
  ['an unknown issuer', { iss: 'https://stranger.example' }, {}],
  ['a malformed act', { act: 'bot' }, {}],
  ['an access token', {}, { typ: 'at+jwt' }],
  [
    'an identity assertion from an issuer that is not trusted for them',
    { jti: 'a', client_id: 'job' },
    { typ: 'oauth-id-jag+jwt' },
  ],
])('refuses (RFC 7523 §3, §3.1) %s with invalid_grant', async (_, claims, signing) => {
  const response = await bring(await start(), await sign(claims, signing))
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_grant'])
})

test('refuses what another key signed, and what is no JWT (RFC 7523 §3.1)', async () => {
  const example = await start()
  expect(errorOf(await bring(example, await sign({}, { key: (await stranger).privateKey })))).toBe('invalid_grant')
  expect(errorOf(await bring(example, 'no.jwt'))).toBe('invalid_grant')
  expect(errorOf(await bring(example, ''))).toBe('invalid_request')
})

test('the keys of an issuer are fetched where they are published (RFC 7523 §3)', async () => {
  const jwk = await published
  const send: Environment['send'] = async ({ url }) =>
    url === `${PARTNER}/jwks`
      ? { status: 200, headers: [], body: JSON.stringify({ keys: [jwk] }) }
      : Promise.reject(new TypeError('down'))
  expect((await bring(await start({ byUri: true, send }), await sign({}))).status).toBe(200)
  const down = () => Promise.reject(new TypeError('down'))
  expect(errorOf(await bring(await start({ byUri: true, send: down }), await sign({})))).toBe('invalid_grant')
})

const subject = (rest: object) => ({ client: { assertion_subjects: [{ issuer: PARTNER, ...rest }] } })
test.each([
  ['the exact subject', subject({ sub: SUB }), {}, undefined],
  ['another subject', subject({ sub: 'repo:acme/shop:dev' }), {}, 'invalid_grant'],
  ['how the subject begins', subject({ sub_prefix: 'repo:acme' }), { sub: 'repo:acme-evil/x' }, undefined],
  ['another beginning', subject({ sub_prefix: 'repo:acme/' }), { sub: 'repo:acme-evil/x' }, 'invalid_grant'],
  ['an id beside it', subject({ sub: SUB, claims: { repository_id: '1' } }), { repository_id: '1' }, undefined],
  ['another id', subject({ sub: SUB, claims: { repository_id: '1' } }), { repository_id: '2' }, 'invalid_grant'],
  ['another issuer', { client: { assertion_subjects: [{ issuer: AS, sub: SUB }] } }, {}, 'invalid_grant'],
])('whose assertions a client may bring: %s (policy)', async (_, setup, claims, error) => {
  expect(errorOf(await bring(await start(setup), await sign(claims)))).toBe(error)
})

test('scope and resource are held against the registration and the server (RFC 6749 §3.3, RFC 8707 §2)', async () => {
  const example = await start()
  expect(errorOf(await bring(example, await sign({}), { scope: 'profile' }))).toBe('invalid_scope')
  expect(errorOf(await bring(example, await sign({}), { resource: 'https://elsewhere.example' }))).toBe(
    'invalid_target',
  )
  const narrow = await bring(example, await sign({}), { resource: ORDERS, scope: 'notes.read' })
  expect(decodeJwt(tokensOf(narrow).access_token)).toMatchObject({ aud: ORDERS, scope: 'notes.read' })
})

const JAG = { typ: 'oauth-id-jag+jwt' }
const jag = { client_id: 'job', jti: 'jag-1', iat: NOW, resource: ORDERS, scope: 'notes.read' }
const takesJag = (policy: PolicyOptions = {}) => start({ profile: 'id-jag', policy })

test('an identity assertion limits scope and resource, and is good once (RFC 7523 §3, RFC 8707 §2.2)', async () => {
  const example = await takesJag()
  expect(example.metadata.authorization_grant_profiles_supported).toEqual([
    'urn:ietf:params:oauth:grant-profile:id-jag',
  ])
  expect(errorOf(await bring(example, await sign(jag, JAG), { resource: API }))).toBe('invalid_target')
  expect(errorOf(await bring(example, await sign(jag, JAG), { scope: 'notes.write' }))).toBe('invalid_scope')
  const response = await bring(example, await sign(jag, JAG))
  expect(decodeJwt(tokensOf(response).access_token)).toMatchObject({ sub: SUB, aud: ORDERS, scope: 'notes.read' })
  expect(errorOf(await bring(example, await sign(jag, JAG)))).toBe('invalid_grant')
})

test.each([
  ['for another server', { aud: 'https://other.example' }, JAG],
  ['for the token endpoint', { aud: `${AS}/token` }, JAG],
  ['for two servers', { aud: [AS, 'https://other.example'] }, JAG],
  ['for another client', { client_id: 'app' }, JAG],
  ['without a client', { client_id: undefined }, JAG],
  ['without a jti', { jti: undefined }, JAG],
  ['that does not say that it is one', {}, { typ: 'JWT' }],
])('refuses an identity assertion (RFC 7523 §3.1) %s', async (_, claims, signing) => {
  expect(errorOf(await bring(await takesJag(), await sign({ ...jag, ...claims }, signing)))).toBe('invalid_grant')
})

test('an identity assertion for a resource that the server does not have is an invalid_target (RFC 8707 §2)', async () => {
  const assertion = await sign({ ...jag, resource: 'https://elsewhere.example' }, JAG)
  expect(errorOf(await bring(await takesJag(), assertion))).toBe('invalid_target')
})

test('the policy assertionTarget unchecked takes one that was made for another server (policy)', async () => {
  const example = await takesJag({ assertionTarget: 'unchecked' })
  const claims = { ...jag, aud: 'https://other.example', resource: 'https://elsewhere.example' }
  expect((await bring(example, await sign(claims, JAG))).status).toBe(200)
})

const OTHER = 'https://other-as.example'

async function startIdentityProvider() {
  const { clients = [] } = exampleConfig(AS)
  const wiki = { ...clients.find(({ client_id }) => client_id === 'app'), client_id: 'app' }
  const grant_types = ['authorization_code', 'refresh_token', EXCHANGE]
  const others = clients.filter(({ client_id }) => client_id !== 'app')
  const example = await startExample({
    clients: [...others, { ...wiki, grant_types }],
    resource_authorization_servers: [OTHER],
  })
  const tokens = await obtainTokens(example)
  const ask = (more: Record<string, string> = {}) =>
    post(example.server.handle, example.metadata.token_endpoint, {
      grant_type: EXCHANGE,
      client_id: 'app',
      client_secret: 'app-secret',
      requested_token_type: `${TYPE}id-jag`,
      subject_token: tokens.id_token,
      subject_token_type: `${TYPE}id_token`,
      audience: OTHER,
      ...more,
    })
  return { example, tokens, ask }
}

test('an ID Token becomes an identity assertion for a named server, client and resource (RFC 8693 §2.2.1)', async () => {
  const { example, ask } = await startIdentityProvider()
  expect(example.metadata.identity_chaining_requested_token_types_supported).toEqual([`${TYPE}id-jag`])
  const body = JSON.parse((await ask({ resource: ORDERS, scope: 'notes.read' })).body)
  expect(body).toEqual({
    access_token: expect.any(String),
    issued_token_type: `${TYPE}id-jag`,
    token_type: 'N_A',
    expires_in: 300,
    scope: 'notes.read',
  })
  expect(decodeProtectedHeader(body.access_token).typ).toBe('oauth-id-jag+jwt')
  const claims = { iss: AS, sub: 'user-1', aud: OTHER, client_id: 'app', resource: ORDERS, scope: 'notes.read' }
  expect(decodeJwt(body.access_token)).toMatchObject({ ...claims, iat: NOW, exp: NOW + 300, jti: expect.any(String) })
})

test('no identity assertion for an unknown server, for none, or for another token (RFC 8693 §2.2.2)', async () => {
  const { tokens, ask } = await startIdentityProvider()
  expect(errorOf(await ask({ audience: 'https://unknown.example' }))).toBe('invalid_target')
  expect(errorOf(await ask({ audience: '' }))).toBe('invalid_target')
  expect(errorOf(await ask({ resource: 'no-uri' }))).toBe('invalid_target')
  expect(errorOf(await ask({ scope: 'unknown' }))).toBe('invalid_scope')
  const other = { subject_token: tokens.access_token, subject_token_type: `${TYPE}access_token` }
  expect(errorOf(await ask(other))).toBe('invalid_request')
})
