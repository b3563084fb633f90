/** What makes a good request hostile: parameters changed, doubled and left out, wrong methods, garbage headers and bodies. */
import fc from 'fast-check'
import type { HeaderLine } from '../../http/index.ts'
import { AWKWARD, basic, CHALLENGE, INITIAL_ACCESS_TOKEN, REDIRECT_URI, VERIFIER } from './example-server.fixture.ts'
import type { RequestParts } from './good-requests.fixture.ts'

/** One change to a request. `change` is its readable form, for the report of a failure. */
export interface Mutation {
  readonly change: string
  readonly apply: (parts: RequestParts) => RequestParts
}

/** Markup that must never come out of a page as markup. */
const SCRIPT = '"><script>alert(1)</script>'
const UNSIGNED = 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJhcHAiLCJzdWIiOiJhcHAifQ.'

/** For each parameter the values that lead deep into the server. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  response_type: ['code', 'token', 'code id_token', 'none'],
  client_id: ['spa', 'app', 'other-app', 'web', 'service', 'api', AWKWARD.id, '__proto__', 'constructor'],
  client_secret: ['web-secret', 'service-secret', 'app-secret', 'wrong'],
  redirect_uri: [
    REDIRECT_URI,
    `${REDIRECT_URI}/`,
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    'x',
  ],
  scope: ['openid', 'openid profile offline_access notes.read', 'notes.read', 'unknown', '  ', '\u00e9', 'a"b'],
  state: ['state-1', SCRIPT, '\r\nset-cookie: a=b'],
  nonce: ['nonce-1', SCRIPT],
  code_challenge: [CHALLENGE, 'short', `${CHALLENGE}=`],
  code_challenge_method: ['S256', 'plain', 's256'],
  code_verifier: [VERIFIER, 'short', 'x'.repeat(129), '\ud800'],
  response_mode: ['query', 'fragment', 'form_post', 'web_message', 'toString'],
  prompt: ['none', 'login', 'consent', 'select_account', 'none login', 'login consent', 'dance', ' '],
  max_age: ['0', '60', '-1', '1e9', 'NaN', '9'.repeat(400)],
  acr_values: ['urn:example:gold', 'a b c'],
  login_hint: ['alice', SCRIPT],
  id_token_hint: ['a.b.c', UNSIGNED, '..'],
  request: [UNSIGNED],
  request_uri: ['https://evil.example/request', 'urn:ietf:params:oauth:request_uri:x'],
  grant_type: ['authorization_code', 'refresh_token', 'client_credentials', 'password', '__proto__', 'toString'],
  code: ['unknown', SCRIPT],
  refresh_token: ['unknown', 'a.b.c'],
  token: ['unknown', 'a.b.c', '__proto__'],
  token_type_hint: ['access_token', 'refresh_token', 'pizza'],
  client_assertion_type: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer', 'pizza'],
  client_assertion: ['a.b.c', UNSIGNED, '..'],
  post_logout_redirect_uri: ['https://app.example/bye', 'https://evil.example/', 'javascript:alert(1)'],
  transaction: ['unknown', '__proto__'],
  logout: ['unknown', '__proto__'],
  decision: ['approve', 'deny', 'perhaps'],
  username: ['alice', 'bob', SCRIPT, '__proto__'],
  password: ['wonderland', 'wrong'],
  access_token: ['unknown', 'a.b.c'],
  resource: ['https://api.example', 'relative'],
}

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\u0000', '\r\nset-cookie: a=b', SCRIPT, '__proto__', '%', '%ZZ', '🙂', '\ud800'),
  fc.constant('x'.repeat(100_000)),
)
const field = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...Object.entries(plausible))
      .chain(([name, values]) => fc.constantFrom(...values.map((value) => [name, value] as const))),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(plausible)), garbage) },
)

/** Changes the parameters where the request carries them. */
function inParameters(change: (fields: [string, string][]) => [string, string][]): Mutation['apply'] {
  const copy = (fields: RequestParts['query']) => fields.map(([name, value]): [string, string] => [name, value])
  return (parts) =>
    parts.method === 'POST' && typeof parts.body !== 'string'
      ? { ...parts, body: change(copy(parts.body)) }
      : { ...parts, query: change(copy(parts.query)) }
}

/** A parameter that the request has, by position, and a value for it: plausible for its name, or garbage. */
const existing = fc.record({ position: fc.nat({ max: 20 }), choice: fc.nat({ max: 20 }), garbage: fc.option(garbage) })

