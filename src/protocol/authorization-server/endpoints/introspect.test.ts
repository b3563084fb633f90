import { beforeEach, expect, test } from 'vitest'
import {
  API,
  APP,
  basic,
  type Example,
  errorOf,
  NOW,
  obtainTokens,
  post,
  startExample,
  type Tokens,
} from '../../conformance/example-server.fixture.ts'

let example: Example
let tokens: Tokens

beforeEach(async () => {
  example = await startExample()
  tokens = await obtainTokens(example)
})

/** Asks as the API that the token is for. */
async function introspect(token: string, authorization: string | undefined = basic('api', 'api-secret')) {
  return post(example.server.handle, example.metadata.introspection_endpoint, { token }, authorization)
}

test('describes an active access token (RFC 7662 §2.2)', async () => {
  expect(JSON.parse((await introspect(tokens.access_token)).body)).toMatchObject({
    active: true,
    token_type: 'Bearer',
    client_id: 'app',
    username: 'alice',
    sub: 'user-1',
    aud: API,
    iss: example.server.issuer,
    exp: NOW + 300,
    iat: NOW,
    scope: 'openid profile offline_access notes.read',
  })
})

test('answers active false and nothing else for whatever is not active (RFC 7662 §2.2)', async () => {
  const otherClientsRefreshToken = tokens.refresh_token
  for (const token of ['unknown', tokens.id_token, otherClientsRefreshToken]) {
    expect((await introspect(token)).body).toBe('{"active":false}')
  }
  example.clock.elapsedSeconds += 300
  expect((await introspect(tokens.access_token)).body).toBe('{"active":false}')
})

test('tells of a refresh token to its own client, and never as a Bearer token (RFC 7662 §2.2)', async () => {
  const url = example.metadata.introspection_endpoint
  const response = await post(example.server.handle, url, { ...APP, token: tokens.refresh_token })
  expect(JSON.parse(response.body)).toEqual({
    active: true,
    client_id: 'app',
    exp: NOW + 86_400,
    iat: NOW,
    iss: example.server.issuer,
  })
})

test('asks the caller to authenticate, 401 else (RFC 7662 §2.1)', async () => {
  for (const authorization of [basic('api', 'wrong'), basic('nobody', 'x')]) {
    const response = await introspect(tokens.access_token, authorization)
    expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
  }
  const form = { client_id: 'spa', token: tokens.access_token }
  const response = await post(example.server.handle, example.metadata.introspection_endpoint, form)
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
})

test('a missing token is invalid_request (RFC 7662 §2.3)', async () => {
  expect(errorOf(await introspect(''))).toBe('invalid_request')
})
