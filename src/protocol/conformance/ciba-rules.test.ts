/** Client-initiated backchannel authentication, seen from outside: the client, the phone, and what goes wrong (OpenID Connect CIBA). */
import { decodeJwt } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import type { HttpRequest } from '../../http/index.ts'
import type { Note } from '../environment.ts'
import {
  type Example,
  errorOf,
  exampleConfig,
  INITIAL_ACCESS_TOKEN,
  obtainTokens,
  post,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { createSigner } from './request-signer.fixture.ts'

const CIBA = 'urn:openid:params:grant-type:ciba'
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const
const scope = 'openid profile offline_access notes.read'
const grant_types = [CIBA, 'refresh_token']
const PING = 'https://bank.example/ping'

const signer = await createSigner()
let example: Example
let notes: Note[]
let pings: HttpRequest[]
let pingStatus: number

beforeEach(async () => {
  notes = []
  pings = []
  pingStatus = 204
  const { clients = [] } = exampleConfig('https://as.example')
  const pinged = { backchannel_token_delivery_mode: 'ping', backchannel_client_notification_endpoint: PING } as const
  example = await startExample(
    {
      clients: [
        ...clients,
        { ...secret, client_id: 'bank', grant_types, scope },
        { ...secret, client_id: 'pinged', grant_types, scope, ...pinged },
        { client_id: 'public', grant_types, scope },
        { client_id: 'signer', grant_types, scope, jwks: signer.jwks },
      ],
    },
    {
      note: (note) => notes.push(note),
      send: async (request) => {
        pings.push(request)
        return { status: pingStatus, headers: [], body: '' }
      },
    },
  )
})

const ask = (more: Record<string, string> = {}) =>
  post(example.server.handle, example.metadata.backchannel_authentication_endpoint, {
    client_id: 'bank',
    client_secret: 'secret',
    scope: 'openid notes.read',
    login_hint: 'alice',
    ...more,
  })
const begin = async (more: Record<string, string> = {}) => JSON.parse((await ask(more)).body)
const poll = (auth_req_id: string, more: Record<string, string> = {}) =>
  post(example.server.handle, example.metadata.token_endpoint, {
    grant_type: CIBA,
    client_id: 'bank',
    client_secret: 'secret',
    auth_req_id,
    ...more,
  })

test('names its endpoint, grant and modes where a client is registered for it (OpenID Connect CIBA §4)', async () => {
  expect(example.metadata).toMatchObject({
    backchannel_authentication_endpoint: 'https://as.example/bc-authorize',
    backchannel_token_delivery_modes_supported: ['poll', 'ping'],
    backchannel_user_code_parameter_supported: false,
    grant_types_supported: expect.arrayContaining([CIBA]),
  })
  expect((await startExample()).metadata).not.toHaveProperty('backchannel_authentication_endpoint')
})

test('answers auth_req_id, expires_in and interval (OpenID Connect CIBA §7.3)', async () => {
  expect(await begin()).toEqual({
    auth_req_id: expect.stringMatching(/^[\w-]{43}$/),
    expires_in: 300,
    interval: 5,
  })
  expect((await begin({ requested_expiry: '60' })).expires_in).toBe(60)
  expect((await begin({ requested_expiry: '6000' })).expires_in).toBe(300)
})

test('approved on the phone, the poll brings tokens with an ID Token, once (OpenID Connect CIBA §10.1)', async () => {
  const { auth_req_id } = await begin({ scope, binding_message: 'W4SCT' })
  expect(errorOf(await poll(auth_req_id))).toBe('authorization_pending')
  expect(await example.server.decideBackchannelRequest(auth_req_id, 'approve')).toBe(true)
  const tokens = tokensOf(await poll(auth_req_id))
  expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: 'user-1', aud: 'bank', amr: ['user'] })
  expect(decodeJwt(tokens.id_token)).not.toHaveProperty('sid')
  expect(tokens.refresh_token).toEqual(expect.any(String))
  expect(errorOf(await poll(auth_req_id))).toBe('invalid_grant')
  expect(await example.server.decideBackchannelRequest(auth_req_id, 'deny')).toBe(false)
})

