import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url, utf8 } from '../../lib/encoding.ts'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import { CAUSES, completeCauses, diagnose, isEvidence } from './index.ts'

const NOW = 1_800_000_000

/** What people type or paste, and the cause that must stand first. */
const SYMPTOMS: readonly (readonly [symptom: string, cause: string])[] = [
  ['Logged out of every tab at once', 'tabs-refresh-together'],
  ['REFRESH_REUSE_DETECTED', 'tabs-refresh-together'],
  ['Refresh called 4× on page load', 'parallel-refreshes'],
  ['SSR app signs out "every 15 min"', 'rotated-cookie-discarded'],
  ['Mobile users "randomly" logged out', 'refresh-answer-lost'],
  ['Server issued two valid refresh tokens', 'rotation-not-atomic'],
  ['invalid_grant: Code not valid', 'code-used-twice'],
  ['invalid_grant: Token is not active', 'refresh-token-expired'],
  ['Session not active', 'refresh-token-expired'],
  ['No matching state found in storage', 'callback-reloaded'],
  ['State cookie was missing', 'state-cookie-not-sent'],
  ['login_required', 'silent-sign-in-blocked'],
  ['redirect_uri_mismatch', 'redirect-uri-differs'],
  ['unexpected iss value', 'issuer-differs'],
  ['Issued in the future', 'clocks-differ'],
  ['not yet valid', 'clocks-differ'],
  ['invalid_dpop_proof', 'proof-refused'],
  ['no matching kid', 'key-set-stale'],
  ['401 after key rotation', 'key-set-stale'],
  ['jwt malformed', 'token-is-opaque'],
  ['403 vs 401 confusion', 'scope-missing'],
  ['insufficient_scope', 'scope-missing'],
  ['scope lost after refresh', 'scope-lost-after-refresh'],
  ['CORS error at /token', 'cors-at-the-token-endpoint'],
  ['invalid_client though the secret is right', 'secret-not-encoded'],
  ['invalid_client', 'secret-not-sent'],
  ['No refresh_token the second time', 'refresh-token-first-consent-only'],
  ['Logged out but straight back in', 'only-the-app-signed-out'],
  ['Infinite redirect loop', 'callback-ignores-error'],
  ['Cookie not found', 'two-sign-ins-at-once'],
  ['already logged in', 'two-sign-ins-at-once'],
  ['wrong page after login in two tabs', 'two-sign-ins-at-once'],
  ['MFA asked never', 'session-answers-silently'],
  ['MFA asked always', 'refresh-does-not-raise'],
  ['Token endpoint 429', 'token-per-call'],
  ['slow M2M', 'token-per-call'],
  ['Magic link "already used"', 'link-opened-by-scanner'],
  ['Device login polls forever', 'device-polls-too-fast'],
  ['authorization_pending', 'device-not-approved-yet'],
  ['MCP client never starts auth', 'protected-resource-not-found'],
  ['wrong metadata URL', 'protected-resource-not-found'],
  ['Token leaked via storage/URL', 'token-in-the-address'],
]

test.each(SYMPTOMS)('“%s” finds %s first', (symptom, cause) => {
  expect(diagnose(symptom, CAUSES, NOW).causes[0]?.id).toBe(cause)
})

test.each(SYMPTOMS)('“%s” finds the same in capitals, curly quotes and a log line', (symptom, cause) => {
  const line = `ERROR  [auth]\t“${symptom.toUpperCase().replaceAll(' ', '\n')}”  at handler (app.js:1:2)`
  expect(diagnose(line, CAUSES, NOW).causes[0]?.id).toBe(cause)
})

test('a code alone brings all its causes', () => {
  const { causes } = diagnose('invalid_grant', CAUSES, NOW)
  expect(causes.map(({ id }) => id).toSorted()).toEqual(
    CAUSES.filter(({ codes }) => codes.includes('invalid_grant'))
      .map(({ id }) => id)
      .toSorted(),
  )
})

test('what was sent tells the causes of one code apart: no code is in a refresh', () => {
  const { causes, operation } = diagnose(
    'grant_type=refresh_token&client_id=spa → 400 {"error":"invalid_grant"}',
    CAUSES,
    NOW,
  )
  expect(operation).toBe('refresh')
  expect(causes[0]?.operations).toContain('refresh')
  expect(causes.map(({ id }) => id)).not.toContain('code-used-twice')
})

test('an unknown text has no cause, whatever empty words it has', () => {
  for (const text of ['the weather is fine', 'the in not', 'is it not in the']) {
    expect(diagnose(text, CAUSES, NOW)).toMatchObject({ certainty: 'unknown', causes: [], marks: [] })
  }
})

test('the redirect’s own parameters are read, and an address in one of them is no parameter', () => {
  const url =
    'https://app.example/callback?error=invalid_grant&error_description=The+authorization+code+expired+0+seconds+ago.&state=acr_values&error_uri=https%3A%2F%2Fauth.example%2Ferror%3Fcode%3D7000215&iss=https%3A%2F%2Fauth.example'
  const { code, causes, fields } = diagnose(`Callback: ${url}`, CAUSES, NOW)
  expect(code).toBe('invalid_grant')
  expect(fields.map(({ name }) => name)).toEqual(['error', 'error_description', 'state', 'error_uri', 'iss'])
  expect(causes[0]?.id).toBe('code-expired')
  expect(causes.map(({ id }) => id)).not.toContain('refresh-does-not-raise')
})

