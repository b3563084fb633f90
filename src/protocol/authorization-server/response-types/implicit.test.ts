import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { header, parseForm } from '../../../http/index.ts'
import {
  authorizationUrl,
  type Example,
  REDIRECT_URI,
  signIn,
  startExample,
} from '../../conformance/example-server.fixture.ts'
import type { PolicyOptions } from '../../state/policy.ts'
import { halfHash } from '../../tokens/id-token.ts'

const request = {
  client_id: 'old-spa',
  response_type: 'id_token token',
  scope: 'openid notes.read',
  nonce: 'nonce-1',
  state: 'state-1',
}

function start(implicit?: PolicyOptions['implicit'], client = {}): Promise<Example> {
  const old = {
    client_id: 'old-spa',
    redirect_uris: [REDIRECT_URI],
    grant_types: ['implicit'],
    response_types: ['token', 'id_token token'],
    scope: 'openid notes.read',
  }
  return startExample({ clients: [{ ...old, ...client }], ...(implicit && { policy: { implicit } }) })
}

/** Asks without a session: what is refused is refused at once. */
async function refusal(example: Example, changes: Record<string, string> = {}, removed?: string) {
  const url = new URL(authorizationUrl(example, { ...request, ...changes }))
  if (removed !== undefined) url.searchParams.delete(removed)
  const response = await example.server.handle({ method: 'GET', url: url.href, headers: [], body: '' })
  const location = new URL(header(response, 'location') ?? 'about:blank')
  return { inQuery: read(location.search), inFragment: read(location.hash.slice(1)) }
}

/** Signs in, and returns what the redirect carries. */
async function answer(example: Example, changes: Record<string, string> = {}) {
  const { url } = await signIn(example.alice, authorizationUrl(example, { ...request, ...changes }))
  return { inQuery: read(new URL(url).search), inFragment: read(new URL(url).hash.slice(1)) }
}

function read(text: string): Partial<Record<string, string>> {
  return Object.fromEntries(parseForm(text))
}

test('is off unless the policy says otherwise: unsupported_response_type (RFC 9700 §2.1.2, RFC 6749 §4.2.2.1)', async () => {
  const example = await start()
  for (const response_type of ['token', 'id_token token', 'code id_token']) {
    const { inQuery, inFragment } = await refusal(example, { response_type })
    expect(inFragment).toMatchObject({ error: 'unsupported_response_type', state: 'state-1' })
    expect(inQuery).toEqual({})
  }
  expect(example.metadata.response_types_supported).toEqual(['code'])
})

test('is for clients that registered it alone: unauthorized_client (RFC 6749 §4.2.2.1)', async () => {
  const unregistered = await start('registered_clients', { response_types: ['code'] })
  expect((await refusal(unregistered)).inFragment).toMatchObject({ error: 'unauthorized_client' })
  const withoutGrant = await start('registered_clients', { grant_types: ['authorization_code'] })
  expect((await refusal(withoutGrant)).inFragment).toMatchObject({ error: 'unauthorized_client' })
})

test('answers token with an access token in the fragment and nothing else (RFC 6749 §4.2.2)', async () => {
  const { inQuery, inFragment } = await answer(await start('registered_clients'), { response_type: 'token' })
  expect(inQuery).toEqual({})
  expect(inFragment).toMatchObject({ token_type: 'Bearer', expires_in: '300', scope: 'openid notes.read' })
  expect(Object.keys(inFragment).sort()).toEqual(
    ['access_token', 'expires_in', 'iss', 'scope', 'state', 'token_type'].sort(),
  )
})

test('answers id_token token in either order of the words, bound by nonce and at_hash (OpenID Connect Core §3.2.2.10)', async () => {
  const example = await start('registered_clients')
  const { inFragment } = await answer(example, { response_type: 'token id_token' })
  expect(decodeJwt(inFragment.id_token ?? '')).toMatchObject({
    aud: 'old-spa',
    nonce: 'nonce-1',
    at_hash: await halfHash(inFragment.access_token ?? '', 'RS256'),
  })
  expect(inFragment).not.toHaveProperty('refresh_token')
})

test('refuses tokens in a query (OAuth 2.0 Multiple Response Types §5)', async () => {
  const { inQuery } = await refusal(await start('registered_clients'), { response_mode: 'query' })
  expect(inQuery).toMatchObject({ error: 'invalid_request' })
})

test('a server from before the response modes puts them there when asked to', async () => {
  const { inQuery } = await answer(await start('in_any_mode'), { response_mode: 'query' })
  expect(inQuery).toHaveProperty('access_token')
})

test('refuses an ID Token request without nonce or without openid (OpenID Connect Core §3.2.2.1, §3.1.2.1)', async () => {
  const example = await start('registered_clients')
  expect((await refusal(example, {}, 'nonce')).inFragment).toMatchObject({ error: 'invalid_request' })
  expect((await refusal(example, { scope: 'notes.read' })).inFragment).toMatchObject({ error: 'invalid_scope' })
})

test('says in the discovery document what it answers (RFC 8414 §2)', async () => {
  const { metadata } = await start('registered_clients')
  expect(metadata.response_types_supported).toEqual(['code', 'token', 'id_token token'])
  expect(metadata.grant_types_supported).toContain('implicit')
})

test('a client that registered bound tokens gets none from the authorization endpoint (policy)', async () => {
  for (const bound of [{ dpop_bound_access_tokens: true }, { tls_client_certificate_bound_access_tokens: true }]) {
    const { inFragment } = await refusal(await start('registered_clients', bound))
    expect(inFragment).toMatchObject({ error: 'unauthorized_client', state: 'state-1' })
  }
})
