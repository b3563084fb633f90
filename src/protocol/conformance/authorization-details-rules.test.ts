/** Rich authorization requests, seen from outside: RFC 9396. */
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import type { HttpResponse } from '../../http/index.ts'
import { askForCodes, enterCode, obtainCodes, poll, startDevices } from './device.fixture.ts'
import {
  APP,
  authorizationUrl,
  basic,
  callbackParameters,
  errorOf,
  exampleConfig,
  exchange,
  INITIAL_ACCESS_TOKEN,
  post,
  refresh,
  signIn,
  startExample,
} from './example-server.fixture.ts'

const configured = exampleConfig('https://as.example')
const example = await startExample({
  authorization_details_types: ['payment', 'account'],
  clients: (configured.clients ?? []).map((client) =>
    client.client_id === 'other-app' ? { ...client, authorization_details_types: ['account'] } : client,
  ),
})
const { server, metadata, alice } = example
const PAYMENT = { type: 'payment', actions: ['initiate', 'status'], amount: { currency: 'EUR', value: '12.00' } }
const ACCOUNT = { type: 'account', actions: ['read'], identifier: 'DE02' }

const urlFor = (details: unknown, parameters: Readonly<Record<string, string>> = {}) =>
  authorizationUrl(example, {
    client_id: 'app',
    authorization_details: typeof details === 'string' ? details : JSON.stringify(details),
    ...parameters,
  })

async function codeFor(details: unknown): Promise<string> {
  return callbackParameters(await signIn(alice, urlFor(details))).code ?? ''
}

function granted(response: HttpResponse) {
  return JSON.parse(response.body).authorization_details
}

test('names the types that it knows, and nothing when it knows none (RFC 9396 §10)', async () => {
  expect(metadata).toMatchObject({ authorization_details_types_supported: ['payment', 'account'] })
  const without = await startExample()
  expect(without.metadata).not.toHaveProperty('authorization_details_types_supported')
  // RFC 6749 §3.1: an unknown parameter is ignored.
  const page = await signIn(without.alice, authorizationUrl(without, { authorization_details: '[{"type":"payment"}]' }))
  expect(callbackParameters(page).code).toBeDefined()
})

test('says in token, response and introspection what was granted (RFC 9396 §7, §9.1, §9.2)', async () => {
  const response = await exchange(example, await codeFor([PAYMENT, ACCOUNT]))
  expect(granted(response)).toEqual([PAYMENT, ACCOUNT])
  const { access_token: token } = JSON.parse(response.body)
  expect(decodeJwt(token).authorization_details).toEqual([PAYMENT, ACCOUNT])
  const url = metadata.introspection_endpoint
  const introspection = await post(server.handle, url, { token }, basic('api', 'api-secret'))
  expect(granted(introspection)).toEqual([PAYMENT, ACCOUNT])
})

test('asks the person each time, and shows what for (RFC 9396 §3)', async () => {
  await codeFor([PAYMENT])
  const page = await alice.visit(urlFor([{ type: 'payment', note: '<script>' }]))
  expect(page.html).toContain('value="approve"')
  expect(page.html).toContain('payment')
  expect(page.html).not.toContain('<script')
  expect(callbackParameters(await alice.visit(urlFor([PAYMENT], { prompt: 'none' })))).toMatchObject({
    error: 'consent_required',
  })
})

const refused: readonly (readonly [clause: string, what: string, details: unknown])[] = [
  ['RFC 9396 §5', 'a type that is unknown', [{ type: 'medical' }]],
  ['RFC 9396 §5', 'one unknown type of two', [PAYMENT, { type: 'medical' }]],
  ['RFC 9396 §2', 'an object without a type', [{ actions: ['read'] }]],
  ['RFC 9396 §2', 'a type that is no string', [{ type: 7 }]],
  ['RFC 9396 §2', 'an object instead of a list', PAYMENT],
  ['RFC 9396 §2', 'an empty list', []],
  ['RFC 9396 §2', 'a list of texts', ['payment']],
  ['RFC 9396 §2', 'what is no JSON', 'payment'],
  ['RFC 9396 §2.2', 'actions that are no list', [{ ...PAYMENT, actions: 'initiate' }]],
  ['RFC 9396 §2.2', 'locations that are no texts', [{ ...PAYMENT, locations: [7] }]],
  ['RFC 9396 §2.2', 'an identifier that is no text', [{ ...PAYMENT, identifier: {} }]],
]

test.each(refused)('refuses (%s) %s: invalid_authorization_details', async (_, _what, details) => {
  const answer = callbackParameters(await alice.visit(urlFor(details)))
  expect(answer).toMatchObject({ error: 'invalid_authorization_details', state: 'state-1', iss: server.issuer })
})

test('holds a client to the types that it registered (RFC 9396 §10)', async () => {
  const ask = async (details: unknown) => alice.visit(urlFor(details, { client_id: 'other-app' }))
  expect(callbackParameters(await ask([PAYMENT]))).toMatchObject({ error: 'invalid_authorization_details' })
  expect((await ask([ACCOUNT])).status).toBe(200)
})

