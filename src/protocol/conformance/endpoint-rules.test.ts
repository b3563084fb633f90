/** Revocation, introspection, userinfo, registration and logout, seen from outside. */
import { expect, test } from 'vitest'
import { header } from '../../http/index.ts'
import {
  API,
  APP,
  basic,
  errorOf,
  INITIAL_ACCESS_TOKEN,
  isActive,
  obtainTokens,
  post,
  revoke,
  startExample,
  userinfo,
} from './example-server.fixture.ts'

const example = await startExample()
const { server, metadata } = example

test('revokes for the client that owns the token, and refuses another (RFC 7009 §2.1)', async () => {
  const { access_token, refresh_token } = await obtainTokens(example)
  expect((await revoke(example, 'unknown')).status).toBe(200)
  const url = metadata.revocation_endpoint
  const stranger = await post(server.handle, url, { ...APP, client_id: 'other-app', token: refresh_token })
  expect([stranger.status, errorOf(stranger)]).toEqual([400, 'invalid_grant'])
  expect(await isActive(example, refresh_token)).toBe(true)
  expect((await revoke(example, refresh_token)).status).toBe(200)
  expect(await isActive(example, refresh_token)).toBe(false)
  expect(await isActive(example, access_token)).toBe(false)
})

test('says nothing but inactive of what is inactive (RFC 7662 §2.2)', async () => {
  const { access_token, id_token } = await obtainTokens(example)
  const introspect = (value: string) =>
    post(server.handle, metadata.introspection_endpoint, { token: value }, basic('api', 'api-secret'))
  expect(JSON.parse((await introspect(access_token)).body)).toMatchObject({
    active: true,
    aud: API,
    token_type: 'Bearer',
  })
  example.clock.elapsedSeconds += 300
  for (const value of [access_token, id_token, 'unknown']) {
    expect((await introspect(value)).body).toBe('{"active":false}')
  }
})

test('refuses userinfo without a token, and with one of another kind (RFC 6750 §3)', async () => {
  const anonymous = await server.handle({ method: 'GET', url: metadata.userinfo_endpoint ?? '', headers: [], body: '' })
  expect(anonymous.status).toBe(401)
  expect(header(anonymous, 'www-authenticate')).toMatch(/^Bearer/)
  expect(header(anonymous, 'www-authenticate')).not.toContain('error')
  const { id_token, refresh_token } = await obtainTokens(example)
  for (const wrong of [id_token, refresh_token, 'a.b.c']) {
    const response = await userinfo(example, wrong)
    expect(response.status).toBe(401)
    expect(header(response, 'www-authenticate')).toContain('error="invalid_token"')
  }
})

test('registers only what it could serve (RFC 7591 §3.2.2)', async () => {
  const register = async (metadata_: unknown, bearer?: string) => {
    const response = await server.handle({
      method: 'POST',
      url: metadata.registration_endpoint ?? '',
      headers: [
        ['content-type', 'application/json'],
        ...(bearer === undefined ? [] : [['authorization', `Bearer ${bearer}`] as const]),
      ],
      body: typeof metadata_ === 'string' ? metadata_ : JSON.stringify(metadata_),
    })
    return [response.status, JSON.parse(response.body || '{}').error]
  }
  const good = { redirect_uris: ['https://new.example/callback'] }
  expect((await register(good))[0]).toBe(401)
  expect((await register(good, 'wrong'))[0]).toBe(401)
  expect(await register(good, INITIAL_ACCESS_TOKEN)).toEqual([201, undefined])
  for (const redirect_uris of [
    ['https://x.example/#f'],
    ['javascript:alert(1)'],
    ['relative'],
    [7],
    'https://x.example/',
  ]) {
    expect((await register({ redirect_uris }, INITIAL_ACCESS_TOKEN))[0]).toBe(400)
  }
  expect(await register({ redirect_uris: ['https://x.example/#f'] }, INITIAL_ACCESS_TOKEN)).toEqual([
    400,
    'invalid_redirect_uri',
  ])
  for (const bad of ['{', '[]', { ...good, token_endpoint_auth_method: 'x' }, { ...good, grant_types: ['password'] }]) {
    expect(await register(bad, INITIAL_ACCESS_TOKEN)).toEqual([400, 'invalid_client_metadata'])
  }
})

test('accepts an expired id_token as a hint to sign out, and redirects to registered URIs only (OpenID Connect RP-Initiated Logout §2, §3)', async () => {
  const { id_token } = await obtainTokens(example)
  example.clock.elapsedSeconds += 100_000
  const end = (post_logout_redirect_uri: string) =>
    example.alice.visit(
      `${metadata.end_session_endpoint}?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri })}`,
    )
  for (const uri of ['https://evil.example/', 'https://app.example/bye/', 'https://app.example/bye?x=1']) {
    const page = await end(uri)
    expect(new URL(page.url).origin).toBe(server.issuer)
    expect(page.html).toContain('<')
  }
  let page = await end('https://app.example/bye')
  if (page.status === 200) page = await example.alice.submit(page, {})
  expect(page.url).toBe('https://app.example/bye')
})
