import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { base64url, utf8 } from '../../lib/encoding.ts'
import { fixtureKeys } from '../fixture-keys.ts'
import type { PrivateJwk } from '../keys.ts'
import { challengeOf, claims, type ExampleApi, exampleApi, ISSUER, NOW, RESOURCE, sign } from './example-api.fixture.ts'

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const strangersKey: PrivateJwk = { ...(await exportJWK(privateKey)), kid: 'stranger', alg: 'RS256' }

function unsigned(header: object, payload: object = claims): string {
  return `${base64url(utf8(JSON.stringify(header)))}.${base64url(utf8(JSON.stringify(payload)))}.`
}

async function expectRefusal(token: string, rule: string, description: RegExp, api: ExampleApi = exampleApi()) {
  const response = await api.call('/notes', token)
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toMatchObject({
    realm: 'notes',
    error: 'invalid_token',
    error_description: expect.stringMatching(description),
  })
  expect(JSON.parse(response.body)).toMatchObject({
    error: 'invalid_token',
    error_description: expect.stringMatching(description),
  })
  const failed = api.notes.filter(({ passed }) => !passed)
  expect(failed).toMatchObject([{ rule, fix: expect.stringMatching(/./) }])
}

test('accepts a valid token and notes every rule with its clause (RFC 9068 §4)', async () => {
  const api = exampleApi()
  expect((await api.call('/notes', await sign(claims))).status).toBe(200)
  expect(api.notes.every(({ passed, clause }) => passed && clause.startsWith('RFC '))).toBe(true)
  expect(api.notes.map(({ rule }) => rule)).toEqual(
    'one_token no_token_in_query bearer_syntax jwt_format algorithm typ critical_headers issuer audience signing_key signature expiry required_claims scope'.split(
      ' ',
    ),
  )
})

test('says "expired", at the very second of exp (RFC 7519 §4.1.4)', async () => {
  const api = exampleApi()
  const token = await sign(claims)
  api.elapsedSeconds = 299
  expect((await api.call('/notes', token)).status).toBe(200)
  api.elapsedSeconds = 300
  await expectRefusal(token, 'expiry', /expired 0 s ago/, api)
})

test('grants the leeway and not a second more (RFC 7519 §4.1.4)', async () => {
  const api = exampleApi({ leeway: 30 })
  const token = await sign(claims)
  api.elapsedSeconds = 329
  expect((await api.call('/notes', token)).status).toBe(200)
  api.elapsedSeconds = 330
  await expectRefusal(token, 'expiry', /expired 30 s ago \(leeway 30 s\)/, api)
})

test('says "not yet valid" and grants the leeway there too (RFC 7519 §4.1.5)', async () => {
  const token = await sign({ ...claims, nbf: NOW + 20 })
  await expectRefusal(token, 'not_before', /not yet valid: it becomes so in 20 s/)
  expect((await exampleApi({ leeway: 20 }).call('/notes', token)).status).toBe(200)
  await expectRefusal(token, 'not_before', /not yet valid/, exampleApi({ leeway: 19 }))
})

test('says "wrong audience" (RFC 9068 §4)', async () => {
  await expectRefusal(await sign({ ...claims, aud: 'https://other.example' }), 'audience', /Wrong audience/)
  await expectRefusal(await sign({ ...claims, aud: `${RESOURCE}/` }), 'audience', /Wrong audience/)
  const { aud: _, ...withoutAudience } = claims
  await expectRefusal(await sign(withoutAudience), 'audience', /aud is missing/)
})

test('accepts a list of audiences that names this API (RFC 7519 §4.1.3)', async () => {
  const token = await sign({ ...claims, aud: ['https://other.example', RESOURCE] })
  expect((await exampleApi().call('/notes', token)).status).toBe(200)
})

