/** The device authorization grant, seen from outside: the device, the person's browser, and what goes wrong (RFC 8628). */
import { decodeJwt } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { type HttpHandler, header } from '../../http/index.ts'
import type { Note } from '../environment.ts'
import {
  askForCodes,
  DEVICE_GRANT,
  decide,
  enterCode,
  obtainCodes,
  passSignIn,
  poll,
  startDevices,
} from './device.fixture.ts'
import {
  basic,
  type Example,
  errorOf,
  isActive,
  post,
  refresh,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { createUserAgent } from './user-agent.fixture.ts'

let example: Example
let notes: Note[]

beforeEach(async () => {
  notes = []
  example = await startDevices({}, { note: (note) => notes.push(note) })
})

test('answers both codes, the addresses, the lifetime and the interval, uncached (RFC 8628 §3.2)', async () => {
  const response = await askForCodes(example)
  expect(header(response, 'cache-control')).toBe('no-store')
  const codes = JSON.parse(response.body)
  expect(codes).toEqual({
    device_code: expect.stringMatching(/^[\w-]{43}$/),
    user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
    verification_uri: 'https://as.example/device',
    verification_uri_complete: `https://as.example/device?user_code=${codes.user_code}`,
    expires_in: 600,
    interval: 5,
  })
})

test('names its endpoint and grant where a client is registered for it, and is not there else (RFC 8628 §4)', async () => {
  expect(example.metadata).toMatchObject({
    device_authorization_endpoint: 'https://as.example/device_authorization',
    grant_types_supported: expect.arrayContaining([DEVICE_GRANT]),
  })
  const without = await startExample()
  expect(without.metadata).not.toHaveProperty('device_authorization_endpoint')
  expect(without.metadata.grant_types_supported).not.toContain(DEVICE_GRANT)
  for (const path of ['/device_authorization', '/device']) {
    expect((await post(without.server.handle, `https://as.example${path}`, { client_id: 'spa' })).status).toBe(404)
  }
  const unknown = { grant_type: DEVICE_GRANT, client_id: 'spa', device_code: 'x' }
  expect(errorOf(await post(without.server.handle, without.metadata.token_endpoint, unknown))).toBe(
    'unsupported_grant_type',
  )
})

test.each([
  ['no client', { client_id: '' }, 401, 'invalid_client'],
  ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
  ['a client without its secret', { client_id: 'printer' }, 401, 'invalid_client'],
  ['a client that is not registered for the grant', { client_id: 'spa' }, 400, 'unauthorized_client'],
  ['a scope that is not registered', { scope: 'notes.write' }, 400, 'invalid_scope'],
])('refuses codes to %s (RFC 8628 §3.1)', async (_, parameters, status, error) => {
  const response = await askForCodes(example, parameters)
  expect([response.status, errorOf(response)]).toEqual([status, error])
})

test('refuses a repeated parameter of the device authorization request (RFC 8628 §3.1)', async () => {
  const response = await example.server.handle({
    method: 'POST',
    url: example.metadata.device_authorization_endpoint ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'client_id=tv&scope=openid&scope=notes.read',
  })
  expect(errorOf(response)).toBe('invalid_request')
})

test('a confidential device authenticates as at the token endpoint (RFC 8628 §3.1)', async () => {
  const url = example.metadata.device_authorization_endpoint
  const response = await post(example.server.handle, url, {}, basic('printer', 'printer-secret'))
  expect(response.status).toBe(200)
})

test('the person enters the code, signs in and allows; the next poll brings the tokens, once (RFC 8628 §3.3, §3.4)', async () => {
  const codes = await obtainCodes(example, { scope: 'openid offline_access notes.read' })
  expect(errorOf(await poll(example, codes.device_code))).toBe('authorization_pending')
  const done = await decide(example, codes)
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('Your device is connected')])
  const response = await poll(example, codes.device_code)
  expect(header(response, 'cache-control')).toBe('no-store')
  const tokens = tokensOf(response)
  expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: 'user-1', client_id: 'tv' })
  expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: 'user-1', aud: 'tv' })
  expect(await isActive(example, tokens.access_token)).toBe(true)
  const refreshed = await refresh(example, tokens.refresh_token, { client_id: 'tv', client_secret: '' })
  expect(tokensOf(refreshed).scope).toBe('openid offline_access notes.read')
  expect(errorOf(await poll(example, codes.device_code))).toBe('invalid_grant')
})

