import { expect, test } from 'vitest'
import { type HttpResponse, header, parseForm, serialiseForm } from '../../../http/index.ts'
import { CHALLENGE, type Example, REDIRECT_URI, startExample } from '../../conformance/example-server.fixture.ts'

const example = await startExample()
const request = {
  response_type: 'code',
  client_id: 'spa',
  redirect_uri: REDIRECT_URI,
  scope: 'openid notes.read',
  state: 'state-1',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
}

/** Sends an authorization request; `undefined` removes a parameter of the usual one. */
function authorize(changes: Record<string, string | undefined>, { suffix = '', on = example as Example } = {}) {
  const fields = Object.entries({ ...request, ...changes }).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )
  const url = `${on.server.issuer}/authorize?${serialiseForm(fields)}${suffix}`
  return on.server.handle({ method: 'GET', url, headers: [], body: '' })
}

function callback(response: HttpResponse) {
  return Object.fromEntries(parseForm(new URL(header(response, 'location') ?? 'about:blank').search))
}

test.each([
  ['an unknown client_id', { client_id: 'nobody' }, ''],
  ['a missing client_id', { client_id: undefined }, ''],
  ['a missing redirect_uri', { redirect_uri: undefined }, ''],
  ['an empty redirect_uri', { redirect_uri: '' }, ''],
  ['another redirect_uri', { redirect_uri: `${REDIRECT_URI}/` }, ''],
  ['a repeated redirect_uri', {}, '&redirect_uri=https://evil.example/'],
  ['a repeated client_id', {}, '&client_id=other'],
])('answers %s with a 400 page and never a redirect (RFC 6749 §4.1.2.1)', async (_, changes, suffix) => {
  const response = await authorize(changes, { suffix })
  expect(response.status).toBe(400)
  expect(header(response, 'location')).toBeUndefined()
  expect(response.body).toContain('role="alert"')
})

test.each([
  ['invalid_request', 'a missing response_type', { response_type: undefined }],
  ['invalid_scope', 'a scope that is not registered', { scope: 'openid admin' }],
  ['invalid_request', 'a missing challenge', { code_challenge: undefined, code_challenge_method: undefined }],
  ['invalid_request', 'prompt none with another', { prompt: 'none login' }],
  ['invalid_request', 'an unknown prompt', { prompt: 'create' }],
  ['invalid_request', 'a max_age that is no number', { max_age: 'soon' }],
  ['invalid_request', 'a negative max_age', { max_age: '-1' }],
  ['invalid_request', 'an unknown response_mode', { response_mode: 'web_message' }],
  ['invalid_request', 'a hint that is no ID Token', { id_token_hint: 'x.y.z' }],
  ['request_not_supported', 'a request object', { request: 'x' }],
  ['request_uri_not_supported', 'a request_uri', { request_uri: 'urn:x' }],
  ['registration_not_supported', 'a registration', { registration: '{}' }],
  ['unmet_authentication_requirements', 'acr_values out of reach', { acr_values: 'urn:example:gold' }],
  ['login_required', 'prompt=none without a session', { prompt: 'none' }],
])('redirects %s for %s, with state and iss (RFC 6749 §4.1.2.1, RFC 9207 §2)', async (error, _, changes) => {
  const response = await authorize(changes)
  expect(response.status).toBe(303)
  expect(callback(response)).toMatchObject({ error, state: 'state-1', iss: example.server.issuer })
})

test('redirects invalid_request for a repeated parameter (RFC 6749 §3.1)', async () => {
  const answer = callback(await authorize({}, { suffix: '&scope=openid' }))
  expect(answer).toMatchObject({ error: 'invalid_request', state: 'state-1' })
})

test('redirects unauthorized_client for a client without the grant (RFC 6749 §4.1.2.1)', async () => {
  const clients = [{ client_id: 'spa', redirect_uris: [REDIRECT_URI], grant_types: ['refresh_token'] }]
  const other = await startExample({ clients })
  expect(callback(await authorize({}, { on: other }))).toMatchObject({ error: 'unauthorized_client' })
})

test('redirects server_error when something breaks inside (RFC 6749 §4.1.2.1)', async () => {
  const randomBytes = () => {
    throw new Error('no entropy')
  }
  const broken = await startExample({}, { randomBytes })
  expect(callback(await authorize({}, { on: broken }))).toMatchObject({ error: 'server_error', state: 'state-1' })
})

test('sends errors in the requested response mode (OAuth 2.0 Multiple Response Types §2.1)', async () => {
  const inFragment = await authorize({ response_mode: 'fragment', scope: 'admin' })
  expect(header(inFragment, 'location')).toMatch(/callback#error=invalid_scope/)
  const inForm = await authorize({ response_mode: 'form_post', scope: 'admin' })
  expect(inForm.status).toBe(200)
  expect(inForm.body).toContain('name="error" value="invalid_scope"')
})

test('escapes what a client sent when a page repeats it', async () => {
  const response = await authorize({ response_mode: 'form_post', scope: 'admin', state: '"><script>' })
  expect(response.body).not.toContain('<script>')
  expect(response.body).toContain('&#34;&#62;&#60;script&#62;')
})

test('prefills the username from login_hint (OpenID Connect Core §3.1.2.1)', async () => {
  const response = await authorize({ login_hint: 'ali"ce' })
  expect(response.body).toContain('value="ali&#34;ce"')
})

test('ignores parameters that it does not know (RFC 6749 §3.1)', async () => {
  expect((await authorize({ audience: 'x', __proto__x: 'y', constructor: 'z' })).status).toBe(200)
})

test('pages carry no script, may not be framed and are not stored (RFC 9700 §4.16)', async () => {
  const response = await authorize({})
  expect(response.body).toMatch(/^<!doctype html>/)
  expect(response.body).not.toContain('<script')
  expect(header(response, 'content-security-policy')).toContain("frame-ancestors 'none'")
  expect(header(response, 'cache-control')).toBe('no-store')
})
