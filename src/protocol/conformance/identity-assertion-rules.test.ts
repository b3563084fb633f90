/** Identity assertions between two servers, redeemed at one and issued by the other, seen from outside (ID-JAG, RFC 8693). */
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import type { ClientMetadata, PolicyOptions } from '../index.ts'
import { AS, bring, GRANT, ORDERS, PARTNER, published, SUB, sign, start } from './assertions.fixture.ts'
import {
  API,
  errorOf,
  exampleConfig,
  exchange,
  NOW,
  obtainCode,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'
import { proofKey, requestToken, tokenProof } from './proofs.fixture.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TYPE = 'urn:ietf:params:oauth:token-type:'

const JAG = { typ: 'oauth-id-jag+jwt' }
const jag = { client_id: 'job', jti: 'jag-1', iat: NOW, resource: ORDERS, scope: 'notes.read' }
const takesJag = (policy: PolicyOptions = {}) => start({ profile: 'id-jag', policy })

test('an identity assertion limits scope and resource, and is good once (RFC 7523 §3, RFC 8707 §2.2)', async () => {
  const example = await takesJag()
  expect(example.metadata.authorization_grant_profiles_supported).toEqual([
    'urn:ietf:params:oauth:grant-profile:id-jag',
  ])
  expect(errorOf(await bring(example, await sign(jag, JAG), { resource: API }))).toBe('invalid_target')
  expect(errorOf(await bring(example, await sign(jag, JAG), { scope: 'notes.write' }))).toBe('invalid_scope')
  const response = await bring(example, await sign(jag, JAG))
  expect(decodeJwt(tokensOf(response).access_token)).toMatchObject({ sub: SUB, aud: ORDERS, scope: 'notes.read' })
  expect(errorOf(await bring(example, await sign(jag, JAG)))).toBe('invalid_grant')
})

test.each([
  ['for another server', { aud: 'https://other.example' }, JAG],
  ['for the token endpoint', { aud: `${AS}/token` }, JAG],
  ['for two servers', { aud: [AS, 'https://other.example'] }, JAG],
  ['for another client', { client_id: 'app' }, JAG],
  ['without a client', { client_id: undefined }, JAG],
  ['without a jti', { jti: undefined }, JAG],
  ['without an iat', { iat: undefined }, JAG],
  ['about nobody', { sub: '' }, JAG],
  ['about a number', { sub: 7 }, JAG],
  ['with a scope that is no string', { scope: ['notes.read'] }, JAG],
  ['with a resource that is no URI', { resource: [ORDERS, 7] }, JAG],
  ['with a list of no resources', { resource: [] }, JAG],
  ['that is bound to a key, without a proof', { cnf: { jkt: 'x' } }, JAG],
  ['that is bound in a way nobody can prove', { cnf: { kid: 'x' } }, JAG],
  ['that does not say that it is one', {}, { typ: 'JWT' }],
])('refuses an identity assertion (ID-JAG §3.1, §4.4.1, §8.6) %s', async (_, claims, signing) => {
  expect(errorOf(await bring(await takesJag(), await sign({ ...jag, ...claims }, signing)))).toBe('invalid_grant')
})

test('an identity assertion for a resource that the server does not have is an invalid_target (RFC 8707 §2)', async () => {
  const assertion = await sign({ ...jag, resource: 'https://elsewhere.example' }, JAG)
  expect(errorOf(await bring(await takesJag(), assertion))).toBe('invalid_target')
})

test('an identity assertion that is bound to a key is redeemed with a proof of that key alone (ID-JAG §8.6)', async () => {
  const example = await takesJag()
  const [key, other] = await Promise.all([proofKey(), proofKey()])
  const assertion = await sign({ ...jag, cnf: { jkt: key.jkt } }, JAG)
  const form = { grant_type: GRANT, client_id: 'job', client_secret: 'secret', assertion }
  const redeem = async (by: typeof key) => requestToken(example, form, { proofs: [await tokenProof(example, by)] })
  expect(errorOf(await redeem(other))).toBe('invalid_grant')
  const response = await redeem(key)
  expect(JSON.parse(response.body).token_type).toBe('DPoP')
  expect(decodeJwt(tokensOf(response).access_token).cnf).toEqual({ jkt: key.jkt })
})

test('whoever names the profile or the type names its grant, with no client registered for it yet (ID-JAG §7.2)', async () => {
  const trusted_issuers = [{ issuer: PARTNER, jwks: { keys: [await published] }, profile: 'id-jag' as const }]
  const { metadata } = await startExample({ trusted_issuers, resource_authorization_servers: [PARTNER] })
  expect(metadata.grant_types_supported).toEqual(expect.arrayContaining([GRANT, EXCHANGE]))
})

test('a server takes no identity assertion of its own (ID-JAG §8.3)', async () => {
  const trusted_issuers = [{ issuer: AS, jwks: { keys: [await published] }, profile: 'id-jag' as const }]
  expect(errorOf(await bring(await start({ trusted_issuers }), await sign({ ...jag, iss: AS }, JAG)))).toBe(
    'invalid_grant',
  )
})

test('a client that registered no scope gets what the assertion says, as far as the server offers it (ID-JAG §4.4.1)', async () => {
  const example = await start({ profile: 'id-jag', client: { scope: undefined } })
  const response = await bring(example, await sign({ ...jag, scope: 'notes.read mail.send openid' }, JAG))
  expect(tokensOf(response).scope).toBe('notes.read')
})

test('what the assertion says in more words is granted, and no scope beside it (ID-JAG §4.4.1, RFC 9396 §5)', async () => {
  const example = await start({ profile: 'id-jag', authorization_details_types: ['note'] })
  const says = async (authorization_details: unknown, jti: string) =>
    bring(example, await sign({ ...jag, jti, scope: undefined, authorization_details }, JAG))
  const details = [{ type: 'note', actions: ['read'] }]
  const body = JSON.parse((await says(details, 'a')).body)
  expect(body).toMatchObject({ authorization_details: details })
  expect(body).not.toHaveProperty('scope')
  expect(errorOf(await says([{ type: 'unknown' }], 'b'))).toBe('invalid_authorization_details')
  expect(errorOf(await says('note', 'c'))).toBe('invalid_authorization_details')
})

test('whose assertions a client may bring counts for identity assertions as well (policy)', async () => {
  const client = { assertion_subjects: [{ issuer: PARTNER, sub: 'somebody-else' }] }
  expect(errorOf(await bring(await start({ profile: 'id-jag', client }), await sign(jag, JAG)))).toBe('invalid_grant')
})

test('the policy assertionTarget unchecked takes one that was made for another server (policy)', async () => {
  const example = await takesJag({ assertionTarget: 'unchecked' })
  const claims = { ...jag, aud: 'https://other.example', resource: 'https://elsewhere.example' }
  expect((await bring(example, await sign(claims, JAG))).status).toBe(200)
})

const OTHER = 'https://other-as.example'

async function startIdentityProvider(more: Partial<ClientMetadata> = {}) {
  const { clients = [] } = exampleConfig(AS)
  const wiki = { ...clients.find(({ client_id }) => client_id === 'app'), client_id: 'app' }
  const grant_types = ['authorization_code', 'refresh_token', EXCHANGE]
  const others = clients.filter(({ client_id }) => client_id !== 'app')
  const example = await startExample({
    clients: [...others, { ...wiki, grant_types, ...more }],
    resource_authorization_servers: [OTHER],
  })
  const tokens = tokensOf(await exchange(example, await obtainCode(example, { scope: 'openid profile' })))
  const ask = (more: Record<string, string> = {}, proofs: readonly string[] = []) =>
    requestToken(
      example,
      {
        grant_type: EXCHANGE,
        client_id: 'app',
        client_secret: 'app-secret',
        requested_token_type: `${TYPE}id-jag`,
        subject_token: tokens.id_token,
        subject_token_type: `${TYPE}id_token`,
        audience: OTHER,
        ...more,
      },
      { proofs },
    )
  return { example, tokens, ask }
}

test('an ID Token becomes an identity assertion for a named server, client and resource (RFC 8693 §2.2.1)', async () => {
  const { example, ask } = await startIdentityProvider()
  expect(example.metadata.identity_chaining_requested_token_types_supported).toEqual([`${TYPE}id-jag`])
  const body = JSON.parse((await ask({ resource: ORDERS, scope: 'notes.read' })).body)
  expect(body).toEqual({
    access_token: expect.any(String),
    issued_token_type: `${TYPE}id-jag`,
    token_type: 'N_A',
    expires_in: 300,
    scope: 'notes.read',
  })
  expect(decodeProtectedHeader(body.access_token).typ).toBe('oauth-id-jag+jwt')
  const claims = { iss: AS, sub: 'user-1', aud: OTHER, client_id: 'app', resource: ORDERS, scope: 'notes.read' }
  expect(decodeJwt(body.access_token)).toMatchObject({ ...claims, iat: NOW, exp: NOW + 300, jti: expect.any(String) })
})

test('no identity assertion for an unknown server, for none, or for another token (RFC 8693 §2.2.2)', async () => {
  const { tokens, ask } = await startIdentityProvider()
  expect(errorOf(await ask({ audience: 'https://unknown.example' }))).toBe('invalid_target')
  expect(errorOf(await ask({ audience: '' }))).toBe('invalid_request')
  expect(errorOf(await ask({ resource: 'no-uri' }))).toBe('invalid_target')
  expect(errorOf(await ask({ scope: 'unknown' }))).toBe('invalid_scope')
  const other = { subject_token: tokens.access_token, subject_token_type: `${TYPE}access_token` }
  expect(errorOf(await ask(other))).toBe('invalid_request')
})

test('an identity assertion that is asked for with a proof is bound to its key, and is no token of any scheme (ID-JAG §8.6)', async () => {
  const { example, ask } = await startIdentityProvider()
  const key = await proofKey()
  const body = JSON.parse((await ask({}, [await tokenProof(example, key)])).body)
  expect(body.token_type).toBe('N_A')
  expect(decodeJwt(body.access_token).cnf).toEqual({ jkt: key.jkt })
})

test('the scope is the other server’s: any for a client that registered none of an API here (ID-JAG §4.3)', async () => {
  const { ask } = await startIdentityProvider({ scope: 'openid profile offline_access' })
  const body = JSON.parse((await ask({ scope: 'chat.read chat.history' })).body)
  expect(decodeJwt(body.access_token).scope).toBe('chat.read chat.history')
  expect(errorOf(await ask({ scope: 'chat"read' }))).toBe('invalid_scope')
})

test('authorization details go into the assertion as they are asked for (ID-JAG §4.3)', async () => {
  const { ask } = await startIdentityProvider()
  const details = [{ type: 'chat', actions: ['read'] }]
  const body = JSON.parse((await ask({ authorization_details: JSON.stringify(details) })).body)
  expect(body.authorization_details).toEqual(details)
  expect(decodeJwt(body.access_token).authorization_details).toEqual(details)
  expect(errorOf(await ask({ authorization_details: '{}' }))).toBe('invalid_authorization_details')
})