test('says "wrong issuer", compared as a string (RFC 9068 §4)', async () => {
  await expectRefusal(await sign({ ...claims, iss: `${ISSUER}/` }), 'issuer', /Wrong issuer/)
  await expectRefusal(await sign({ ...claims, iss: 'https://evil.example' }), 'issuer', /Wrong issuer/)
})

test('says "wrong signature" for a token that was changed (RFC 7515 §5.2)', async () => {
  const [header = '', , signature = ''] = (await sign(claims)).split('.')
  const payload = base64url(utf8(JSON.stringify({ ...claims, sub: 'mallory' })))
  await expectRefusal(`${header}.${payload}.${signature}`, 'signature', /Wrong signature/)
})

test('says "wrong signature" for another key under a known kid (RFC 7515 §5.2)', async () => {
  const key = { ...strangersKey, kid: fixtureKeys[0]?.kid ?? '' }
  await expectRefusal(await sign(claims, { key }), 'signature', /Wrong signature/)
})

test('says which kid the issuer does not have (RFC 7517 §4.5)', async () => {
  await expectRefusal(await sign(claims, { key: strangersKey }), 'signing_key', /no key for kid stranger/)
})

test('refuses an id_token used as an access token (RFC 9068 §4)', async () => {
  const idToken = await sign({ ...claims, nonce: 'n' }, { typ: 'JWT' })
  await expectRefusal(idToken, 'typ', /Wrong typ: it is JWT.*id_token/)
  await expectRefusal(await sign(claims, { typ: 'refresh+jwt' }), 'typ', /Wrong typ/)
})

test('accepts the long form of the type (RFC 9068 §4)', async () => {
  expect((await exampleApi().call('/notes', await sign(claims, { typ: 'application/AT+JWT' }))).status).toBe(200)
})

test('refuses an opaque token, such as a refresh token (RFC 7519 §7.2)', async () => {
  await expectRefusal('Ym9ndXM', 'jwt_format', /not a JWT/)
  await expectRefusal('a.b.c', 'jwt_format', /not a JWT/)
})

test('refuses an unsigned token (RFC 8725 §3.1, RFC 9068 §4)', async () => {
  for (const alg of ['none', 'NONE', 'nOnE']) {
    await expectRefusal(unsigned({ alg, typ: 'at+jwt' }), 'algorithm', /not signed \(alg none\)/)
  }
})

test('refuses algorithm confusion: the public key as an HMAC secret (RFC 8725 §2.1)', async () => {
  const [{ kid = '', n = '' } = {}] = fixtureKeys
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid }).sign(utf8(n))
  await expectRefusal(token, 'algorithm', /Algorithm confusion/)
})

test('refuses an algorithm that is not configured, however good (RFC 8725 §3.1)', async () => {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'PS256', typ: 'at+jwt' })
    .sign((await generateKeyPair('PS256')).privateKey)
  await expectRefusal(token, 'algorithm', /PS256 is not accepted/)
})

test('refuses a header extension it does not know (RFC 7515 §4.1.11)', async () => {
  const header = { alg: 'RS256', typ: 'at+jwt', crit: ['b64'], b64: false }
  await expectRefusal(unsigned(header), 'critical_headers', /crit/)
})

test('refuses a token without the claims of an access token (RFC 9068 §2.2)', async () => {
  const { jti: _, client_id: __, ...few } = claims
  await expectRefusal(await sign(few), 'required_claims', /client_id jti/)
  const { exp: ___, ...endless } = claims
  await expectRefusal(await sign(endless), 'expiry', /no expiry time/)
})

test('lets nothing of a token break the challenge (RFC 6750 §3)', async () => {
  const token = await sign({ ...claims, iss: 'x", scope="admin\r\nset-cookie: a=b \\ ü' })
  const response = await exampleApi().call('/notes', token)
  const line = response.headers.find(([name]) => name === 'www-authenticate')?.[1]
  expect(line).toMatch(/^Bearer realm="[ -!#-[\]-~]*", error="invalid_token", error_description="[ -!#-[\]-~]*"$/)
})
