import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HttpRequest, html, json, redirect } from '../http/index.ts'
import { LABEL_LENGTH, messageColumns, requestLabel, responseLabel, shorten } from './labels.ts'

const AS = 'https://auth.example'

function get(url: string, headers: HttpRequest['headers'] = []): HttpRequest {
  return { method: 'GET', url, headers, body: '' }
}

function post(url: string, body: string): HttpRequest {
  return { method: 'POST', url, headers: [['content-type', 'application/x-www-form-urlencoded']], body }
}

test('names the grant of a token request, and no secret even in the whole text', () => {
  const request = post(`${AS}/token`, 'grant_type=authorization_code&code=c-123&code_verifier=v-456&client_id=spa')
  expect(requestLabel(request)).toEqual({
    label: 'POST /token grant_type=authorization_code',
    text: 'POST https://auth.example/token grant_type=authorization_code code… code_verifier… client_id=spa',
  })
})

test('names a grant with a long name by its last part', () => {
  const request = post(
    `${AS}/token`,
    'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d-1',
  )
  expect(requestLabel(request).label).toBe('POST /token grant_type=…:device_code')
})

test('says what a newer grant is, without what all of their names begin with', () => {
  const body = 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=s-123'
  expect(requestLabel(post(`${AS}/token`, body)).label).toBe('POST /token grant_type=…:token-exchange')
  expect(requestLabel(post(`${AS}/token`, body)).text).toContain('subject_token…')
})

test('says that an authorization request carries a challenge and a state, not what they are', () => {
  const request = get(
    `${AS}/authorize?response_type=code&client_id=spa&state=xyz&code_challenge=E9Mel&code_challenge_method=S256`,
  )
  expect(requestLabel(request).label).toBe('GET /authorize code_challenge… state…')
  expect(requestLabel(request).text).toContain('code_challenge_method=S256')
})

test('shows the prompt before anything else', () => {
  expect(requestLabel(get(`${AS}/authorize?state=xyz&prompt=none`)).label).toBe('GET /authorize prompt=none state…')
})

test('says how a request is authorised, never with what', () => {
  const { label, text } = requestLabel(get('https://api.example/photos', [['authorization', 'Bearer secret-token']]))
  expect(label).toBe('GET /photos Authorization: Bearer')
  expect(text).not.toContain('secret-token')
})

test('leaves a password out of every text', () => {
  const { label, text } = requestLabel(post(`${AS}/login`, 'username=ada&password=hunter2'))
  expect(label).toBe('POST /login username=ada')
  expect(text).toContain('password…')
  expect(text).not.toContain('hunter2')
})

test('says what a preflight asks leave for (Fetch §4.8)', () => {
  const request = {
    ...get('https://api.example/photos', [['access-control-request-method', 'GET']]),
    method: 'OPTIONS',
  }
  expect(requestLabel(request).label).toBe('OPTIONS /photos preflight for GET')
})

test('names the tokens in an answer and leaves its other members out', () => {
  const response = json(200, { access_token: 'a', token_type: 'Bearer', expires_in: 300, refresh_token: 'r' })
  expect(responseLabel(post(`${AS}/token`, ''), response).label).toBe('200 OK access_token, refresh_token')
})

test('names the error code of a JSON answer (RFC 6749 §5.2)', () => {
  const response = json(400, { error: 'invalid_grant', error_description: 'The code was used.' })
  expect(responseLabel(post(`${AS}/token`, ''), response).label).toBe('400 invalid_grant')
})

test('names the error code of a challenge (RFC 6750 §3)', () => {
  const response = json(401, {}, [['www-authenticate', 'Bearer realm="api", error="invalid_token"']])
  expect(responseLabel(get('https://api.example/photos'), response).label).toBe('401 invalid_token')
})

test('keeps the reason of a challenge without an error code (RFC 6750 §3.1)', () => {
  const response = json(401, {}, [['www-authenticate', 'Bearer realm="api"']])
  expect(responseLabel(get('https://api.example/photos'), response).label).toBe('401 Unauthorized')
})

