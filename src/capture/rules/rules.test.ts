import { expect, test } from 'vitest'
import { findOutcome } from '../../scenario-kit/played.fixture.ts'
import {
  ANSWERED,
  ASKED,
  authorization,
  brokenRules,
  CLAIMS,
  call,
  callback,
  discovery,
  GOOD_LOGIN,
  jwt,
  REDEEMED,
  RETURNED,
  reportOn,
  type SampleEntry,
  token,
} from '../sample-har.fixture.ts'
import { RULES } from './index.ts'

const { code_challenge, code_challenge_method, ...WITHOUT_PKCE } = ASKED
const { state, ...STATELESS } = ASKED
const refreshed = { grant_type: 'refresh_token', refresh_token: ANSWERED.refresh_token, client_id: 'print-shop-web' }
const invalidGrant = { error: 'invalid_grant', error_description: 'The code is not valid.' }

/** The id of a rule, and a login that breaks it. */
const BROKEN: readonly (readonly [rule: string, login: readonly SampleEntry[]])[] = [
  ['tls', [{ ...authorization(), url: authorization().url.replace('https', 'http') }]],
  [
    'response-type',
    [authorization({ ...ASKED, response_type: 'token' }, { access_token: 'a', state: RETURNED.state })],
  ],
  ['openid-scope', [authorization({ ...ASKED, scope: 'profile' })]],
  ['pkce-challenge', [authorization(WITHOUT_PKCE)]],
  ['pkce-method', [authorization({ ...ASKED, code_challenge_method: 'plain' })]],
  ['state-sent', [authorization({ response_type: 'code', client_id: 'print-shop-web' })]],
  ['authorization-refused', [{ ...authorization(), status: 400, answerHeaders: {} }]],
  ['state', [authorization(ASKED, { ...RETURNED, state: 'another-one-0987' })]],
  ['state', [authorization(ASKED, { code: RETURNED.code })]],
  ['issuer', [discovery, authorization(ASKED, { ...RETURNED, iss: 'https://evil.example' })]],
  ['authorization-error', [authorization(ASKED, { error: 'access_denied', state: RETURNED.state })]],
  ['token-in-query', [{ url: 'https://api.example/photos?access_token=2YotnFZFEjr1zCsicMWpAA' }]],
  ['callback-answer', [authorization(), { ...callback(), status: 500 }]],
  ['login-loop', [0, 1, 2].map((at) => ({ ...authorization(), at }))],
  ['redirect-uri-same', [authorization(), token({ ...REDEEMED, redirect_uri: `${REDEEMED.redirect_uri}/` })]],
  [
    'pkce-verifier',
    [authorization(), token({ ...REDEEMED, code_verifier: 'made-up-by-somebody-else-0123456789-0123456' })],
  ],
  ['code-once', [authorization(), token(), { ...token(REDEEMED, invalidGrant, 400), at: 4 }]],
  ['code-expired', [authorization(), { ...token(REDEEMED, invalidGrant, 400), at: 70 }]],
  ['secret-in-browser', [authorization(), token({ ...REDEEMED, client_secret: 'cA7xq-93kd' })]],
  ['password-grant', [token({ grant_type: 'password', username: 'ada', password: 'correct horse' })]],
  ['refresh-once', [token(), token(refreshed), { ...token(refreshed, invalidGrant, 400), at: 4 }]],
  ['token-error', [token(refreshed, invalidGrant, 400)]],
  ['token-answer', [{ ...token(), status: 0 }]],
  ['id-token-issuer', [discovery, authorization(), token(REDEEMED, withClaims({ iss: 'https://evil.example' }))]],
  ['id-token-audience', [authorization(), token(REDEEMED, withClaims({ aud: 'another-app' }))]],
  ['id-token-expiry', [authorization(), token(REDEEMED, withClaims({ exp: 1_700_000_000 }))]],
  ['nonce', [authorization(), token(REDEEMED, withClaims({ nonce: 'of-another-sign-in-1' }))]],
  ['id-token-signed', [authorization(), token(REDEEMED, { ...ANSWERED, id_token: jwt(CLAIMS, { alg: 'none' }) })]],
  ['bearer-error', [call(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="photos:write"' })]],
  ['challenge', [call(401)]],
  [
    'logout-address',
    [{ url: 'https://login.example/logout?post_logout_redirect_uri=https%3A%2F%2Fshop.example%2F', status: 400 }],
  ],
]

const DEVICE = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'GmRhmhcxhwAzkoEqiMEg' }
const pending = { error: 'authorization_pending' }
const registration: SampleEntry = {
  method: 'POST',
  url: 'https://login.example/register',
  body: { redirect_uris: ['http://localhost:6274/oauth/callback'], client_name: 'Inspector' },
}
const tokenPreflight: SampleEntry = {
  method: 'OPTIONS',
  url: 'https://login.example/token',
  headers: { 'access-control-request-method': 'POST', origin: 'https://shop.example' },
  type: 'preflight',
}
const resource = 'https://mcp.example/.well-known/oauth-protected-resource/sse'

/** The same of what is no step of every login: registration, metadata, devices, tokens that are asked about. */
const BROKEN_BESIDE: readonly (readonly [rule: string, login: readonly SampleEntry[]])[] = [
  ['preflight-allowed', [authorization(), { ...tokenPreflight, status: 403 }]],
  ['resource-identifier', [{ url: resource, json: { resource: 'https://mcp.example/' } }]],
  ['metadata-issuer', [{ ...discovery, json: { issuer: 'https://login.example/tenant' } }]],
  [
    'registration-granted',
    [{ ...registration, json: { error: 'access_denied', error_description: 'Access token not valid' }, status: 400 }],
  ],
  [
    'error-page',
    [
      {
        ...authorization(),
        status: 200,
        answerHeaders: {},
        page: '<script>$Config={"sErrTxt":"AADSTS50196: The server stopped the request, a loop was seen."}</script>',
      },
    ],
  ],
  ['device-polling', [token(DEVICE, pending, 400), { ...token(DEVICE, pending, 400), at: 5 }]],
  [
    'introspection-allowed',
    [{ method: 'POST', url: 'https://login.example/introspect', form: { token: 'a' }, status: 401, json: {} }],
  ],
  [
    'token-active',
    [{ method: 'POST', url: 'https://login.example/introspect', form: { token: 'a' }, json: { active: false } }],
  ],
  [
    'revocation-answer',
    [
      {
        method: 'POST',
        url: 'https://login.example/revoke',
        form: { token: 'a' },
        status: 400,
        json: { error: 'unsupported_token_type' },
      },
    ],
  ],
  ['request-granted', [{ ...discovery, status: 404 }]],
  ['request-granted', [{ ...call(403) }]],
  ['request-answered', [{ ...authorization(), status: 0 }]],
]

function withClaims(changed: Readonly<Record<string, unknown>>) {
  return { ...ANSWERED, id_token: jwt({ ...CLAIMS, ...changed }) }
}

test('a good login breaks no rule', async () => {
  expect(await brokenRules(GOOD_LOGIN)).toEqual([])
})

test.each([...BROKEN, ...BROKEN_BESIDE])('finds a login that breaks %s', async (rule, login) => {
  expect(await brokenRules(login)).toContain(rule)
})

test('every rule has a login that breaks it', () => {
  expect(
    RULES.map(({ id }) => id).filter((id) => ![...BROKEN, ...BROKEN_BESIDE].some(([broken]) => broken === id)),
  ).toEqual([])
})

test('the state comes before everything that follows from it (RFC 6749 §10.12)', async () => {
  const { rules, first, rows } = await reportOn([
    authorization(ASKED, { ...RETURNED, state: 'another-one-0987' }),
    token(REDEEMED, invalidGrant, 400),
  ])
  const rule = rules[first?.rule ?? -1]
  expect(rule).toMatchObject({ id: 'state', clause: 'RFC 6749 §10.12' })
  expect(rule?.findings[0]).toMatchObject({ sent: 'state-2', expected: 'state-1', row: 1 })
  expect(rows.map(({ tone }) => tone)).toEqual(['neutral', 'error', 'neutral', 'error'])
  expect(rows[1]?.name).toMatch(/first broken rule$/)
})

test('a 401 that a refresh fixes is no broken rule (RFC 6750 §3.1)', async () => {
  const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' }
  const expired = call(401, challenge)
  expect(await brokenRules([expired, { ...token(refreshed), at: 5 }, { ...call(), at: 6 }])).toEqual([])
  expect(await brokenRules([expired, { ...call(401, challenge), at: 6 }])).toContain('bearer-error')
})

test('a forged callback has no redirect before it and is compared all the same', async () => {
  const waiting = { ...authorization(), status: 200, answerHeaders: {} }
  expect(await brokenRules([waiting, callback({ code: 'forged', state: 'forged-state' })])).toContain('state')
})

test('two sign-ins at once are told apart by their state', async () => {
  const other = { ...ASKED, state: 'of-the-second-tab-2' }
  const login = [authorization(), authorization(other, { code: 'second-code-2', state: other.state })]
  expect(await brokenRules(login)).toEqual([])
})

test('a request without state is held against none (RFC 6749 §4.1.2)', async () => {
  expect(await brokenRules([authorization(STATELESS, { code: RETURNED.code })])).toEqual([])
})

test('a pushed request counts as the authorization request (RFC 9126)', async () => {
  const pushed: SampleEntry = {
    method: 'POST',
    url: 'https://login.example/par',
    form: ASKED,
    json: { request_uri: 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c', expires_in: 60 },
    status: 201,
  }
  const asked = {
    client_id: 'print-shop-web',
    request_uri: 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c',
  }
  expect(await brokenRules([pushed, authorization(asked), token()])).toEqual([])
  expect(await brokenRules([pushed, authorization(asked, { ...RETURNED, state: 'wrong-state-1' })])).toContain('state')
})

test('every rule leads to a run that exists and ends as it says', async () => {
  const reports = await Promise.all([...BROKEN, ...BROKEN_BESIDE].map(([, login]) => reportOn(login)))
  const runs = [
    ...RULES.map(({ see }) => see),
    ...reports.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings.map(({ see }) => see))),
  ]
  for (const { scenario, outcome, shows } of runs.filter((run) => run !== undefined)) {
    const { result } = findOutcome(scenario, outcome).outcome
    expect({ scenario, outcome, result }).toEqual({
      scenario,
      outcome,
      result: shows === 'failure' ? 'failure' : 'success',
    })
  }
})
