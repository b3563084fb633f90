/** The authorization endpoint, seen from outside: which mistakes come back on the redirect, and which must never redirect. */
import { expect, test } from 'vitest'
import { header, parseForm, serialiseForm } from '../../http/index.ts'
import {
  authorizationUrl,
  CHALLENGE,
  callbackParameters,
  type Example,
  REDIRECT_URI,
  signIn,
  startExample,
} from './example-server.fixture.ts'
import { createUserAgent, readForm } from './user-agent.fixture.ts'

const example = await startExample()
const issuer = example.server.issuer
await signIn(example.alice, authorizationUrl(example))

function request(url: string) {
  return example.server.handle({ method: 'GET', url, headers: [['accept', 'text/html']], body: '' })
}

function without(name: string, from: Example = example): string {
  const url = new URL(authorizationUrl(from))
  url.searchParams.delete(name)
  return url.href
}

const onRedirect: readonly (readonly [clause: string, error: string, url: string])[] = [
  ['RFC 6749 §4.1.2.1', 'invalid_request', without('response_type')],
  ['RFC 6749 §4.1.2.1', 'unsupported_response_type', authorizationUrl(example, { response_type: 'device' })],
  ['RFC 6749 §4.1.2.1', 'invalid_scope', authorizationUrl(example, { scope: 'openid unknown' })],
  ['RFC 6749 §3.1', 'invalid_request', `${authorizationUrl(example)}&nonce=again`],
  ['RFC 6749 §3.1', 'invalid_request', `${authorizationUrl(example)}&scope=openid`],
  ['RFC 7636 §4.4.1', 'invalid_request', without('code_challenge')],
  ['RFC 7636 §4.3', 'invalid_request', authorizationUrl(example, { code_challenge_method: 'plain' })],
  ['RFC 7636 §4.3', 'invalid_request', without('code_challenge_method')],
  ['RFC 7636 §4.2', 'invalid_request', authorizationUrl(example, { code_challenge: CHALLENGE.slice(1) })],
  ['RFC 7636 §4.2', 'invalid_request', authorizationUrl(example, { code_challenge: `${CHALLENGE}=` })],
  ['OpenID Connect Core §3.1.2.1', 'invalid_request', authorizationUrl(example, { prompt: 'none login' })],
  ['OpenID Connect Core §3.1.2.1', 'invalid_request', authorizationUrl(example, { prompt: 'dance' })],
  ['OpenID Connect Core §3.1.2.1', 'invalid_request', authorizationUrl(example, { max_age: 'soon' })],
  ['OpenID Connect Core §3.1.2.1', 'invalid_request', authorizationUrl(example, { max_age: '-1' })],
  ['OpenID Connect Core §3.1.2.6', 'login_required', authorizationUrl(example, { prompt: 'none' })],
  ['OpenID Connect Core §3.1.2.6', 'request_not_supported', authorizationUrl(example, { request: 'a.b.' })],
  ['OpenID Connect Core §3.1.2.6', 'request_uri_not_supported', authorizationUrl(example, { request_uri: 'urn:x' })],
]

for (const [clause, error, url] of onRedirect) {
  test(`answers ${error} on the redirect, with state and iss: ${describe(url)} (${clause}, RFC 9207 §2)`, async () => {
    const response = await request(url)
    const location = header(response, 'location') ?? ''
    expect([302, 303]).toContain(response.status)
    expect(location.startsWith(`${REDIRECT_URI}?`)).toBe(true)
    const parameters = Object.fromEntries(parseForm(new URL(location).search))
    expect(parameters).toMatchObject({ error, state: 'state-1', iss: issuer, error_description: expect.any(String) })
    expect(parameters.code).toBeUndefined()
  })
}

