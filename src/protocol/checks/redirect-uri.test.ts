import { expect, test } from 'vitest'
import { createEnvironment, type Note } from '../environment.ts'
import { resolveClient } from '../state/config.ts'
import { acceptsPostLogoutRedirectUri, checkRedirectUri, checkSameRedirectUri } from './redirect-uri.ts'

const registered = 'https://app.example/callback'
const web = resolveClient({
  client_id: 'app',
  redirect_uris: ['https://other.example/', registered],
  post_logout_redirect_uris: ['https://app.example/bye'],
})
const loopback = ['http://127.0.0.1/cb', 'http://[::1]:4000/cb']
const native = resolveClient({ client_id: 'cli', application_type: 'native', redirect_uris: loopback })
const silent = createEnvironment()

test('accepts the registered redirect URI (RFC 9700 §2.1)', () => {
  expect(checkRedirectUri(registered, web, silent)).toBe(registered)
})

test.each([
  ['a trailing slash', 'https://app.example/callback/'],
  ['another case', 'https://app.example/Callback'],
  ['an upper-case host', 'https://APP.example/callback'],
  ['an extra query', 'https://app.example/callback?x=1'],
  ['a port', 'https://app.example:443/callback'],
  ['another scheme', 'http://app.example/callback'],
  ['a fragment', 'https://app.example/callback#x'],
  ['a subdomain', 'https://a.app.example/callback'],
  ['userinfo', 'https://app.example@evil.example/callback'],
  ['an encoded slash', 'https://app.example/%63allback'],
  ['white space', 'https://app.example/callback '],
])('refuses a redirect URI that differs by %s (RFC 9700 §2.1)', (_, uri) => {
  expect(() => checkRedirectUri(uri, web, silent)).toThrow(expect.objectContaining({ code: 'invalid_request' }))
})

test.each([
  ['policy', [registered]],
  ['RFC 6749 §3.1.2.3', [registered, `${registered}/other`]],
])('refuses a missing redirect URI (%s)', (clause, redirect_uris) => {
  const notes: Note[] = []
  const environment = createEnvironment({ note: (note) => notes.push(note) })
  expect(() => checkRedirectUri(undefined, { ...web, redirect_uris }, environment)).toThrow('missing')
  expect(notes).toMatchObject([{ rule: 'redirect_uri', passed: false, clause }])
})

test('compares what was sent with the registered URI that is closest (policy)', () => {
  const notes: Note[] = []
  const environment = createEnvironment({ note: (note) => notes.push(note) })
  expect(() => checkRedirectUri(`${registered}/`, web, environment)).toThrow()
  expect(notes).toMatchObject([{ rule: 'redirect_uri', passed: false, sent: `${registered}/`, expected: registered }])
})

test.each(['http://127.0.0.1:51004/cb', 'http://127.0.0.1/cb', 'http://[::1]:9/cb'])(
  'lets a native app choose the port of its loopback address: %s (RFC 8252 §7.3)',
  (uri) => {
    expect(checkRedirectUri(uri, native, silent)).toBe(uri)
  },
)

test.each([
  'http://127.0.0.1:51004/other',
  'http://127.0.0.1:51004@evil.example/cb',
  'http://localhost:51004/cb',
  'https://127.0.0.1:51004/cb',
  'http://127.0.0.1.evil.example/cb',
])('frees nothing but the port of the loopback address: %s (RFC 8252 §7.3)', (uri) => {
  expect(() => checkRedirectUri(uri, native, silent)).toThrow()
})

test('keeps the port of a web client as registered (RFC 8252 §7.3)', () => {
  const client = resolveClient({ client_id: 'spa', redirect_uris: loopback })
  expect(() => checkRedirectUri('http://127.0.0.1:51004/cb', client, silent)).toThrow()
})

test('refuses another redirect URI at the token endpoint with invalid_grant (RFC 6749 §4.1.3)', () => {
  expect(() =>
    checkSameRedirectUri(`${registered}/`, { bound: registered, client: web, matching: 'exact' }, silent),
  ).toThrow(expect.objectContaining({ code: 'invalid_grant' }))
})

test('accepts a post_logout_redirect_uri by exact match only (OpenID Connect RP-Initiated Logout §3)', () => {
  expect(acceptsPostLogoutRedirectUri('https://app.example/bye', web, silent)).toBe(true)
  expect(acceptsPostLogoutRedirectUri('https://app.example/bye/', web, silent)).toBe(false)
})
