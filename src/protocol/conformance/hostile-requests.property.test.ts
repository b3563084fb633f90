/** Whatever is sent to whichever endpoint, the answer is a proper OAuth answer: never a 500, never a redirect to a stranger, never markup. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type HeaderLine,
  type HttpRequest,
  type HttpResponse,
  header,
  headers,
  mediaType,
  parseForm,
  serialiseForm,
} from '../../http/index.ts'
import {
  APP,
  AWKWARD,
  authorizationUrl,
  basic,
  CHALLENGE,
  exchange,
  INITIAL_ACCESS_TOKEN,
  obtainCode,
  REDIRECT_URI,
  startExample,
  tokensOf,
  VERIFIER,
} from './example-server.ts'

const example = await startExample()
const { metadata, server } = example
const code = await obtainCode(example)
const tokens = tokensOf(await exchange(example, await obtainCode(example)))
const pendingPage = (await example.alice.visit(authorizationUrl(example, { prompt: 'login' }))).url

const issuer = metadata.issuer ?? ''
const pages = [metadata.authorization_endpoint, metadata.end_session_endpoint, pendingPage.split('?')[0]]
const documents = [
  metadata.jwks_uri,
  `${issuer}/.well-known/openid-configuration`,
  `${issuer}/.well-known/oauth-authorization-server`,
]
const apis = [
  metadata.token_endpoint,
  metadata.revocation_endpoint,
  metadata.introspection_endpoint,
  metadata.registration_endpoint,
  metadata.userinfo_endpoint,
]
const url = fc.constantFrom(
  ...[...pages, ...documents, ...apis, `${issuer}/nowhere`, `${issuer}/`].map((one) => one ?? ''),
)
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'POST') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'get', 'PROPFIND') },
)

const SCRIPT = '"><script>alert(1)</script>'
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\r\nset-cookie: a=b',
    SCRIPT,
    '__proto__',
    'constructor',
    '%',
    '%00',
    '%ZZ',
    '🙂',
    '\ud800',
  ),
  fc.constant('x'.repeat(100_000)),
)
/** For each parameter the values that lead deep into the server. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  response_type: ['code', 'token', 'code id_token', 'id_token'],
  client_id: ['spa', 'app', 'web', 'service', 'api', AWKWARD.id, '__proto__'],
  client_secret: ['web-secret', 'service-secret', 'app-secret', 'api-secret', 'wrong'],
  redirect_uri: [
    REDIRECT_URI,
    'https://evil.example/',
    `${REDIRECT_URI}/`,
    'javascript:alert(1)',
    '//evil.example',
    'not a url',
  ],
  scope: ['openid', 'openid profile offline_access notes.read', 'notes.read', 'unknown', '', '  '],
  state: ['state-1', SCRIPT],
  nonce: ['nonce-1'],
  code_challenge: [CHALLENGE, 'short', `${CHALLENGE}=`],
  code_challenge_method: ['S256', 'plain', 's256'],
  code_verifier: [VERIFIER, 'short', 'x'.repeat(129)],
  response_mode: ['query', 'fragment', 'form_post', 'web_message'],
  prompt: ['none', 'login', 'consent', 'select_account', 'none login', 'login consent', 'dance'],
  max_age: ['0', '60', '-1', '1e9', 'NaN', '99999999999999999999'],
  acr_values: ['urn:example:gold', 'a b c'],
  login_hint: ['alice', SCRIPT],
  ui_locales: ['en de', SCRIPT],
  id_token_hint: [tokens.id_token, tokens.access_token, 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'],
  request: ['eyJhbGciOiJub25lIn0.e30.'],
  request_uri: ['https://evil.example/request', 'urn:ietf:params:oauth:request_uri:x'],
  grant_type: ['authorization_code', 'refresh_token', 'client_credentials', 'password', '__proto__', 'toString'],
  code: [code, 'unknown'],
  refresh_token: [tokens.refresh_token, tokens.access_token, 'unknown'],
  token: [tokens.access_token, tokens.refresh_token, tokens.id_token, 'unknown'],
  token_type_hint: ['access_token', 'refresh_token', 'pizza'],
  client_assertion_type: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer', 'pizza'],
  client_assertion: ['a.b.c', tokens.id_token, 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJzcGEifQ.'],
  post_logout_redirect_uri: ['https://app.example/bye', 'https://evil.example/'],
  username: ['alice', SCRIPT],
  password: ['wonderland', 'wrong'],
  access_token: [tokens.access_token, 'unknown'],
  resource: ['https://api.example', 'relative'],
}
const field = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...Object.entries(plausible))
      .chain(([name, values]) => fc.constantFrom(...values.map((value) => [name, value] as const))),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(plausible)), garbage) },
  { weight: 1, arbitrary: fc.tuple(garbage, garbage) },
)

/** Fields that make a request to an endpoint nearly right, so that the hostile ones reach the rules behind. */
const foundation = fc.constantFrom<readonly (readonly [string, string])[]>(
  [],
  parseForm(new URL(authorizationUrl(example)).search),
  Object.entries({
    grant_type: 'authorization_code',
    ...APP,
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
  }),
  Object.entries({ grant_type: 'refresh_token', ...APP, refresh_token: tokens.refresh_token }),
  Object.entries({ grant_type: 'client_credentials', client_id: 'service', client_secret: 'service-secret' }),
  Object.entries({ ...APP, token: tokens.access_token }),
)