/** What makes a URL differ from the good one. */
function describe(url: string): string {
  const good = new URL(authorizationUrl(example)).searchParams
  const bad = new URL(url).searchParams
  const changed = [...bad].filter(([name, value]) => good.get(name) !== value || bad.getAll(name).length > 1)
  const missing = [...good.keys()].filter((name) => !bad.has(name)).map((name) => `no ${name}`)
  return [...changed.map(([name, value]) => `${name}=${value}`), ...missing].join(' ') || 'as it should be'
}

const neverRedirected: readonly (readonly [what: string, url: string])[] = [
  ['no client_id', without('client_id')],
  ['an unknown client', authorizationUrl(example, { client_id: 'nobody' })],
  ['a name out of the prototype', authorizationUrl(example, { client_id: '__proto__' })],
  ['no redirect_uri', without('redirect_uri')],
  ['a trailing slash', authorizationUrl(example, { redirect_uri: `${REDIRECT_URI}/` })],
  ['another case', authorizationUrl(example, { redirect_uri: REDIRECT_URI.replace('callback', 'Callback') })],
  ['an extra query', authorizationUrl(example, { redirect_uri: `${REDIRECT_URI}?a=b` })],
  ['another port', authorizationUrl(example, { redirect_uri: 'https://app.example:8443/callback' })],
  ['a default port', authorizationUrl(example, { redirect_uri: 'https://app.example:443/callback' })],
  ['another scheme', authorizationUrl(example, { redirect_uri: 'http://app.example/callback' })],
  ['a dot segment', authorizationUrl(example, { redirect_uri: 'https://app.example/x/../callback' })],
  ['a stranger', authorizationUrl(example, { redirect_uri: 'https://evil.example/callback' })],
  ['a script', authorizationUrl(example, { redirect_uri: 'javascript:alert(1)' })],
  ['two redirect URIs', `${authorizationUrl(example)}&redirect_uri=https%3A%2F%2Fevil.example%2F`],
  ['two client ids', `${authorizationUrl(example)}&client_id=nobody`],
]

for (const [what, url] of neverRedirected) {
  test(`shows a page and never redirects for ${what} (RFC 6749 §4.1.2.1, RFC 9700 §2.1)`, async () => {
    const response = await request(url)
    expect(response.status).toBe(400)
    expect(header(response, 'location')).toBeUndefined()
    expect(header(response, 'content-type')).toMatch(/^text\/html/)
    expect(response.body).not.toContain('<script')
    expect(response.body).not.toContain('href="javascript:')
  })
}

test('lets a native app choose its loopback port and nothing else (RFC 8252 §7.3)', async () => {
  const native = await startExample({
    clients: [
      {
        client_id: 'native',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/callback', 'com.example.app:/callback'],
        scope: 'openid',
      },
    ],
  })
  const ask = async (redirect_uri: string) => {
    const url = authorizationUrl(native, { client_id: 'native', scope: 'openid', redirect_uri })
    return (await createUserAgent(native.server.issuer, native.server.handle).visit(url)).status
  }
  expect(await ask('http://127.0.0.1:49152/callback')).toBe(200)
  expect(await ask('com.example.app:/callback')).toBe(200)
  expect(await ask('http://127.0.0.1:49152/other')).toBe(400)
  expect(await ask('http://127.0.0.2:49152/callback')).toBe(400)
  expect(await ask('http://localhost:49152/callback')).toBe(400)
  expect(await ask('https://127.0.0.1:49152/callback')).toBe(400)
})

test('hands the response over in each mode it supports (OAuth 2.0 Multiple Response Types §2.1, OAuth 2.0 Form Post Response Mode §2)', async () => {
  const fragment = await signIn(example.alice, authorizationUrl(example, { response_mode: 'fragment' }))
  const { hash, search } = new URL(fragment.url)
  expect(search).toBe('')
  expect(Object.fromEntries(parseForm(hash.slice(1)))).toMatchObject({
    code: expect.any(String),
    state: 'state-1',
    iss: issuer,
  })
  const page = await example.alice.visit(authorizationUrl(example, { response_mode: 'form_post' }))
  const form = readForm(page)
  expect(form).toMatchObject({ method: 'POST', action: REDIRECT_URI })
  expect(form.fields).toMatchObject({ code: expect.any(String), state: 'state-1', iss: issuer })
})