test('narrows a token at the exchange and at each refresh, and never widens it (RFC 9396 §6, §6.1)', async () => {
  const code = await codeFor([PAYMENT, ACCOUNT])
  const status = { ...PAYMENT, actions: ['status'] }
  const text = (...details: unknown[]) => ({ authorization_details: JSON.stringify(details) })
  const wider = [
    { ...PAYMENT, actions: ['initiate', 'cancel'] },
    { ...PAYMENT, amount: { currency: 'EUR', value: '99.00' } },
    { type: 'payment' },
    { ...ACCOUNT, datatypes: ['balance'] },
    { ...PAYMENT, actions: [] },
  ]
  for (const detail of wider) {
    const response = await exchange(example, code, text(detail))
    expect([response.status, errorOf(response)]).toEqual([400, 'invalid_authorization_details'])
  }
  const first = await exchange(example, code, text(status))
  expect(granted(first)).toEqual([status])
  const { refresh_token } = JSON.parse(first.body)
  expect(errorOf(await refresh(example, refresh_token, text(wider[0])))).toBe('invalid_authorization_details')
  const second = await refresh(
    example,
    refresh_token,
    text({ ...PAYMENT, amount: { value: '12.00', currency: 'EUR' } }),
  )
  expect(granted(second)).toEqual([PAYMENT])
  expect(granted(await refresh(example, JSON.parse(second.body).refresh_token))).toEqual([PAYMENT, ACCOUNT])
})

test('takes a type and locations alone for all that was granted there (RFC 9396 §6.1)', async () => {
  const [here, there] = ['https://pay.example', 'https://other.example']
  const code = await codeFor([{ ...PAYMENT, locations: [here, there] }, ACCOUNT])
  const ask = (detail: unknown) => exchange(example, code, { authorization_details: JSON.stringify([detail]) })
  const wider = [
    { type: 'payment', locations: ['https://evil.example'] },
    { type: 'payment', locations: [] },
    { type: 'account', locations: [here] },
    { type: 'payment', locations: [here], datatypes: ['balance'] },
  ]
  for (const detail of wider) expect(errorOf(await ask(detail))).toBe('invalid_authorization_details')
  expect(granted(await ask({ type: 'payment', locations: [here] }))).toEqual([{ ...PAYMENT, locations: [here] }])
})

test('takes them from a device, shows them to the person, and narrows them at the poll (RFC 9396 §3, §6)', async () => {
  const devices = await startDevices({}, {}, { authorization_details_types: ['payment'] })
  const text = (detail: unknown) => ({ authorization_details: JSON.stringify([detail]) })
  expect(errorOf(await askForCodes(devices, text({ type: 'medical' })))).toBe('invalid_authorization_details')
  const codes = await obtainCodes(devices, text(PAYMENT))
  const page = await enterCode(devices.alice, codes, codes.user_code)
  expect(page.html).toContain('payment')
  await devices.alice.submit(page, {}, /^Allow$/)
  const wider = await poll(devices, codes.device_code, text({ ...PAYMENT, actions: ['cancel'] }))
  expect(errorOf(wider)).toBe('invalid_authorization_details')
  expect(granted(await poll(devices, codes.device_code))).toEqual([PAYMENT])
})

test('takes them from a client that asks a person elsewhere (RFC 9396 §3)', async () => {
  const grantType = 'urn:openid:params:grant-type:ciba'
  const bank = { client_id: 'bank', client_secret: 'bank-secret' }
  const method = 'client_secret_post' as const
  const { server, metadata } = await startExample({
    authorization_details_types: ['payment'],
    clients: [{ ...bank, token_endpoint_auth_method: method, grant_types: [grantType], scope: 'openid' }],
  })
  const ask = (detail: unknown) =>
    post(server.handle, metadata.backchannel_authentication_endpoint, {
      ...bank,
      scope: 'openid',
      login_hint: 'alice',
      authorization_details: JSON.stringify([detail]),
    })
  expect(errorOf(await ask({ type: 'medical' }))).toBe('invalid_authorization_details')
  const { auth_req_id } = JSON.parse((await ask(PAYMENT)).body)
  await server.decideBackchannelRequest(auth_req_id, 'approve')
  const answer = await post(server.handle, metadata.token_endpoint, { ...bank, grant_type: grantType, auth_req_id })
  expect(granted(answer)).toEqual([PAYMENT])
})

test('gives a client what it asks for in its own name (RFC 9396 §6)', async () => {
  const ask = (details: unknown) =>
    post(server.handle, metadata.token_endpoint, {
      grant_type: 'client_credentials',
      client_id: 'service',
      client_secret: 'service-secret',
      authorization_details: JSON.stringify(details),
    })
  expect(granted(await ask([ACCOUNT]))).toEqual([ACCOUNT])
  expect(errorOf(await ask([{ type: 'medical' }]))).toBe('invalid_authorization_details')
})

test('refuses at a token request what the authorization request had not (RFC 9396 §6.1)', async () => {
  const code = callbackParameters(await signIn(alice, authorizationUrl(example, { client_id: 'app' }))).code ?? ''
  const response = await exchange(example, code, { authorization_details: JSON.stringify([PAYMENT]) })
  expect(errorOf(response)).toBe('invalid_authorization_details')
  expect(granted(await exchange(example, code))).toBeUndefined()
})

test('checks what is pushed, too (RFC 9396 §3, RFC 9126 §2.1)', async () => {
  const form = Object.fromEntries(new URL(urlFor([{ type: 'medical' }])).searchParams)
  const response = await post(server.handle, metadata.pushed_authorization_request_endpoint, { ...form, ...APP })
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_authorization_details'])
})

test('registers types that it knows (RFC 9396 §10, RFC 7591 §3.2.2)', async () => {
  const register = async (authorization_details_types: unknown) => {
    const response = await server.handle({
      method: 'POST',
      url: metadata.registration_endpoint ?? '',
      headers: [
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`],
      ],
      body: JSON.stringify({ redirect_uris: ['https://a.example/'], authorization_details_types }),
    })
    return response.status
  }
  expect(await register(['payment'])).toBe(201)
  expect(await register(['medical'])).toBe(400)
})
