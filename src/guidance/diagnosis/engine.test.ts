/** How a paste is read: whatever printed it, the same is understood of it. */
import { expect, test } from 'vitest'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import { CAUSES, type Cause, completeCauses, diagnose, ERROR_CODES } from './index.ts'
import { KNOWN_ERRORS } from './knowledge/index.ts'
import { readPlainText } from './reading/plain-text.ts'

const NOW = 1_800_000_000
const causes = completeCauses(CAUSES, scenarios)
const firstOf = (text: string) => diagnose(text, causes, NOW).causes[0]?.id

const CUT = [
  '{"error":"invalid_grant",',
  '"error_description":"The authorization code',
  'expired before it was redeemed."}',
]

test.each([
  'web-1 | ',
  'web-1    | ',
  'I/flutter (24601): ',
  '[pod/api-7c9/app] ',
  '2026-01-05T09:00:03.117Z app[web.1]: ',
  '09:00:03 [api] > ',
])('“%s” before each line cuts no sentence and no JSON', (prefix) => {
  const text = CUT.map((line) => `${prefix}${line}`).join('\n')
  expect(readPlainText(text).flat).toContain('the authorization code expired before it was redeemed.')
  const { code, certainty, causes: found } = diagnose(text, causes, NOW)
  expect({ code, certainty, first: found[0]?.id }).toEqual({
    code: 'invalid_grant',
    certainty: 'named',
    first: 'code-expired',
  })
})

test('the numbers of a prefix may differ, and its lines may be empty', () => {
  const text = 'app-9 | 9:59:59 | the nonce\napp-9 |\napp-10 | 10:00:00 | does not match'
  expect(readPlainText(text).flat).toBe('app-9 | 9:59:59 | the nonce does not match')
})

test('a member that stands on each line is no prefix', () => {
  const { text } = readPlainText('error: invalid_grant\nerror: invalid_client\n"a": 1\n"a": 2')
  expect(text).toBe('error: invalid_grant\nerror: invalid_client\n"a": 1\n"a": 2')
})

test('what was understood is marked where it stands, prefixes or not', () => {
  const text = 'web-1 | a\nweb-1 | error=invalid_client'
  expect(diagnose(text, causes, NOW).marks.map(({ from, to }) => text.slice(from, to))).toEqual(['invalid_client'])
})

test.each(['"', "'", '`', '“', '’', '\\"', '&quot;', '%22'])('a value in %s is the same in any message', (quote) => {
  expect(firstOf(`The issuer ${quote}https://a.example${quote} is invalid`)).toBe('issuer-differs')
  expect(firstOf(`Invalid claim ${quote}iss${quote}`.replace('Invalid', 'invalid_claim: Invalid'))).toBe(
    'issuer-differs',
  )
})

test('something with an underscore may stand before a code of several words', () => {
  const plain = diagnose('[auth/unauthorized-domain]', causes, NOW).causes[0]
  expect(diagnose('[firebase_auth/unauthorized-domain] A message.', causes, NOW).causes[0]).toEqual(plain)
  expect(plain?.id).toBe('origin-not-registered')
  // One word stays one word.
  expect(diagnose('my_csrf_detected_flag', causes, NOW).certainty).toBe('unknown')
})

test.each([
  ['InternalOAuthError: Failed to obtain access token {"error":"invalid_client"}', 'secret-not-sent'],
  ['MissingTokenError: (missing_token) Missing access token parameter. {"error":"invalid_client"}', 'secret-not-sent'],
  [
    'unable to redeem refresh token: {"error":"invalid_grant","error_description":"Session not active"}',
    'refresh-token-expired',
  ],
  [
    'AADSTS70002: Error validating credentials. AADSTS54005: OAuth2 Authorization code was already redeemed',
    'code-used-twice',
  ],
  [
    'AADSTS70002: Error validating credentials. invalid_client: Client assertion failed signature validation',
    'client-assertion-refused',
  ],
])('“%s” is told by what is inside', (text, cause) => {
  expect(firstOf(text)).toBe(cause)
})

