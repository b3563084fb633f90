/** Back-channel logout, seen from a client that hears of it (OpenID Connect Back-Channel Logout). */
import { compactDecrypt, createLocalJWKSet, decodeJwt, exportJWK, generateKeyPair, type JWK, jwtVerify } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { type HttpRequest, header, parseForm } from '../../http/index.ts'
import type { Environment, Note } from '../environment.ts'
import { fixtureKeys } from '../fixture-keys.ts'
import type { ClientMetadata } from '../index.ts'
import { publicJwks } from '../keys.ts'
import { type Example, exampleConfig, obtainTokens, startExample } from './example-server.fixture.ts'

const URI = 'https://app.example/backchannel-logout'
const JWKS = 'https://app.example/jwks.json'
let example: Example
let notes: Note[]
let sent: HttpRequest[]
let answers: (number | Error)[]
/** What the client publishes, where it does. */
let jwks: { readonly keys: readonly JWK[] }

beforeEach(async () => {
  notes = []
  sent = []
  answers = []
  jwks = { keys: [] }
  await start()
})

/** Starts the server with a client that listens, registered as told. */
async function start(registered: Partial<ClientMetadata> = {}, environment: Partial<Environment> = {}): Promise<void> {
  const { clients = [] } = exampleConfig('https://as.example')
  const listening = { backchannel_logout_uri: URI, backchannel_logout_session_required: true, ...registered }
  example = await startExample(
    { clients: clients.map((client) => (client.client_id === 'app' ? { ...client, ...listening } : client)) },
    {
      note: (note) => notes.push(note),
      send: async (request) => {
        sent.push(request)
        if (request.url === JWKS) return { status: 200, headers: [], body: JSON.stringify(jwks) }
        const answer = answers.shift() ?? 200
        if (answer instanceof Error) throw answer
        return { status: answer, headers: [], body: '' }
      },
      ...environment,
    },
  )
}

const signOut = (id_token: string) =>
  example.alice.visit(`${example.metadata.end_session_endpoint}?${new URLSearchParams({ id_token_hint: id_token })}`)
const tokenOf = (request: HttpRequest | undefined) =>
  parseForm(request?.body ?? '').find(([name]) => name === 'logout_token')?.[1] ?? ''

test('is named where a client registered for it (OpenID Connect Back-Channel Logout §2.1)', async () => {
  const members = { backchannel_logout_supported: true, backchannel_logout_session_supported: true }
  expect(example.metadata).toMatchObject(members)
  expect((await startExample()).metadata).not.toHaveProperty('backchannel_logout_supported')
})

test('a logout sends a signed logout token with sub, sid and the event, and no nonce (OpenID Connect Back-Channel Logout §2.4, §2.5)', async () => {
  const { id_token } = await obtainTokens(example)
  await signOut(id_token)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ method: 'POST', url: URI })
  expect(sent[0] && header(sent[0], 'content-type')).toBe('application/x-www-form-urlencoded')
  const keys = createLocalJWKSet(publicJwks({ keys: fixtureKeys }))
  const now = new Date(example.now() * 1000)
  const { payload } = await jwtVerify(tokenOf(sent[0]), keys, { typ: 'logout+jwt', currentDate: now })
  expect(payload).toEqual({
    iss: example.server.issuer,
    sub: 'user-1',
    aud: 'app',
    iat: example.now(),
    exp: example.now() + 120,
    jti: expect.any(String),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    sid: decodeJwt(id_token).sid,
  })
})

test('nobody is told who got no ID Token in the session (OpenID Connect Back-Channel Logout §2.3)', async () => {
  const { id_token } = await obtainTokens(example)
  await signOut(id_token)
  await obtainTokens(example)
  await example.server.revokeSessions('user-2', 'nobody')
  expect(sent).toHaveLength(1)
})

test('the confirmed logout and the operator tell it too, with a new jti each (OpenID Connect Back-Channel Logout §2.4)', async () => {
  await obtainTokens(example)
  const page = await example.alice.visit(example.metadata.end_session_endpoint ?? '')
  await example.alice.submit(page, {}, /^Sign out$/)
  await obtainTokens(example)
  await example.server.revokeSessions('user-1', 'the operator ended it')
  expect(new Set(sent.map((request) => decodeJwt(tokenOf(request)).jti)).size).toBe(2)
})

test('sends the same token again where the client fails, three times at most (policy)', async () => {
  answers = [new TypeError('no network'), 503, 200]
  await signOut((await obtainTokens(example)).id_token)
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
  const verdicts = notes.filter((note) => note.type === 'check' && note.rule === 'backchannel_logout')
  expect(verdicts).toMatchObject([{ passed: true }])
  answers = [503, 503, 503, 503]
  const page = await signOut((await obtainTokens(example)).id_token)
  expect(sent).toHaveLength(6)
  expect(page.html).toContain('You are signed out')
})

test('a logout token is signed and encrypted as the ID Tokens of its client are (OpenID Connect Back-Channel Logout §2.4, §2.6)', async () => {
  const signer = await generateKeyPair('EdDSA', { extractable: true })
  const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', { extractable: true })
  const registered = {
    id_token_signed_response_alg: 'EdDSA',
    id_token_encrypted_response_alg: 'ECDH-ES',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), use: 'enc' }] },
  }
  await start(registered, {
    keys: [...fixtureKeys, { ...(await exportJWK(signer.privateKey)), kid: 'ed', alg: 'EdDSA' }],
  })
  await obtainTokens(example)
  await example.server.revokeSessions('user-1', 'the operator ended it')
  const { plaintext } = await compactDecrypt(tokenOf(sent[0]), privateKey)
  const { payload } = await jwtVerify(new TextDecoder().decode(plaintext), signer.publicKey, {
    typ: 'logout+jwt',
    currentDate: new Date(example.now() * 1000),
  })
  expect(payload.aud).toBe('app')
})

test('a token that cannot be encrypted stays here, and the logout goes on (OpenID Connect Back-Channel Logout §2.4)', async () => {
  const { publicKey } = await generateKeyPair('ECDH-ES', { extractable: true })
  jwks = { keys: [await exportJWK(publicKey)] }
  await start({ id_token_encrypted_response_alg: 'ECDH-ES', jwks_uri: JWKS })
  await obtainTokens(example)
  jwks = { keys: [] }
  await example.server.revokeSessions('user-1', 'the operator ended it')
  expect(sent.map(({ url }) => url)).not.toContain(URI)
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'backchannel_logout', passed: false }))
})

test('a refusal is an answer and is not asked again (OpenID Connect Back-Channel Logout §2.8)', async () => {
  answers = [400]
  await signOut((await obtainTokens(example)).id_token)
  expect(sent).toHaveLength(1)
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'backchannel_logout', passed: false }))
})