test('denied, too fast, too late (OpenID Connect CIBA §11)', async () => {
  const denied = await begin()
  await example.server.decideBackchannelRequest(denied.auth_req_id, 'deny')
  expect(errorOf(await poll(denied.auth_req_id))).toBe('access_denied')
  const { auth_req_id } = await begin()
  expect(errorOf(await poll(auth_req_id))).toBe('authorization_pending')
  expect(errorOf(await poll(auth_req_id))).toBe('slow_down')
  example.clock.elapsedSeconds += 9
  expect(errorOf(await poll(auth_req_id))).toBe('slow_down')
  example.clock.elapsedSeconds += 15
  expect(errorOf(await poll(auth_req_id))).toBe('authorization_pending')
  example.clock.elapsedSeconds += 300
  expect(errorOf(await poll(auth_req_id))).toBe('expired_token')
  expect(await example.server.decideBackchannelRequest(auth_req_id, 'approve')).toBe(false)
})

test.each([
  ['no auth_req_id', { auth_req_id: '' }, 'invalid_request'],
  ['an unknown auth_req_id', { auth_req_id: 'unknown' }, 'invalid_grant'],
  ['the auth_req_id of another client', { client_id: 'pinged' }, 'invalid_grant'],
])('refuses a poll with %s (OpenID Connect CIBA §11)', async (_, more, error) => {
  const { auth_req_id } = await begin()
  expect(errorOf(await poll(auth_req_id, more))).toBe(error)
})

test.each([
  ['no hint', { login_hint: '' }, 400, 'invalid_request'],
  ['two hints', { id_token_hint: 'x' }, 400, 'invalid_request'],
  ['a login_hint_token', { login_hint: '', login_hint_token: 'x' }, 400, 'invalid_request'],
  ['a hint of nobody', { login_hint: 'bob' }, 400, 'unknown_user_id'],
  ['an id_token_hint that is none', { login_hint: '', id_token_hint: 'x' }, 400, 'invalid_request'],
  ['no scope', { scope: '' }, 400, 'invalid_request'],
  ['no openid', { scope: 'notes.read' }, 400, 'invalid_scope'],
  ['a scope that is not registered', { scope: 'openid notes.write' }, 400, 'invalid_scope'],
  ['a long binding_message', { binding_message: 'x'.repeat(101) }, 400, 'invalid_binding_message'],
  ['a binding_message of two lines', { binding_message: 'a\nb' }, 400, 'invalid_binding_message'],
  ['a requested_expiry of 0', { requested_expiry: '0' }, 400, 'invalid_request'],
  ['a signed request', { request: 'x' }, 400, 'invalid_request'],
  ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
  ['a public client', { client_id: 'public', client_secret: '' }, 401, 'invalid_client'],
  ['a ping without a token', { client_id: 'pinged' }, 400, 'invalid_request'],
  ['a malformed token', { client_id: 'pinged', client_notification_token: 'a b' }, 400, 'invalid_request'],
  ['a long token', { client_id: 'pinged', client_notification_token: 'x'.repeat(1025) }, 400, 'invalid_request'],
  ['a client without the grant', { client_id: 'app', client_secret: 'app-secret' }, 400, 'unauthorized_client'],
])('refuses a request with %s (OpenID Connect CIBA §13)', async (_, more, status, error) => {
  const response = await ask(more)
  expect([response.status, errorOf(response)]).toEqual([status, error])
})

test('finds the person by an ID Token or an email address (OpenID Connect CIBA §7.1)', async () => {
  const { auth_req_id } = await begin()
  await example.server.decideBackchannelRequest(auth_req_id, 'approve')
  const { id_token } = tokensOf(await poll(auth_req_id))
  expect((await ask({ login_hint: '', id_token_hint: id_token })).status).toBe(200)
  expect((await ask({ login_hint: 'a@example.org' })).status).toBe(200)
})

