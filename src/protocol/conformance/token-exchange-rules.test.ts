/** Token exchange, seen from outside: delegation, impersonation, and what is refused (RFC 8693). */
import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { PolicyOptions, ServerConfig, User } from '../index.ts'
import {
  API,
  APP,
  type Example,
  errorOf,
  exampleConfig,
  NOW,
  obtainCode,
  obtainTokens,
  post,
  revoke,
  startExample,
  type Tokens,
  tokensOf,
} from './example-server.fixture.ts'
import { codeForm, type ProofKey, proofKey, requestToken, tokenProof } from './proofs.fixture.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TYPE = 'urn:ietf:params:oauth:token-type:'
const ORDERS = 'https://orders.example'
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const
const grant_types = [EXCHANGE, 'client_credentials']
const scope = 'notes.read notes.write'

async function start(policy: PolicyOptions = {}, may_act?: User['may_act'], config: Partial<ServerConfig> = {}) {
  const { clients = [], users = [] } = exampleConfig('https://as.example')
  const example = await startExample({
    clients: [
      ...clients,
      { ...secret, client_id: 'gateway', grant_types, scope },
      { ...secret, client_id: 'agent', grant_types, scope },
    ],
    users: users.map((user) => ({ ...user, ...(may_act && { may_act }) })),
    resources: [API, ORDERS],
    policy,
    ...config,
  })
  return { example, subject: await obtainTokens(example) }
}

const exchangeAs =
  (client: string) =>
  (example: Example, subject_token: string, more: Record<string, string> = {}) =>
    post(example.server.handle, example.metadata.token_endpoint, {
      grant_type: EXCHANGE,
      client_id: client,
      client_secret: 'secret',
      subject_token,
      subject_token_type: `${TYPE}access_token`,
      ...more,
    })
const exchange = exchangeAs('gateway')

async function ownToken(example: Example, client_id: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id, client_secret: 'secret' }
  return tokensOf(await post(example.server.handle, example.metadata.token_endpoint, form)).access_token
}

const actorOf = (actor_token: string) => ({ actor_token, actor_token_type: `${TYPE}access_token` })

test('is named where a client is registered for it, and unknown else (RFC 8693 §2.1)', async () => {
  const { example } = await start()
  expect(example.metadata.grant_types_supported).toContain(EXCHANGE)
  const without = await startExample()
  expect(without.metadata.grant_types_supported).not.toContain(EXCHANGE)
  expect(errorOf(await exchange(without, 'x', { ...APP }))).toBe('unsupported_grant_type')
})

test('impersonation: the same subject, no actor, no refresh token, the issued type (RFC 8693 §1.1, §2.2.1)', async () => {
  const { example, subject } = await start()
  const body = JSON.parse((await exchange(example, subject.access_token)).body)
  expect(body).toEqual({
    access_token: expect.any(String),
    issued_token_type: `${TYPE}access_token`,
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'notes.read',
  })
  expect(decodeJwt(body.access_token)).toMatchObject({ sub: 'user-1', client_id: 'gateway', aud: [API, ORDERS] })
  expect(decodeJwt(body.access_token)).not.toHaveProperty('act')
})

test('delegation: act names the actor, and whoever acted before stands inside (RFC 8693 §4.1)', async () => {
  const { example, subject } = await start()
  const first = await exchange(example, subject.access_token, actorOf(await ownToken(example, 'gateway')))
  expect(decodeJwt(tokensOf(first).access_token).act).toEqual({ sub: 'gateway' })
  const second = await exchangeAs('agent')(
    example,
    tokensOf(first).access_token,
    actorOf(await ownToken(example, 'agent')),
  )
  const { access_token } = tokensOf(second)
  expect(decodeJwt(access_token)).toMatchObject({ sub: 'user-1', act: { sub: 'agent', act: { sub: 'gateway' } } })
  const url = example.metadata.introspection_endpoint
  const told = await post(example.server.handle, url, { ...APP, token: access_token })
  expect(JSON.parse(told.body).act).toEqual({ sub: 'agent', act: { sub: 'gateway' } })
})

test('may_act of the subject token decides who may act, with an actor token or without (RFC 8693 §4.4)', async () => {
  const { example, subject } = await start({}, { sub: 'agent' })
  expect(decodeJwt(subject.access_token).may_act).toEqual({ sub: 'agent' })
  const asAgent = actorOf(await ownToken(example, 'agent'))
  const asGateway = actorOf(await ownToken(example, 'gateway'))
  expect((await exchange(example, subject.access_token, asAgent)).status).toBe(200)
  expect(errorOf(await exchange(example, subject.access_token, asGateway))).toBe('invalid_request')
  expect(errorOf(await exchange(example, subject.access_token))).toBe('invalid_request')
  expect((await exchangeAs('agent')(example, subject.access_token)).status).toBe(200)
})

