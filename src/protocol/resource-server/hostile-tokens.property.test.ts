/** Whatever is presented as a token: nothing but what the issuer signed opens the API, and the answer is always a proper refusal. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url, fromBase64url, utf8 } from '../../lib/encoding.ts'
import { challengeOf, claims, exampleApi, NOW, RESOURCE, sign } from './example-api.fixture.ts'

const token = await sign(claims)
const [header = '', payload = '', signature = ''] = token.split('.')
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const changedCharacter = fc
  .tuple(fc.nat({ max: token.length - 1 }), fc.constantFrom(...ALPHABET, '.', '='))
  .map(([at, character]) => token.slice(0, at) + character + token.slice(at + 1))
const changedHeader = fc
  .record(
    {
      alg: fc.constantFrom('RS256', 'none', 'HS256', 'RS512', 'ES256', '', null, 7),
      typ: fc.constantFrom('at+jwt', 'JWT', '', null, 7),
      kid: fc.oneof(fc.constant('public-fixture-1'), fc.jsonValue()),
      crit: fc.jsonValue(),
      jwk: fc.jsonValue(),
      jku: fc.constant('https://evil.example/jwks.json'),
    },
    { requiredKeys: [] },
  )
  .map((changed) => `${base64url(utf8(JSON.stringify(changed)))}.${payload}.${signature}`)
const changedClaims = fc
  .record(
    {
      scope: fc.constantFrom('read', 'read admin'),
      exp: fc.oneof(fc.jsonValue(), fc.constant(NOW + 9999)),
      aud: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((changed) => `${header}.${base64url(utf8(JSON.stringify({ ...claims, ...changed })))}.${signature}`)
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '.', '..', '...', 'a.b.c', `${token}.`),
)

/** Whether two tokens are the same bytes: a base64url text may have spare bits in its last character. */
function isSame(other: string): boolean {
  const bytes = (text: string) => text.split('.').map((part) => fromBase64url(part)?.join())
  return !other.includes('=') && JSON.stringify(bytes(other)) === JSON.stringify(bytes(token))
}

test('lets in the token as it was signed and no other (RFC 7515 §5.2, RFC 8725 §3)', async () => {
  const api = exampleApi()
  const hostile = fc.oneof(changedCharacter, changedHeader, changedClaims, anything)
  await fc.assert(
    fc.asyncProperty(hostile, async (other) => {
      fc.pre(!isSame(other))
      const response = await api.call('/notes', other)
      expect([400, 401]).toContain(response.status)
      expect(challengeOf(response)).toMatchObject({
        realm: 'notes',
        error: expect.stringMatching(/^invalid_(token|request)$/),
      })
    }),
    { numRuns: 800 },
  )
})

test('never asks anybody but the configured issuer for keys (RFC 8725 §3.10)', async () => {
  await fc.assert(
    fc.asyncProperty(changedHeader, async (other) => {
      const api = exampleApi()
      await api.call('/notes', other)
      for (const { url } of api.calls) expect(url).toBe('https://as.example/jwks.json')
    }),
    { numRuns: 200 },
  )
})

test('answers garbage credentials and bodies properly (RFC 6750 §3.1)', async () => {
  const { server } = exampleApi()
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST'),
    authorization: fc.oneof(
      anything,
      anything.map((text) => `Bearer ${text}`),
    ),
    contentType: fc.constantFrom('application/x-www-form-urlencoded', 'application/json', ''),
    body: fc.oneof(
      anything,
      anything.map((text) => `access_token=${text}`),
    ),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, authorization, contentType, body }) => {
      fc.pre(!authorization.includes(token) && !body.includes(token))
      const headers = [
        ['authorization', authorization],
        ['content-type', contentType],
      ] as const
      const response = await server.handle({ method, url: `${RESOURCE}/notes`, headers, body })
      expect([400, 401]).toContain(response.status)
      expect(challengeOf(response).realm).toBe('notes')
    }),
    { numRuns: 500 },
  )
})