test('whatever is no approval denies (policy)', async () => {
  const { auth_req_id } = await begin()
  await example.server.decideBackchannelRequest(auth_req_id, 'reject' as 'deny')
  expect(errorOf(await poll(auth_req_id))).toBe('access_denied')
})

test('takes no ID Token of another client for a hint (OpenID Connect CIBA §7.1)', async () => {
  const { id_token } = await obtainTokens(example)
  expect(errorOf(await ask({ login_hint: '', id_token_hint: id_token }))).toBe('invalid_request')
})

test.each(['issuer', 'token_endpoint', 'backchannel_authentication_endpoint'])(
  'takes an assertion of the client for its %s (OpenID Connect CIBA §7.1)',
  async (audience) => {
    const now = example.now()
    const claims = { iss: 'signer', sub: 'signer', aud: example.metadata[audience] ?? '', exp: now + 60, jti: audience }
    const response = await post(example.server.handle, example.metadata.backchannel_authentication_endpoint, {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signer.sign(claims),
      scope: 'openid',
      login_hint: 'alice',
    })
    expect(errorOf(response)).toBeUndefined()
  },
)

test('pings a client that registered over the wire (OpenID Connect CIBA §4)', async () => {
  const registered = await example.server.handle({
    method: 'POST',
    url: example.metadata.registration_endpoint ?? '',
    headers: [
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`],
    ],
    body: JSON.stringify({
      grant_types: [CIBA],
      token_endpoint_auth_method: 'client_secret_post',
      backchannel_token_delivery_mode: 'ping',
      backchannel_client_notification_endpoint: 'https://new.example/ping',
    }),
  })
  const { client_id, client_secret } = JSON.parse(registered.body)
  const { auth_req_id } = await begin({
    client_id,
    client_secret,
    client_notification_token: 'token-1',
    scope: 'openid',
  })
  await example.server.decideBackchannelRequest(auth_req_id, 'approve')
  expect(pings.map(({ url }) => url)).toEqual(['https://new.example/ping'])
})

test('takes acr_values for a wish, and says in the ID Token what came of it (OpenID Connect CIBA §7.1)', async () => {
  const { auth_req_id } = await begin({ acr_values: 'urn:mace:incommon:iap:silver' })
  await example.server.decideBackchannelRequest(auth_req_id, 'approve')
  expect(decodeJwt(tokensOf(await poll(auth_req_id)).id_token).acr).toBe('urn:authlane:acr:single-factor')
})

test.each(['approve', 'deny'] as const)(
  'pings the client after %s with its own token (OpenID Connect CIBA §10.2)',
  async (decision) => {
    const { auth_req_id } = await begin({ client_id: 'pinged', client_notification_token: 'token-1' })
    expect(pings).toEqual([])
    await example.server.decideBackchannelRequest(auth_req_id, decision)
    expect(pings).toEqual([
      {
        method: 'POST',
        url: PING,
        headers: [
          ['authorization', 'Bearer token-1'],
          ['content-type', 'application/json'],
        ],
        body: JSON.stringify({ auth_req_id }),
      },
    ])
    const error = decision === 'deny' ? 'access_denied' : undefined
    expect(errorOf(await poll(auth_req_id, { client_id: 'pinged' }))).toBe(error)
  },
)

test('a ping that fails is noted, and the client may poll (OpenID Connect CIBA §10.2)', async () => {
  pingStatus = 302
  const { auth_req_id } = await begin({ client_id: 'pinged', client_notification_token: 'token-1' })
  expect(await example.server.decideBackchannelRequest(auth_req_id, 'approve')).toBe(true)
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'ping', passed: false }))
  expect((await poll(auth_req_id, { client_id: 'pinged' })).status).toBe(200)
})