test('a chain goes on where the registration of whoever acted names the next, and only there (RFC 8693 §4.4)', async () => {
  const { example, subject } = await start(
    {},
    { sub: 'gateway' },
    {
      clients: [
        ...(exampleConfig('https://as.example').clients ?? []),
        { ...secret, client_id: 'gateway', grant_types, scope, may_act: { sub: 'agent' } },
        { ...secret, client_id: 'agent', grant_types, scope },
      ],
    },
  )
  const asGateway = actorOf(await ownToken(example, 'gateway'))
  const first = tokensOf(await exchange(example, subject.access_token, asGateway)).access_token
  expect(decodeJwt(first).may_act).toEqual({ sub: 'agent' })
  expect(errorOf(await exchange(example, first, asGateway))).toBe('invalid_request')
  const second = await exchangeAs('agent')(example, first, actorOf(await ownToken(example, 'agent')))
  expect(decodeJwt(tokensOf(second).access_token).act).toEqual({ sub: 'agent', act: { sub: 'gateway' } })
})

test('a bound subject token: a known client brings it without its key, a public one does not (policy)', async () => {
  const [key, other] = await Promise.all([proofKey(), proofKey()])
  const { clients = [] } = exampleConfig('https://as.example')
  const { example } = await start({}, undefined, {
    clients: [
      ...clients.map((client) =>
        client.client_id === 'spa' ? { ...client, grant_types: [...(client.grant_types ?? []), EXCHANGE] } : client,
      ),
      { ...secret, client_id: 'gateway', grant_types, scope },
    ],
  })
  const code = await obtainCode(example, { client_id: 'spa' })
  const answer = await requestToken(example, codeForm(code), { proofs: [await tokenProof(example, key)] })
  const { access_token } = tokensOf(answer)
  expect(decodeJwt(tokensOf(await exchange(example, access_token)).access_token)).not.toHaveProperty('cnf')
  const form = {
    grant_type: EXCHANGE,
    client_id: 'spa',
    subject_token: access_token,
    subject_token_type: `${TYPE}access_token`,
  }
  const withProof = async (from: ProofKey) => requestToken(example, form, { proofs: [await tokenProof(example, from)] })
  expect(errorOf(await requestToken(example, form))).toBe('invalid_request')
  expect(errorOf(await withProof(other))).toBe('invalid_request')
  expect(decodeJwt(tokensOf(await withProof(key)).access_token).cnf).toEqual({ jkt: key.jkt })
})

test.each([
  ['required', undefined, 'invalid_request'],
  ['when_present', undefined, undefined],
  ['unchecked', { sub: 'agent' }, undefined],
] as const)('with the policy mayAct %s (policy)', async (mayAct, may_act, error) => {
  const { example, subject } = await start({ mayAct }, may_act)
  const actor = actorOf(await ownToken(example, 'gateway'))
  expect(errorOf(await exchange(example, subject.access_token, actor))).toBe(error)
})

test('resource and audience, also several, say whom the token is for (RFC 8693 §2.1)', async () => {
  const { example, subject } = await start()
  const audOf = async (more: Record<string, string>) =>
    decodeJwt(tokensOf(await exchange(example, subject.access_token, more)).access_token).aud
  expect(await audOf({ resource: ORDERS })).toBe(ORDERS)
  expect(await audOf({ audience: ORDERS })).toBe(ORDERS)
  const body = new URLSearchParams({ grant_type: EXCHANGE, client_id: 'gateway', client_secret: 'secret' })
  body.append('subject_token', subject.access_token)
  body.append('subject_token_type', `${TYPE}access_token`)
  for (const audience of [API, ORDERS]) body.append('audience', audience)
  const response = await example.server.handle({
    method: 'POST',
    url: example.metadata.token_endpoint ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: body.toString(),
  })
  expect(decodeJwt(tokensOf(response).access_token).aud).toEqual([API, ORDERS])
})

const refusals: readonly (readonly [
  clause: string,
  what: string,
  error: string,
  more: (tokens: Tokens) => Record<string, string>,
])[] = [
  ['§2.1', 'no subject token', 'invalid_request', () => ({ subject_token: '' })],
  ['§2.1', 'no subject token type', 'invalid_request', () => ({ subject_token_type: '' })],
  ['§2.1', 'an actor token without its type', 'invalid_request', ({ access_token }) => ({ actor_token: access_token })],
  ['§2.1', 'an actor token type alone', 'invalid_request', () => ({ actor_token_type: `${TYPE}jwt` })],
  ['§2.1', 'a requested type that is not issued', 'invalid_request', () => ({ requested_token_type: `${TYPE}saml2` })],
  ['§2.2.2', 'an unknown subject token type', 'invalid_request', () => ({ subject_token_type: `${TYPE}saml2` })],
  ['§2.2.2', 'an unknown subject token', 'invalid_request', () => ({ subject_token: 'unknown' })],
  [
    '§2.2.2',
    'an ID Token that is called an access token',
    'invalid_request',
    ({ id_token }) => ({ subject_token: id_token }),
  ],
  [
    '§2.2.2',
    'an access token that is called an ID Token',
    'invalid_request',
    () => ({ subject_token_type: `${TYPE}id_token` }),
  ],
  ['§2.2.2', 'an unknown actor token', 'invalid_request', () => actorOf('unknown')],
  ['§2.2.2', 'an unknown audience', 'invalid_target', () => ({ audience: 'https://elsewhere.example' })],
  ['§2.2.2', 'an unknown resource', 'invalid_target', () => ({ resource: 'https://elsewhere.example' })],
  ['§2.1', 'a scope that the subject token has not', 'invalid_scope', () => ({ scope: 'notes.write' })],
]