test('accepts the request by POST as well (OpenID Connect Core §3.1.2.1)', async () => {
  const url = new URL(authorizationUrl(example))
  const response = await example.server.handle({
    method: 'POST',
    url: url.origin + url.pathname,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: serialiseForm([...url.searchParams]),
  })
  expect(response.status).toBe(200)
  expect(response.body).toContain('name="password"')
})

test('signs in silently with prompt=none once session and consent are there (OpenID Connect Core §3.1.2.1)', async () => {
  const silent = await example.alice.visit(authorizationUrl(example, { prompt: 'none' }))
  expect(callbackParameters(silent)).toMatchObject({ code: expect.any(String), state: 'state-1', iss: issuer })
  const wider = await example.alice.visit(authorizationUrl(example, { prompt: 'none', scope: 'openid email' }))
  expect(callbackParameters(wider)).toMatchObject({ error: 'consent_required' })
})

test('asks for what prompt and max_age demand, once (OpenID Connect Core §3.1.2.1)', async () => {
  const asked = async (parameters: Record<string, string>) =>
    (await example.alice.visit(authorizationUrl(example, parameters))).html
  expect(await asked({ prompt: 'login' })).toContain('name="password"')
  expect(await asked({ prompt: 'consent' })).toContain('value="deny"')
  expect(await asked({ prompt: 'select_account' })).toContain('<form')
  expect(await asked({ max_age: '0' })).toContain('name="password"')
  expect(await asked({ max_age: '60' })).toBe('')
  example.clock.elapsedSeconds += 61
  expect(await asked({ max_age: '60' })).toContain('name="password"')
  const again = await signIn(example.alice, authorizationUrl(example, { prompt: 'login', max_age: '0' }))
  expect(callbackParameters(again).code).toBeDefined()
})

test('says so when it cannot authenticate as strongly as asked (RFC 9470 §5)', async () => {
  const page = await signIn(example.alice, authorizationUrl(example, { acr_values: 'urn:example:impossible' }))
  expect(callbackParameters(page)).toMatchObject({ error: 'unmet_authentication_requirements', state: 'state-1' })
})

test('ties a sign-in page to its browser: a form stolen from another one is refused (RFC 6749 §10.12)', async () => {
  const attacker = createUserAgent(issuer, example.server.handle)
  const victim = createUserAgent(issuer, example.server.handle)
  const login = await attacker.visit(authorizationUrl(example))
  const page = await victim.submit(login, { username: 'alice', password: 'wonderland' })
  expect(page.status).toBe(400)
  expect(victim.cookies().size).toBe(0)
})

test('renews the session cookie at each sign-in and keeps it from scripts and other sites (RFC 6265bis §8)', async () => {
  const browser = createUserAgent(issuer, example.server.handle)
  const login = await browser.visit(authorizationUrl(example))
  const before = new Set(browser.cookies().values())
  const { fields, action } = readForm(login)
  const response = await example.server.handle({
    method: 'POST',
    url: action,
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['cookie', [...browser.cookies()].map((pair) => pair.join('=')).join('; ')],
    ],
    body: serialiseForm(Object.entries({ ...fields, username: 'alice', password: 'wonderland' })),
  })
  const session = response.headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line)
  expect(session.length).toBeGreaterThan(0)
  for (const line of session) {
    expect(line).toMatch(/HttpOnly/)
    expect(line).toMatch(/SameSite=Lax/)
    expect(line).toMatch(/^__Host-.*Secure/)
  }
  expect(session.some((line) => !before.has(line.split(/[=;]/)[1] ?? ''))).toBe(true)
})
