/** What is said of a recording in which no rule is broken, or which is no OAuth. */
import { expect, test } from 'vitest'
import { authorization, callback, discovery, GOOD_LOGIN, reportOn, type SampleEntry } from './sample-har.fixture.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const saml: SampleEntry = {
  url: 'https://login.example/saml2?SAMLRequest=nVLLbtswELz3Kwze&RelayState=r',
  type: 'document',
}
const telemetry: SampleEntry = {
  method: 'OPTIONS',
  url: 'https://events.telemetry.example/collect/?cors=true&client-id=none',
  headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  type: 'preflight',
}

test('a whole login leaves nothing unseen', async () => {
  expect((await reportOn(GOOD_LOGIN)).coverage).toEqual({
    protocols: [],
    seen: ['discovery', 'authorization request', 'authorization response', 'token request', 'API call'],
    unseen: [],
  })
})

test('a code that only a backend redeems: no token request was seen, and nothing is called in order', async () => {
  const { coverage, first } = await reportOn([discovery, authorization(), callback()])
  expect(first).toBeUndefined()
  expect(coverage.unseen).toEqual([
    expect.stringContaining('No token request was recorded: the backend made it'),
    expect.stringContaining('No call with a token was recorded'),
  ])
})

test.each<[SampleEntry, string, string]>([
  [saml, 'SAML request', 'SAML 2.0'],
  [{ method: 'POST', url: 'https://shop.example/acs', form: { SAMLResponse: 'PHNhbWw' } }, 'SAML response', 'SAML 2.0'],
  [
    { url: 'https://login.example/wsfed?wa=wsignin1.0&wtrealm=urn:shop', type: 'document' },
    'WS-Federation request',
    'WS-Federation',
  ],
  [
    { method: 'POST', url: 'https://shop.example/api/login', body: { email: 'a@mail.example', password: 'horse' } },
    'password sign-in',
    'a password sent to an API',
  ],
])('a sign-in of another kind is named as what it is', async (entry, kind, protocol) => {
  const { coverage, exchanges } = await reportOn([entry])
  expect(exchanges.map((exchange) => exchange.kind)).toEqual([kind])
  expect(coverage).toMatchObject({ protocols: [protocol], unseen: [] })
})

test('the password form of an authorization server is one of its pages', async () => {
  const form: SampleEntry = {
    at: 2,
    method: 'POST',
    url: 'https://login.example/login',
    form: { username: 'ada', password: 'horse' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const { exchanges } = await reportOn([authorization(), form])
  expect(exchanges.map(({ kind }) => kind)).toEqual(['authorization request', 'page'])
})

test('a preflight of telemetry is no part of a sign-in', async () => {
  const { exchanges, others } = await reportOn([saml, telemetry])
  expect(exchanges.map(({ kind }) => kind)).toEqual(['SAML request'])
  expect(others).toBe(1)
})

test('of a token request that never came the preflight is drawn, and that is said (Fetch §4.8)', async () => {
  const { exchanges, coverage } = await reportOn([
    {
      method: 'OPTIONS',
      url: 'https://login.example/token',
      headers: { 'access-control-request-method': 'POST' },
      answerHeaders: { 'access-control-allow-origin': '*' },
      type: 'preflight',
    },
  ])
  expect(exchanges.map(({ kind }) => kind)).toEqual(['preflight'])
  expect(coverage.unseen[0]).toContain('only the preflight was recorded')
})

test('a redirect with an error in its address is no sign-in by that alone', async () => {
  const advert = {
    url: 'https://ads.example/r',
    status: 302,
    answerHeaders: { location: 'https://shop.example/?code=7' },
  }
  expect(await reportOn([advert])).toMatchObject({ exchanges: [], others: 1 })
})

test.each<[string, SampleEntry]>([
  ['taken out', { method: 'POST', url: 'https://login.example/oauth2/token', headers: FORM, text: '[REDACTED]' }],
  ['JSON', { method: 'POST', url: 'https://login.example/v2', body: { grant_type: 'client_credentials' } }],
])('a token request is recognised although its form is %s', async (_, entry) => {
  const refused = { ...entry, status: 403, json: { errors: [{ code: 403 }] } }
  const { exchanges, rules } = await reportOn([refused])
  expect(exchanges.map(({ kind }) => kind)).toEqual(['token request'])
  expect(rules.find(({ id }) => id === 'token-error')?.findings).toHaveLength(1)
})

test('a call whose credentials were taken out is a call with a token', async () => {
  const { exchanges } = await reportOn([
    { url: 'https://api.example/photos', headers: { authorization: '[REDACTED]' } },
  ])
  expect(exchanges.map(({ kind }) => kind)).toEqual(['API call'])
})

/** A client that looks for metadata at two addresses, finds them at the second, and registers. */
const MCP: readonly SampleEntry[] = [
  { url: 'http://localhost:3001/.well-known/oauth-protected-resource', json: { resource: 'http://localhost:3001' } },
  { at: 1, url: 'https://login.example/.well-known/oauth-authorization-server', status: 404 },
  {
    at: 2,
    url: 'https://login.example/.well-known/openid-configuration',
    json: { issuer: 'https://login.example', registration_endpoint: 'https://login.example/clients' },
  },
  {
    at: 3,
    method: 'POST',
    url: 'https://login.example/clients',
    body: { redirect_uris: ['http://localhost:6274/oauth/callback'] },
    status: 400,
    json: { error: 'access_denied', error_description: 'Access token not valid' },
  },
]

test('a registration that is refused is what broke, not the well-known address that was tried before (RFC 7591 §3.2.2)', async () => {
  const { rules, first } = await reportOn(MCP)
  const rule = rules[first?.rule ?? -1]
  expect(rule?.id).toBe('registration-granted')
  expect(rule?.findings[0]?.fix).toContain('initial access token')
  expect(rules.filter(({ findings }) => findings.length > 0).map(({ id }) => id)).toEqual(['registration-granted'])
})

test('an error page with status 200 reaches the cause that a pasted text has', async () => {
  const { rules, first } = await reportOn([
    {
      ...authorization(),
      status: 200,
      answerHeaders: {},
      page: '<html><script>$Config={"sErrorCode":"50196","sErrTxt":"AADSTS50196: The server saw a request loop of ada.lovelace."}</script></html>',
    },
  ])
  const rule = rules[first?.rule ?? -1]
  expect(rule?.id).toBe('error-page')
  expect(rule?.findings[0]?.explanation?.certainty).toBe('named')
  expect(JSON.stringify(rule)).not.toContain('ada.lovelace')
})

test.each<[string, readonly SampleEntry[]]>([
  ['discovery', [{ ...discovery, status: 404 }]],
  ['keys that are not answered', [{ url: 'https://login.example/.well-known/openid-configuration', status: 0 }]],
  [
    'device authorization',
    [{ method: 'POST', url: 'https://login.example/device_authorization', form: { client_id: 'tv' }, status: 400 }],
  ],
  [
    'pushed request',
    [
      {
        method: 'POST',
        url: 'https://login.example/par',
        form: { client_id: 'a', response_type: 'code' },
        status: 400,
      },
    ],
  ],
])('beside a refused %s nothing is called in order', async (_, login) => {
  expect((await reportOn(login)).first).toBeDefined()
})
