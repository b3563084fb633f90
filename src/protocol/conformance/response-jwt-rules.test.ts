/** Authorization responses as JWTs, seen from outside: JARM. */
import { compactDecrypt, createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { header, parseForm } from '../../http/index.ts'
import type { ClientMetadata } from '../index.ts'
import { authorizationUrl, type Example, NOW, REDIRECT_URI, signIn, startExample } from './example-server.fixture.ts'
import { readForm } from './user-agent.fixture.ts'

const client = (client_id: string, metadata: Partial<ClientMetadata> = {}): ClientMetadata => ({
  client_id,
  redirect_uris: [REDIRECT_URI],
  token_endpoint_auth_method: 'none',
  scope: 'openid notes.read',
  ...metadata,
})
const keys = await generateKeyPair('RSA-OAEP-256')
const encrypted = {
  authorization_encrypted_response_alg: 'RSA-OAEP-256',
  jwks: { keys: [{ ...(await exportJWK(keys.publicKey)), use: 'enc' }] },
}
const example = await startExample({
  clients: [client('signed', { authorization_signed_response_alg: 'RS256' }), client('silent')],
})

const request = { client_id: 'signed', scope: 'openid' }

/** The claims of a response, verified as its client does (JARM §2.4). */
async function verified(response: string | undefined, audience = 'signed', at: Example = example) {
  const { body } = await at.server.handle({ method: 'GET', url: at.metadata.jwks_uri ?? '', headers: [], body: '' })
  const expected = { issuer: at.server.issuer, audience, currentDate: new Date(NOW * 1000), requiredClaims: ['exp'] }
  return (await jwtVerify(response ?? '', createLocalJWKSet(JSON.parse(body)), expected)).payload
}

const read = (text: string): Partial<Record<string, string>> => Object.fromEntries(parseForm(text))

/** Signs in, and returns what the redirect carries. */
async function answer(parameters: Record<string, string>, at: Example = example) {
  const { url } = await signIn(at.alice, authorizationUrl(at, { ...request, ...parameters }))
  return { inQuery: read(new URL(url).search), inFragment: read(new URL(url).hash.slice(1)) }
}

/** Asks without a session: what is refused is refused at once. */
async function refusal(parameters: Record<string, string>, at: Example = example) {
  const url = authorizationUrl(at, { ...request, ...parameters })
  const location = header(await at.server.handle({ method: 'GET', url, headers: [], body: '' }), 'location')
  return read(new URL(location ?? 'about:blank').search)
}

test('names modes and algorithms (JARM §4)', () => {
  expect(example.metadata).toMatchObject({
    response_modes_supported: expect.arrayContaining(['jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt']),
    authorization_signing_alg_values_supported: ['RS256'],
  })
  expect(example.metadata).not.toHaveProperty('authorization_encryption_alg_values_supported')
})

test.each(['jwt', 'query.jwt'])('puts the whole answer into one JWT: %s (JARM §2.1, §2.3)', async (response_mode) => {
  const { inQuery } = await answer({ response_mode })
  expect(Object.keys(inQuery)).toEqual(['response'])
  const claims = await verified(inQuery.response)
  expect(claims).toMatchObject({ code: expect.any(String), state: 'state-1', aud: 'signed', exp: NOW + 60 })
})

test('goes into the fragment or a form where it is asked to (JARM §2.3)', async () => {
  const { inQuery, inFragment } = await answer({ response_mode: 'fragment.jwt' })
  expect([Object.keys(inQuery), Object.keys(inFragment)]).toEqual([[], ['response']])
  const page = await example.alice.visit(authorizationUrl(example, { ...request, response_mode: 'form_post.jwt' }))
  const { action, fields } = readForm(page)
  expect([action, Object.keys(fields)]).toEqual([REDIRECT_URI, ['response']])
  expect(await verified(fields.response)).toHaveProperty('code')
})

test('tells errors in a JWT as well (JARM §2.1)', async () => {
  const { response, ...more } = await refusal({ response_mode: 'jwt', scope: 'admin' })
  expect(more).toEqual({})
  expect(await verified(response)).toMatchObject({ error: 'invalid_scope', state: 'state-1' })
})

test('signs with RS256 for a client that registered nothing (JARM §3)', async () => {
  const { inQuery } = await answer({ client_id: 'silent', response_mode: 'jwt' })
  expect(decodeProtectedHeader(inQuery.response ?? '').alg).toBe('RS256')
  expect(await verified(inQuery.response, 'silent')).toHaveProperty('code')
})

test('signs also what is encrypted for a client that registered no signature (JARM §2.2, §3)', async () => {
  const secret = await startExample({ clients: [client('secret', encrypted)] })
  expect(secret.metadata).toMatchObject({
    authorization_signing_alg_values_supported: ['RS256'],
    authorization_encryption_alg_values_supported: expect.arrayContaining(['RSA-OAEP-256']),
  })
  const { inQuery } = await answer({ client_id: 'secret', response_mode: 'jwt' }, secret)
  const { plaintext } = await compactDecrypt(inQuery.response ?? '', keys.privateKey)
  expect(await verified(new TextDecoder().decode(plaintext), 'secret', secret)).toHaveProperty('code')
})

test('has no such mode where no configured client registered for it (policy)', async () => {
  const plain = await startExample({ clients: [client('signed')] })
  expect(plain.metadata.response_modes_supported).toEqual(['query', 'fragment', 'form_post'])
  expect(await refusal({ response_mode: 'jwt' }, plain)).toMatchObject({ error: 'invalid_request', state: 'state-1' })
})