test('a word that something failed leads somewhere when nothing else is there, and names nothing', () => {
  expect(diagnose('Failed to obtain access token', causes, NOW)).toMatchObject({
    certainty: 'likely',
    causes: [{ id: 'token-answer-unusable' }],
  })
})

test('the reasons that a general sentence lists tell nothing by themselves', () => {
  const text =
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)'
  const { certainty, causes: found } = diagnose(text, causes, NOW)
  expect(certainty).toBe('likely')
  expect(found[0]?.ground).toBe('general')
  expect(found.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['secret-not-sent', 'authentication-method-differs', 'secret-wrong', 'client-unknown']),
  )
  expect(diagnose(`${text}. The requested OAuth 2.0 Client does not exist.`, causes, NOW)).toMatchObject({
    certainty: 'named',
    causes: [{ id: 'client-unknown' }, {}, {}, {}],
  })
})

test('a code with two causes names none, and brings both', () => {
  const { certainty, causes: found } = diagnose('MSIS9612: The code parameter is invalid.', causes, NOW)
  expect(certainty).toBe('likely')
  expect(found.slice(0, 2).map(({ id }) => id)).toEqual(['code-used-twice', 'code-expired'])
})

test('of causes with the same words, the one of the operation stands first, and neither is certain', () => {
  const alike = ['one', 'other'].map((id) => ({
    ...(CAUSES[0] as Cause),
    id,
    codes: [],
    messages: ['the very same words'],
  }))
  const [one, other] = [{ ...(alike[0] as Cause), operations: ['exchange' as const] }, alike[1] as Cause]
  const text = 'grant_type=refresh_token → the very same words'
  const both = [one, { ...other, operations: ['refresh' as const] }]
  expect(diagnose(text, [one, other], NOW)).toMatchObject({
    certainty: 'likely',
    causes: [{ id: 'one' }, { id: 'other' }],
  })
  expect(diagnose(text, both, NOW)).toMatchObject({ certainty: 'likely', causes: [{ id: 'other' }, { id: 'one' }] })
})

test.each([
  [
    '{"error":"Invalid issuer","message":"unexpected iss value","expected":"https://id.example","actual":"https://id.example/"}',
  ],
  ["OAuth error: unexpected iss value { expected: 'https://id.example', got: 'https://id.example/' }"],
  ['level=error msg="unexpected iss value" issuer=https://id.example iss=https://id.example/'],
])('expected and found are read from members: %s', (text) => {
  expect(diagnose(text, causes, NOW).difference).toEqual({
    expected: 'https://id.example',
    found: 'https://id.example/',
  })
})

test('what a test expected and received is no difference of a sign-in', () => {
  expect(diagnose('jwt expired { expected: 200, received: 401 }', causes, NOW).difference).toBeUndefined()
})

test.each([...ERROR_CODES.keys()])('of %s alone only the code is known, however it is written', (code) => {
  for (const text of [
    code,
    code.toUpperCase(),
    `"${code}"`,
    `error=${code}`,
    `{"error":"${code}"}`,
    `error: ${code}.`,
  ]) {
    const { certainty, code: found, causes: all } = diagnose(text, CAUSES, NOW)
    expect(found, text).toBe(code)
    expect(certainty, text).not.toBe('named')
    if (all.length > 0 && !text.includes('=')) expect(certainty, text).toBe('code-only')
  }
})

test('a token that is not valid yet is a matter of clocks (RFC 7519 §4.1.5)', () => {
  expect(
    firstOf("IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom: '1', Current time: '0'."),
  ).toBe('clocks-differ')
})

test('IDX10709 tells of a key, and of no malformed token', () => {
  expect(firstOf('IDX10709')).toBeUndefined()
  expect(firstOf('IDX14100: JWT is not well formed, there are no dots (.).')).toBe('token-is-opaque')
})

test('a message is found without the full stop that it ends in', () => {
  const stopped = KNOWN_ERRORS.filter(({ message }) => message?.endsWith('.') && !message.includes('{'))
  expect(stopped.length).toBeGreaterThan(0)
  for (const { message = '', cause } of stopped) {
    const { causes } = diagnose(message.slice(0, -1), CAUSES, 0)
    expect(
      causes.map(({ id }) => id),
      message,
    ).toContain(cause)
  }
})
