/** Resource indicators, seen from outside: RFC 8707. */
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { type HttpHandler, type HttpResponse, header, parseForm, serialiseForm } from '../../http/index.ts'
import { DEVICE_GRANT, decide, startDevices } from './device.fixture.ts'
import {
  APP,
  authorizationUrl,
  basic,
  callbackParameters,
  errorOf,
  exampleConfig,
  exchange,
  obtainCode,
  post,
  refresh,
  signIn,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'

type Form = Readonly<Record<string, string>>

const NOTES = 'https://api.example/notes'
const FILES = 'https://api.example/files'
const example = await startExample({ resources: [NOTES, FILES] })
const { server, metadata, alice } = example
const several = (url: string, ...resources: string[]) =>
  resources.reduce((sum, resource) => `${sum}&resource=${encodeURIComponent(resource)}`, url)

function audience(response: HttpResponse) {
  return decodeJwt(tokensOf(response).access_token).aud
}

async function codeFor(...resources: string[]): Promise<string> {
  const url = several(authorizationUrl(example, { client_id: 'app' }), ...resources)
  return callbackParameters(await signIn(alice, url)).code ?? ''
}

/** A form with a parameter more than once. */
function send(handle: HttpHandler, url: string | undefined, form: Form, resources: readonly string[]) {
  const fields = [...Object.entries(form), ...resources.map((value) => ['resource', value] as const)]
  return handle({
    method: 'POST',
    url: url ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: serialiseForm(fields),
  })
}

/** A token request of the same kind. */
const ask = (form: Form, resources: readonly string[]) =>
  send(server.handle, metadata.token_endpoint, { ...APP, ...form }, resources)

const CIBA_GRANT = 'urn:openid:params:grant-type:ciba'
const BANK = { client_id: 'bank', client_secret: 'bank-secret' } as const
const grant_types = [CIBA_GRANT, 'refresh_token']
const { clients = [] } = exampleConfig('https://as.example')
const resources = [NOTES, FILES]
const devices = await startDevices({}, {}, { resources })
const bank = await startExample({
  resources,
  scope_resources: { 'notes.read': NOTES },
  clients: [
    ...clients,
    {
      ...BANK,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types,
      scope: 'openid offline_access notes.read',
    },
  ],
})

/** A request that is decided elsewhere: asking, deciding, polling. */
interface Decided {
  ask(...resources: string[]): Promise<HttpResponse>
  approve(asked: HttpResponse): Promise<unknown>
  poll(asked: HttpResponse, ...resources: string[]): Promise<HttpResponse>
  refresh(refresh_token: string): Promise<HttpResponse>
}

const device: Decided = {
  ask: (...resources) => {
    const form = { client_id: 'tv', scope: 'notes.read' }
    return send(devices.server.handle, devices.metadata.device_authorization_endpoint, form, resources)
  },
  approve: (asked) => decide(devices, JSON.parse(asked.body)),
  poll: (asked, ...resources) => {
    const { device_code } = JSON.parse(asked.body)
    const form = { grant_type: DEVICE_GRANT, client_id: 'tv', device_code }
    return send(devices.server.handle, devices.metadata.token_endpoint, form, resources)
  },
  refresh: (token) => refresh(devices, token, { client_id: 'tv', client_secret: '' }),
}

const backchannel: Decided = {
  ask: (...resources) => {
    const form = { ...BANK, scope: 'openid offline_access notes.read', login_hint: 'alice' }
    return send(bank.server.handle, bank.metadata.backchannel_authentication_endpoint, form, resources)
  },
  approve: (asked) => bank.server.decideBackchannelRequest(JSON.parse(asked.body).auth_req_id, 'approve'),
  poll: (asked, ...resources) => {
    const form = { grant_type: CIBA_GRANT, ...BANK, auth_req_id: JSON.parse(asked.body).auth_req_id }
    return send(bank.server.handle, bank.metadata.token_endpoint, form, resources)
  },
  refresh: (token) => refresh(bank, token, BANK),
}

test('issues tokens for what the authorization request names, and for everything when it names nothing (RFC 8707 §2.1)', async () => {
  expect(audience(await exchange(example, await codeFor(NOTES)))).toBe(NOTES)
  expect(audience(await exchange(example, await codeFor(NOTES, FILES)))).toEqual([NOTES, FILES])
  expect(audience(await exchange(example, await codeFor()))).toEqual([NOTES, FILES])
})

const targets: readonly (readonly [what: string, resource: string])[] = [
  ['another server', 'https://evil.example'],
  ['the origin alone', 'https://api.example'],
  ['a trailing slash', `${NOTES}/`],
  ['another case', 'https://api.example/Notes'],
  ['a fragment', `${NOTES}#x`],
  ['a relative reference', '/notes'],
  ['a space', `${NOTES} ${FILES}`],
]

test.each(targets)(
  'refuses %s as a resource: invalid_target, with state and iss (RFC 8707 §2, §2.1)',
  async (_, resource) => {
    const url = authorizationUrl(example, { resource })
    const response = await server.handle({ method: 'GET', url, headers: [], body: '' })
    const parameters = Object.fromEntries(parseForm(new URL(header(response, 'location') ?? '').search))
    expect(parameters).toMatchObject({ error: 'invalid_target', state: 'state-1', iss: server.issuer })
    const token = await exchange(example, await codeFor(), { resource })
    expect([token.status, errorOf(token)]).toEqual([400, 'invalid_target'])
  },
)

test('the case of scheme and host does not matter; the token says what the API is called (RFC 3986 §6.2.2, MCP Authorization, canonical server URI)', async () => {
  const resource = NOTES.replace('https://api.example', 'HTTPS://API.Example')
  const code = await codeFor(resource)
  expect(audience(await exchange(example, code, { resource }))).toBe(NOTES)
})

test('refuses all when one of several is unknown (RFC 8707 §2)', async () => {
  const page = await alice.visit(several(authorizationUrl(example), NOTES, 'https://evil.example'))
  expect(callbackParameters(page)).toMatchObject({ error: 'invalid_target' })
})

test('narrows a token at the exchange, and leaves the code usable when asked for more (RFC 8707 §2.2)', async () => {
  const code = await codeFor(NOTES)
  const wider = await exchange(example, code, { resource: FILES })
  expect([wider.status, errorOf(wider)]).toEqual([400, 'invalid_target'])
  expect(audience(await exchange(example, code, { resource: NOTES }))).toBe(NOTES)
  expect(audience(await exchange(example, await codeFor(NOTES, FILES), { resource: FILES }))).toBe(FILES)
})

test('narrows a token at each refresh, and the grant stays as wide as it was (RFC 8707 §2.2)', async () => {
  const first = await exchange(example, await codeFor(NOTES, FILES), { resource: NOTES })
  const second = await refresh(example, tokensOf(first).refresh_token, { resource: FILES })
  expect(audience(second)).toBe(FILES)
  const { refresh_token } = tokensOf(second)
  const wider = await refresh(example, refresh_token, { resource: 'https://evil.example' })
  expect([wider.status, errorOf(wider)]).toEqual([400, 'invalid_target'])
  const both = await ask({ grant_type: 'refresh_token', refresh_token }, [FILES, NOTES, FILES])
  expect(audience(both)).toEqual([FILES, NOTES])
  expect(audience(await refresh(example, tokensOf(both).refresh_token))).toEqual([NOTES, FILES])
})

test('never widens a grant at a refresh (RFC 8707 §2.2)', async () => {
  const { refresh_token } = tokensOf(await exchange(example, await codeFor(NOTES)))
  expect(errorOf(await refresh(example, refresh_token, { resource: FILES }))).toBe('invalid_target')
  expect(audience(await refresh(example, refresh_token))).toBe(NOTES)
})

test('gives a client its own token for a resource (RFC 8707 §2.2)', async () => {
  const form = { grant_type: 'client_credentials', client_id: 'service', client_secret: 'service-secret' }
  expect(audience(await ask(form, [FILES]))).toBe(FILES)
  expect(audience(await ask(form, []))).toEqual([NOTES, FILES])
  expect(errorOf(await ask(form, [FILES, 'https://evil.example']))).toBe('invalid_target')
})

test('introspection tells the resource that a token is for (RFC 8707 §2.2, RFC 7662 §2.2)', async () => {
  const { access_token: token } = tokensOf(await exchange(example, await codeFor(NOTES)))
  const url = metadata.introspection_endpoint
  const response = await post(server.handle, url, { token }, basic('api', 'api-secret'))
  expect(JSON.parse(response.body)).toMatchObject({ active: true, aud: NOTES })
})

test('lets no other parameter be repeated (RFC 6749 §3.2)', async () => {
  const code = await obtainCode(example)
  const response = await server.handle({
    method: 'POST',
    url: metadata.token_endpoint ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: `${serialiseForm(Object.entries({ ...APP, grant_type: 'authorization_code', code }))}&code=${code}`,
  })
  expect(errorOf(response)).toBe('invalid_request')
})

const decidedElsewhere: readonly (readonly [what: string, clause: string, request: Decided])[] = [
  ['a device authorization request', 'RFC 8628 §3.1', device],
  ['a backchannel authentication request', 'OpenID Connect CIBA §7.1', backchannel],
]

test.each(decidedElsewhere)('%s names what its tokens are for (RFC 8707 §2, %s)', async (_, __, request) => {
  for (const [named, audiences] of [
    [[NOTES], NOTES],
    [
      [NOTES, FILES],
      [NOTES, FILES],
    ],
    [[], [NOTES, FILES]],
  ] as const) {
    const asked = await request.ask(...named)
    await request.approve(asked)
    const answer = await request.poll(asked)
    expect(audience(answer)).toEqual(audiences)
    expect(audience(await request.refresh(tokensOf(answer).refresh_token))).toEqual(audiences)
  }
})

test.each(decidedElsewhere)(
  '%s with a wrong resource is refused: invalid_target (RFC 8707 §2, %s)',
  async (_, __, request) => {
    for (const [, resource] of targets) {
      const answer = await request.ask(NOTES, resource)
      expect([answer.status, errorOf(answer)]).toEqual([400, 'invalid_target'])
    }
  },
)

test.each(decidedElsewhere)(
  'the poll after %s narrows, and asking for more does not burn it (RFC 8707 §2.2, %s)',
  async (_, __, request) => {
    const asked = await request.ask(NOTES)
    await request.approve(asked)
    const wider = await request.poll(asked, NOTES, FILES)
    expect([wider.status, errorOf(wider)]).toEqual([400, 'invalid_target'])
    expect(audience(await request.poll(asked, NOTES))).toBe(NOTES)
    const open = await request.ask()
    await request.approve(open)
    const narrow = await request.poll(open, FILES)
    expect(audience(narrow)).toBe(FILES)
    expect(audience(await request.refresh(tokensOf(narrow).refresh_token))).toEqual([NOTES, FILES])
  },
)

test('a backchannel request for the scope of another resource is refused, where the server says whose it is (RFC 8707 §2)', async () => {
  const answer = await backchannel.ask(FILES)
  expect([answer.status, errorOf(answer)]).toEqual([400, 'invalid_target'])
})

test('an exchange for the scope of another resource is refused, by resource and by audience, where the server says whose it is (policy)', async () => {
  const grant_type = 'urn:ietf:params:oauth:grant-type:token-exchange'
  const grants = ['authorization_code', 'refresh_token', grant_type]
  const exchanging = clients.map((client) => ({
    ...client,
    ...(client.client_id === 'app' && { grant_types: grants }),
  }))
  const scope_resources = { 'notes.read': NOTES }
  const world = await startExample({ resources, scope_resources, clients: exchanging })
  const subject_token_type = 'urn:ietf:params:oauth:token-type:access_token'
  const { access_token } = tokensOf(await exchange(world, await obtainCode(world)))
  const form = { ...APP, grant_type, subject_token: access_token, subject_token_type, scope: 'notes.read' }
  const swap = (target: Form) => post(world.server.handle, world.metadata.token_endpoint, { ...form, ...target })
  expect(errorOf(await swap({ resource: FILES }))).toBe('invalid_target')
  expect(errorOf(await swap({ audience: FILES }))).toBe('invalid_target')
  expect(audience(await swap({ resource: NOTES }))).toBe(NOTES)
})