const tampered = existing.map(({ position, choice, garbage }): Mutation => {
  const apply = inParameters((fields) =>
    fields.map(([name, value], index) => {
      if (index !== position % fields.length) return [name, value]
      const values = plausible[name] ?? ['unknown']
      return [name, garbage ?? values[choice % values.length] ?? '']
    }),
  )
  return { change: `parameter ${position} := ${garbage?.slice(0, 80) ?? `choice ${choice}`}`, apply }
})
const repeated = existing.map(({ position, garbage }): Mutation => {
  const apply = inParameters((fields) => {
    const [name, value] = fields[position % fields.length] ?? ['state', '']
    return [...fields, [name, garbage ?? value]]
  })
  return { change: `parameter ${position} again: ${garbage?.slice(0, 80) ?? 'the same'}`, apply }
})
const removed = existing.map(({ position }): Mutation => {
  const apply = inParameters((fields) => fields.filter((_, index) => index !== position % fields.length))
  return { change: `no parameter ${position}`, apply }
})
const added = field.map(([name, value]): Mutation => {
  const apply = inParameters((fields) => [...fields.filter(([other]) => other !== name), [name, value]])
  return { change: `${name} := ${value.slice(0, 80)}`, apply }
})
const invented = fc.tuple(garbage, garbage).map(([name, value]): Mutation => {
  const apply = inParameters((fields) => [...fields, [name, value]])
  return { change: `${name.slice(0, 40)} = ${value.slice(0, 40)}`, apply }
})
const method = fc
  .constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'get', 'PROPFIND')
  .map((method): Mutation => ({ change: `method ${method}`, apply: (parts) => ({ ...parts, method }) }))

function withHeader(line: HeaderLine, replaces: boolean): Mutation {
  const [name, value] = line
  const apply: Mutation['apply'] = (parts) => {
    const others = replaces ? parts.headers.filter(([other]) => other !== name) : parts.headers
    return { ...parts, headers: [...others, line] }
  }
  return { change: `${name}: ${value.slice(0, 80)}`, apply }
}

const authorization = fc.oneof(
  fc.constantFrom(
    '',
    'Basic',
    'Basic !!!',
    'Basic Og==',
    `Basic ${btoa('app')}`,
    `Basic ${btoa('%:%')}`,
    `Basic ${btoa('\xff\xfe:\xff')}`,
    basic('web', 'web-secret'),
    basic('web', 'wrong'),
    basic('app', 'app-secret'),
    basic('__proto__', ''),
    'Bearer',
    'Bearer a b',
    `Bearer ${UNSIGNED}`,
    `Bearer ${INITIAL_ACCESS_TOKEN}`,
    'Negotiate abc',
  ),
  garbage.map((text) => `Basic ${text}`),
  garbage,
)
const headerLine = fc.oneof(
  authorization.map((value): HeaderLine => ['authorization', value]),
  fc
    .constantFrom('', ';', 'application/json', 'multipart/form-data; boundary=x', 'text/plain', 'x'.repeat(9000))
    .map((value): HeaderLine => ['content-type', value]),
  fc
    .oneof(garbage, fc.constantFrom('a', '=', ';;;', '__Host-authlane-session=x'))
    .map((value): HeaderLine => ['cookie', value]),
  fc.constantFrom('null', 'https://evil.example', 'https://app.example').map((value): HeaderLine => ['origin', value]),
  fc.constantFrom('POST', 'DELETE').map((value): HeaderLine => ['access-control-request-method', value]),
)
const header = fc.tuple(headerLine, fc.boolean()).map(([line, replaces]) => withHeader(line, replaces))

const registration = fc.record(
  {
    redirect_uris: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.constantFrom('https://a.example/', 'https://a.example/#f', 'x', 'data:,')),
    ),
    grant_types: fc.oneof(fc.jsonValue(), fc.constant(['authorization_code', 'refresh_token'])),
    response_types: fc.jsonValue(),
    token_endpoint_auth_method: fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('none', 'private_key_jwt', 'client_secret_post'),
    ),
    scope: fc.oneof(fc.jsonValue(), fc.constantFrom('openid', 'unknown')),
    jwks: fc.oneof(fc.jsonValue(), fc.constantFrom({ keys: [] }, { keys: [null] }, { keys: [{ kty: 'RSA' }] })),
    client_name: fc.jsonValue(),
    post_logout_redirect_uris: fc.jsonValue(),
    application_type: fc.oneof(fc.jsonValue(), fc.constantFrom('web', 'native')),
  },
  { requiredKeys: [] },
)
const body = fc
  .oneof(
    registration.map((metadata) => JSON.stringify(metadata)),
    fc.json(),
    fc.constantFrom('', 'null', '[]', '{', '{"__proto__":{"x":1}}', '\u0000', '&&==&%'),
  )
  .map((text): Mutation => ({ change: `body ${text.slice(0, 200)}`, apply: (parts) => ({ ...parts, body: text }) }))

/** One hostile change. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: tampered },
  { weight: 6, arbitrary: added },
  { weight: 3, arbitrary: removed },
  { weight: 1, arbitrary: repeated },
  { weight: 2, arbitrary: invented },
  { weight: 3, arbitrary: header },
  { weight: 2, arbitrary: body },
  { weight: 1, arbitrary: method },
)