test.each(refusals)('refuses (RFC 8693 %s) %s with %s', async (_, __, error, more) => {
  const { example, subject } = await start()
  const response = await exchange(example, subject.access_token, more(subject))
  expect([response.status, errorOf(response)]).toEqual([400, error])
})

test('refuses a subject token that expired or was revoked (RFC 8693 §2.2.2)', async () => {
  const { example, subject } = await start()
  const other = await obtainTokens(example)
  await revoke(example, other.access_token)
  expect(errorOf(await exchange(example, other.access_token))).toBe('invalid_request')
  example.clock.elapsedSeconds += 300
  expect(errorOf(await exchange(example, subject.access_token))).toBe('invalid_request')
})

test('a client that is not registered for the grant is an unauthorized_client (RFC 6749 §5.2)', async () => {
  const { example, subject } = await start()
  expect(errorOf(await exchange(example, subject.access_token, { ...APP }))).toBe('unauthorized_client')
})

test('the result ends with the subject token at the latest (policy)', async () => {
  const { example, subject } = await start()
  example.clock.elapsedSeconds += 200
  expect(JSON.parse((await exchange(example, subject.access_token)).body).expires_in).toBe(100)
})

test('takes an ID Token whose session is there, and none of an ended one (RFC 8693 §3)', async () => {
  const { example, subject } = await start()
  const idToken = { subject_token_type: `${TYPE}id_token`, scope: 'notes.read' }
  expect(decodeJwt(tokensOf(await exchange(example, subject.id_token, idToken)).access_token).sub).toBe('user-1')
  await example.server.revokeSessions('user-1', 'the operator ended it')
  expect(errorOf(await exchange(example, subject.id_token, idToken))).toBe('invalid_request')
})

test('a public client exchanges its own ID Token, and none that it has found (policy)', async () => {
  const open = { client_id: 'open', redirect_uris: ['https://app.example/callback'], grant_types: [EXCHANGE] }
  const { clients = [] } = exampleConfig('https://as.example')
  const { example, subject } = await start({}, undefined, { clients: [...clients, open] })
  const form = { client_id: 'open', client_secret: '', subject_token_type: `${TYPE}id_token` }
  expect(errorOf(await exchange(example, subject.id_token, form))).toBe('invalid_request')
})

test('takes the JWT of a trusted issuer, for this server, with its chain and its may_act (RFC 8693 §3, §4.4)', async () => {
  const [{ publicKey, privateKey }, stranger] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey as CryptoKey)), kid: 'k' }
  const issuer = 'https://partner.example'
  const { example } = await start({}, undefined, { trusted_issuers: [{ issuer, jwks: { keys: [jwk] } }] })
  const claims = { iss: issuer, sub: 'bob', aud: example.server.issuer, exp: NOW + 60, act: { sub: 'bot' } }
  const asJwt = (more: object, key = privateKey, header = {}) =>
    new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'ES256', kid: 'k', ...header }).sign(key)
  const swap = async (token: string) => exchange(example, token, { subject_token_type: `${TYPE}jwt` })
  expect(decodeJwt(tokensOf(await swap(await asJwt({}))).access_token)).toMatchObject({
    sub: 'bob',
    act: { sub: 'bot' },
  })
  expect((await swap(await asJwt({ may_act: { sub: 'gateway' } }))).status).toBe(200)
  for (const wrong of [{ may_act: { sub: 'agent' } }, { aud: API }, { exp: NOW }, { iss: API }, { act: 'bot' }]) {
    expect(errorOf(await swap(await asJwt(wrong)))).toBe('invalid_request')
  }
  expect(errorOf(await swap(await asJwt({}, stranger.privateKey)))).toBe('invalid_request')
  expect(errorOf(await swap(await asJwt({}, privateKey, { typ: 'oauth-id-jag+jwt' })))).toBe('invalid_request')
})

test('may_act without an iss names no party of a third issuer (RFC 8693 §4.1, §4.4)', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey as CryptoKey)), kid: 'k' }
  const issuer = 'https://partner.example'
  const trusted_issuers = [{ issuer, jwks: { keys: [jwk] } }]
  const claims = { iss: issuer, sub: 'agent', aud: 'https://as.example', exp: NOW + 60 }
  const actor_token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(privateKey)
  const actor = { actor_token, actor_token_type: `${TYPE}jwt` }
  const ask = async (may_act: Record<string, string>) => {
    const { example, subject } = await start({}, may_act, { trusted_issuers })
    return errorOf(await exchange(example, subject.access_token, actor))
  }
  expect(await ask({ sub: 'agent' })).toBe('invalid_request')
  expect(await ask({ iss: issuer, sub: 'agent' })).toBeUndefined()
})