test.each([
  'https://app.example/callback#error=access_denied&state=x',
  'error=access_denied&error_description=The+person+denied+the+request.',
  '?error=access_denied',
])('reads the response of %s', (text) => {
  const diagnosis = diagnose(text, CAUSES, NOW)
  expect(isEvidence(diagnosis)).toBe(true)
  expect(diagnosis.causes[0]?.id).toBe('access-denied')
})

test('a challenge is read with its quoted parameters (RFC 9110 §11.6.1)', () => {
  const header =
    'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm="a, \\"b\\"", error="insufficient_user_authentication", error_description="More recent authentication is required.", acr_values="gold", max_age=300'
  const { code, operation, causes } = diagnose(header, CAUSES, NOW)
  expect({ code, operation }).toEqual({ code: 'insufficient_user_authentication', operation: 'api' })
  expect(causes[0]?.id).toBe('sign-in-too-old')
})

test('a server’s response is read from a log line, however often it was escaped, and marked where it stands', () => {
  for (const body of ['{"error":"invalid_grant","error_description":"Code not valid"}']) {
    for (const text of [body, JSON.stringify({ msg: body }), JSON.stringify(JSON.stringify(body)), `b'${body}'`]) {
      const { causes, marks } = diagnose(`POST /token 400 ${text}`, CAUSES, NOW)
      expect(causes[0]?.id, text).toBe('code-used-twice')
      expect(marks.map(({ from, to }) => `POST /token 400 ${text}`.slice(from, to))).toContain('Code not valid')
    }
  }
})

const tokenOf = (header: object, claims: object) =>
  `${base64url(utf8(JSON.stringify(header)))}.${base64url(utf8(JSON.stringify(claims)))}.c2lnbmF0dXJl`

test.each([
  [{ alg: 'RS256', typ: 'at+jwt' }, { aud: 'a', scope: 'x', iat: NOW - 600, exp: NOW - 300 }, 'access-token-expired'],
  [{ alg: 'none' }, { aud: 'a', exp: NOW + 9 }, 'algorithm-none'],
  [{ alg: 'RS256' }, { aud: 'spa', nonce: 'n', at_hash: 'h', exp: NOW + 9 }, 'token-for-another-audience'],
  [{ alg: 'RS256' }, { aud: 'a', iat: NOW + 60, exp: NOW + 90 }, 'clocks-differ'],
])('a token with %j %j is a sign of %s', (header, claims, cause) => {
  const { token, findings, causes } = diagnose(`Authorization: Bearer ${tokenOf(header, claims)}`, CAUSES, NOW)
  expect(token?.type).toBe('jwt')
  expect(findings.map((finding) => finding.cause)).toContain(cause)
  expect(causes.map(({ id }) => id)).toEqual([cause])
})

test.each([
  ['at+jwt', {}, ['problem', 'hint']],
  ['JWT', {}, ['hint']],
  ['dpop+jwt', { exp: undefined }, ['hint']],
])('a token of type %s without aud %j is remarked on with %j', (typ, claims, tones) => {
  const token = tokenOf({ alg: 'RS256', typ }, { iat: NOW - 1, exp: NOW + 300, ...claims })
  expect(diagnose(token, CAUSES, NOW).findings.map(({ tone }) => tone)).toEqual(tones)
})

test('a good access token has no problem, and an encrypted one is said to be one', () => {
  const good = tokenOf({ alg: 'RS256', typ: 'at+jwt' }, { aud: 'a', scope: 'x', iat: NOW - 1, exp: NOW + 300 })
  expect(diagnose(good, CAUSES, NOW).findings.map(({ tone }) => tone)).toEqual(['hint'])
  expect(diagnose('eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn', CAUSES, NOW).token?.type).toBe('encrypted')
})

test('each row of trouble of every scenario is found by its own code', async () => {
  const causes = completeCauses(CAUSES, scenarios)
  for (const scenario of scenarios) {
    for (const { id, trouble } of scenario.outcomes) {
      if (trouble === undefined) continue
      const found = diagnose(trouble.code, causes, NOW).causes.flatMap(({ runs }) => runs)
      expect(
        found.some((run) => run.scenario === scenario.id),
        `${scenario.id}/${id}: ${trouble.code}`,
      ).toBe(true)
    }
  }
})

test('never throws on random texts', () => {
  const pieces = fc.constantFrom(
    'error=',
    '?',
    '#',
    'Bearer ',
    'eyJ',
    '.',
    '{"error":',
    '}',
    '"',
    '%',
    '\\',
    '=',
    ',',
    ' ',
  )
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => Array.isArray(diagnose(text, CAUSES, NOW).causes)),
    { numRuns: 2000 },
  )
})