test('shows where a redirect leads and what it carries', () => {
  const request = get(`${AS}/authorize`)
  expect(responseLabel(request, redirect('https://app.example/callback?code=abc&state=xyz&iss=x'))).toEqual({
    label: '303 → /callback?code…&state…',
    text: '303 → https://app.example/callback?code…&state…&iss=x',
  })
  expect(responseLabel(request, redirect('https://app.example/callback?error=access_denied&state=xyz')).label).toBe(
    '303 → /callback?error=access_denied&state…',
  )
  expect(responseLabel(request, redirect('/login')).label).toBe('303 → /login')
})

test('reads the parameters of a redirect from its fragment (RFC 6749 §4.2.2)', () => {
  const response = redirect('https://app.example/callback#access_token=abc&state=xyz', [], 302)
  expect(responseLabel(get(`${AS}/authorize`), response).label).toBe('302 → /callback#access_token…&state…')
})

test('shows the title of a page', () => {
  const response = html(200, '<!doctype html><html><head><title>Sign in</title></head></html>')
  expect(responseLabel(get(`${AS}/login`), response).label).toBe('200 OK “Sign in”')
})

test('says whether an introspected token is active (RFC 7662 §2.2)', () => {
  expect(responseLabel(post(`${AS}/introspect`, ''), json(200, { active: false })).label).toBe('200 OK active: false')
})

test('takes messages apart for a table: what anybody may read is spelled out, what is secret is named', () => {
  const ends = { gate: 'a#1', exchange: 'a#1', from: 'app', to: 'auth', purpose: 'fetch' } as const
  const request = get(
    `${AS}/authorize?redirect_uri=https://app.example/callback&state=xyz&ticket=${'a1'.repeat(20)}&prompt=login`,
  )
  expect(messageColumns({ ...ends, direction: 'request', request })).toEqual({
    method: 'GET',
    path: '/authorize',
    parameters: ['redirect_uri=https://app.example/callback', 'state…', 'ticket…', 'prompt=login'],
  })
  const response = redirect('https://app.example/callback?code=c-1&iss=https://auth.example')
  expect(messageColumns({ ...ends, direction: 'response', request, response })).toEqual({
    method: String(response.status),
    path: '/callback',
    parameters: ['code…', 'iss=https://auth.example'],
  })
  expect(
    messageColumns({ ...ends, direction: 'response', request, response: json(400, { error: 'invalid_grant' }) }),
  ).toEqual({ method: '400 invalid_grant', path: '', parameters: [] })
})

test('never cuts a surrogate pair in two', () => {
  const cut = shorten(`${'a'.repeat(LABEL_LENGTH - 2)}😀😀`)
  expect(cut).toBe(`${'a'.repeat(LABEL_LENGTH - 2)}…`)
})

test('keeps every label on one line of at most 44 characters, whatever is sent', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 })
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 100, max: 599 }), (name, value, body, status) => {
      const request = get(`${AS}/${encodeURIComponent(name)}?${new URLSearchParams([[name, value]])}`)
      const response = {
        status,
        headers: [
          ['location', value],
          ['content-type', 'application/json'],
        ] as const,
        body,
      }
      for (const { label, text: whole } of [requestLabel(request), responseLabel(request, response)]) {
        expect(label.length).toBeLessThanOrEqual(LABEL_LENGTH)
        expect(label).not.toMatch(/[\n\r]/)
        expect(whole).not.toMatch(/[\n\r]/)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['/token', 'grant_type=authorization_code', 'POST /token grant_type=authorization_code'],
  ['/oauth/token', 'grant_type=refresh_token', 'POST /oauth/token grant_type=refresh_token'],
  ['/oauth/token', 'grant_type=authorization_code', 'POST /oauth/token authorization_code'],
  ['/realms/demo/protocol/openid-connect/token', 'grant_type=refresh_token', 'POST /realms/…/token refresh_token'],
  ['/realms/demo/protocol/openid-connect/certs', '', 'POST /realms/…/certs'],
  [`/${'x'.repeat(30)}/oauth/token`, 'grant_type=refresh_token', 'POST /…/token grant_type=refresh_token'],
])('a request to %s with %s is called “%s”', (path, body, label) => {
  const headers = [['content-type', 'application/x-www-form-urlencoded']] as const
  expect(requestLabel({ method: 'POST', url: `https://auth.example${path}`, headers, body }).label).toBe(label)
})