const authorization = fc.oneof(
  fc.constantFrom(
    'Basic',
    'Basic ',
    'Basic !!!',
    'Basic Og==',
    `Basic ${btoa('spa')}`,
    `Basic ${btoa('%:%')}`,
    `Basic ${btoa('\xff\xfe:\xff')}`,
    basic('web', 'web-secret'),
    basic('api', 'api-secret'),
    basic('web', 'wrong'),
    basic('__proto__', ''),
    'Bearer',
    'Bearer a b',
    `Bearer ${tokens.access_token}`,
    `Bearer ${tokens.id_token}`,
    `Bearer ${tokens.refresh_token}`,
    `Bearer ${INITIAL_ACCESS_TOKEN}`,
    'Negotiate abc',
    '',
  ),
  garbage.map((text) => `Basic ${text}`),
  garbage,
)
const otherHeader = fc.oneof(
  fc.tuple(fc.constant('authorization'), authorization),
  fc.tuple(fc.constant('cookie'), fc.oneof(garbage, fc.constantFrom('a', '=', ';;;', 'session=__proto__'))),
  fc.tuple(fc.constant('origin'), fc.constantFrom('null', 'https://evil.example', 'https://app.example')),
  fc.tuple(fc.constant('access-control-request-method'), fc.constantFrom('POST', 'DELETE')),
)
const FORM = 'application/x-www-form-urlencoded'
const contentType = fc.oneof(
  { weight: 5, arbitrary: fc.constant(FORM) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `${FORM}; charset=utf-8`,
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
      ';',
    ),
  },
)
const jsonBody = fc.oneof(
  fc.json(),
  fc.constantFrom(
    '',
    'null',
    '[]',
    '{',
    '{"__proto__":{"x":1}}',
    '{"redirect_uris":"https://app.example"}',
    '{"redirect_uris":[1,null]}',
    '{"redirect_uris":["https://a.example/#fragment"]}',
    '{"redirect_uris":["https://a.example/"],"grant_types":{}}',
    '{"redirect_uris":["https://a.example/"],"scope":7,"jwks":[]}',
    '{"redirect_uris":["https://a.example/"],"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[null]}}',
    '{"redirect_uris":["https://a.example/"],"client_name":{"a":1}}',
  ),
)

const hostileRequest: fc.Arbitrary<HttpRequest> = fc
  .record({
    method,
    url,
    query: fc.array(field, { maxLength: 4 }),
    body: fc.array(field, { maxLength: 4 }),
    foundation,
    foundationIn: fc.constantFrom('query', 'body'),
    json: fc.option(jsonBody, { freq: 6, nil: undefined }),
    contentType,
    others: fc.array(otherHeader, { maxLength: 3 }),
  })
  .map(({ method, url, query, body, foundation, foundationIn, json, contentType, others }) => {
    const wholeQuery = serialiseForm(foundationIn === 'query' ? [...foundation, ...query] : query)
    const wholeBody = serialiseForm(foundationIn === 'body' ? [...foundation, ...body] : body)
    return {
      method,
      url: `${url}${wholeQuery === '' ? '' : `?${wholeQuery}`}`,
      headers: [['content-type', json === undefined ? contentType : 'application/json'], ...others] as HeaderLine[],
      body: method === 'GET' || method === 'HEAD' ? '' : (json ?? wholeBody),
    }
  })

/** RFC 6749 §5.2: the characters of `error` and `error_description`. */
const CODE = /^[a-z_]+$/
const DESCRIPTION = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/
const ALLOWED_TARGETS = [REDIRECT_URI, 'https://app.example/bye', `${issuer}/`]

function expectProper(request: HttpRequest, response: HttpResponse): void {
  const { status } = response
  const endpoint = request.url.split('?')[0] ?? ''
  expect(status).toBeGreaterThanOrEqual(200)
  expect(status).toBeLessThan(500)
  for (const [name, value] of response.headers) {
    expect(name).toMatch(/^[a-z0-9-]+$/)
    expect(value).toMatch(/^[\x20-\x7e\x80-\xff]*$/)
  }
  for (const location of headers(response, 'location')) {
    // Compared as a client library does: the target without its parameters.
    const target = location.startsWith('/') ? new URL(location, issuer).href : location
    expect(
      ALLOWED_TARGETS.some((allowed) => target.startsWith(allowed) && !target.startsWith(`${REDIRECT_URI}/`)),
    ).toBe(true)
  }
  if (mediaType(response) === 'text/html') {
    expect(response.body).not.toMatch(/<script|javascript:|<[^>]* on[a-z]+=/i)
    return
  }
  if (status >= 400) expectProperError(endpoint, response)
}

function expectProperError(endpoint: string, response: HttpResponse): void {
  if (response.status === 401) expect(header(response, 'www-authenticate') ?? '').toMatch(/^(Basic|Bearer)? ?/)
  if (response.status === 405) expect(header(response, 'allow')).toMatch(/^[A-Z, ]+$/)
  // RFC 6750 §3.1: a request without a token gets a challenge and no error.
  if (response.body === '') return
  expect(mediaType(response)).toBe('application/json')
  const { error, error_description } = JSON.parse(response.body)
  expect(error).toMatch(CODE)
  expect(error_description).toMatch(DESCRIPTION)
  if (endpoint === metadata.token_endpoint) expect(header(response, 'cache-control')).toBe('no-store')
}

test('answers every hostile request properly (RFC 6749 §4.1.2.1, §5.2, RFC 6750 §3.1)', async () => {
  await fc.assert(
    fc.asyncProperty(hostileRequest, async (request) => {
      expectProper(request, await server.handle(request))
    }),
    { numRuns: 1500 },
  )
})