test('of two polls at once, one gets the tokens (RFC 8628 §3.4)', async () => {
  const codes = await obtainCodes(example)
  await decide(example, codes)
  const answers = await Promise.all([poll(example, codes.device_code), poll(example, codes.device_code)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
})

test.each([
  ['small letters', (code: string) => code.toLowerCase()],
  ['no separator', (code: string) => code.replace('-', '')],
  ['spaces and dots', (code: string) => ` ${code.replace('-', ' . ')} `],
])('takes a user code with %s (RFC 8628 §6.1)', async (_, typed) => {
  const codes = await obtainCodes(example)
  const page = await enterCode(example.alice, codes, typed(codes.user_code))
  expect(page.html).toContain(codes.user_code)
})

test('user codes of digits, where the policy says so (RFC 8628 §6.1)', async () => {
  example = await startDevices({ device: { userCodeAlphabet: 'digits' } })
  const codes = await obtainCodes(example)
  expect(codes.user_code).toMatch(/^\d{3}-\d{3}-\d{3}$/)
  await decide(example, codes)
  expect((await poll(example, codes.device_code)).status).toBe(200)
})

test('with the code in the address nothing is typed, but the person still compares and allows (RFC 8628 §3.3.1)', async () => {
  const codes = await obtainCodes(example)
  const consent = await passSignIn(example.alice, await example.alice.visit(codes.verification_uri_complete))
  expect(consent.html).toContain(`<strong class="user-code">${codes.user_code}</strong>`)
  expect(errorOf(await poll(example, codes.device_code))).toBe('authorization_pending')
  await example.alice.submit(consent, {}, /^Allow$/)
  expect((await poll(example, codes.device_code)).status).toBe(200)
})

test('asks a signed-in person again for every device, also after a consent (RFC 8628 §5.4)', async () => {
  await decide(example, await obtainCodes(example))
  const codes = await obtainCodes(example)
  const page = await example.alice.visit(codes.verification_uri_complete)
  expect(page.html).toContain('id="consent"')
  expect(errorOf(await poll(example, codes.device_code))).toBe('authorization_pending')
})

/** The example as it is called from an IP address; without one its transport does not tell. */
function from(address: string | undefined, { server, ...rest }: Example): Example {
  const handle: HttpHandler = (request) =>
    server.handle({ ...request, ...(address !== undefined && { clientAddress: address }) })
  return { ...rest, server: { ...server, handle }, alice: createUserAgent('https://as.example', handle) }
}

test.each([
  ['connects a device in the network of the person', '198.51.100.7', '198.51.100.7', undefined],
  ['refuses a device in another network, for good', '203.0.113.66', '198.51.100.7', 'access_denied'],
  ['refuses a device whose network nobody knows', undefined, undefined, 'access_denied'],
])('where the policy wants one network: %s (RFC 8628 §5.4)', async (_, device, person, error) => {
  const strict = await startDevices({ device: { network: 'same' } })
  const codes = await obtainCodes(from(device, strict))
  await decide(from(person, strict), codes)
  strict.clock.elapsedSeconds += 5
  expect(errorOf(await poll(from(device, strict), codes.device_code))).toBe(error)
})

test('looks at no address where the policy does not say so (RFC 8628 §5.4)', async () => {
  const codes = await obtainCodes(from('203.0.113.66', example))
  await decide(from('198.51.100.7', example), codes)
  expect((await poll(example, codes.device_code)).status).toBe(200)
})

test('a denial reaches the device as access_denied (RFC 8628 §3.5)', async () => {
  const codes = await obtainCodes(example)
  expect((await decide(example, codes, 'Deny')).html).toContain('Your device is not connected')
  const response = await poll(example, codes.device_code)
  expect([response.status, errorOf(response)]).toEqual([400, 'access_denied'])
})

test('a poll before the interval is over gets slow_down, and each one makes it 5 seconds longer (RFC 8628 §3.5)', async () => {
  const { device_code } = await obtainCodes(example)
  const after = async (seconds: number) => {
    example.clock.elapsedSeconds += seconds
    return errorOf(await poll(example, device_code))
  }
  expect(await after(0)).toBe('authorization_pending')
  expect(await after(5)).toBe('authorization_pending')
  expect(await after(4)).toBe('slow_down')
  expect(await after(9)).toBe('slow_down')
  expect(await after(14)).toBe('slow_down')
  expect(await after(20)).toBe('authorization_pending')
  expect(example.server.snapshot().polled_requests).toMatchObject([{ id: 'device_code-1', interval: 20 }])
})

test('a decision is told at once, however fast the device polls (RFC 8628 §3.5)', async () => {
  const codes = await obtainCodes(example)
  await poll(example, codes.device_code)
  await decide(example, codes)
  expect((await poll(example, codes.device_code)).status).toBe(200)
})

test('a device code that is over gets expired_token, allowed or not (RFC 8628 §3.5)', async () => {
  const [pending, allowed] = [await obtainCodes(example), await obtainCodes(example)]
  await decide(example, allowed)
  example.clock.elapsedSeconds += 600
  for (const { device_code } of [pending, allowed]) {
    expect(errorOf(await poll(example, device_code))).toBe('expired_token')
  }
})

test('forgets a device code an hour after it was over, and not before (policy)', async () => {
  const { device_code } = await obtainCodes(example)
  example.clock.elapsedSeconds += 600 + 3599
  expect(errorOf(await poll(example, device_code))).toBe('expired_token')
  example.clock.elapsedSeconds += 60
  await obtainCodes(example)
  expect(errorOf(await poll(example, device_code))).toBe('invalid_grant')
  expect(example.server.snapshot().polled_requests).toHaveLength(1)
})

test.each([
  ['no device code', { device_code: '' }, 'invalid_request'],
  ['an unknown device code', { device_code: 'unknown' }, 'invalid_grant'],
  ['the device code of another client', { client_id: 'other-tv' }, 'invalid_grant'],
  ['a client that is not registered for the grant', { client_id: 'spa' }, 'unauthorized_client'],
])('refuses a poll with %s (RFC 8628 §3.4)', async (_, parameters, error) => {
  const { device_code } = await obtainCodes(example)
  expect(errorOf(await poll(example, device_code, parameters))).toBe(error)
})

test('a user code is worth nothing once it was used, or is too old (RFC 8628 §3.3)', async () => {
  const used = await obtainCodes(example)
  await decide(example, used)
  expect((await enterCode(example.alice, used, used.user_code)).status).toBe(400)
  const old = await obtainCodes(example)
  example.clock.elapsedSeconds += 600
  expect((await enterCode(example.alice, old, old.user_code)).html).toContain('No device waits under this code')
})

test('a person who takes too long connects nothing (RFC 8628 §3.3)', async () => {
  example = await startDevices({ lifetimes: { device_code: 30 } })
  const codes = await obtainCodes(example)
  const consent = await enterCode(example.alice, codes, codes.user_code)
  example.clock.elapsedSeconds += 30
  const late = await example.alice.submit(consent, {}, /^Allow$/)
  expect([late.status, late.html]).toEqual([400, expect.stringContaining('nothing was connected')])
  expect(errorOf(await poll(example, codes.device_code))).toBe('expired_token')
})

test('after too many wrong codes the right one is refused too, until the window is over (RFC 8628 §5.1)', async () => {
  const codes = await obtainCodes(example)
  for (let guess = 0; guess < 10; guess++) {
    // Each guess from a browser of its own: cookies are no limit.
    const guesser = createUserAgent(example.server.issuer, example.server.handle)
    expect((await enterCode(guesser, codes, 'BBBB-BBBB')).status).toBe(400)
  }
  expect((await enterCode(example.alice, codes, codes.user_code)).status).toBe(429)
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'user_code_guesses', passed: false }))
  example.clock.elapsedSeconds += 300
  expect((await enterCode(example.alice, codes, codes.user_code)).html).toContain('id="consent"')
})

test('tells neither code in notes or snapshots (policy)', async () => {
  const codes = await obtainCodes(example)
  await decide(example, codes)
  await poll(example, codes.device_code)
  const told = JSON.stringify([notes, example.server.snapshot()])
  expect(told).not.toContain(codes.device_code)
  expect(told).not.toContain(codes.user_code)
})

test('a device is refused tokens that were allowed in a session which has ended (policy)', async () => {
  const codes = await obtainCodes(example)
  await decide(example, codes)
  await example.server.revokeSessions('user-1', 'the operator ended it')
  expect(errorOf(await poll(example, codes.device_code))).toBe('invalid_grant')
})
