import { expect, test } from 'vitest'
import { challengeOf, claims, exampleApi, NOW, RESOURCE, sign } from './example-api.fixture.ts'

test('answers a missing scope with 403 and the scope it takes (RFC 6750 §3.1)', async () => {
  const api = exampleApi()
  const token = await sign({ ...claims, scope: 'read' })
  const response = await api.server.handle({
    method: 'POST',
    url: `${RESOURCE}/notes`,
    headers: [['authorization', `Bearer ${token}`]],
    body: '',
  })
  expect(response.status).toBe(403)
  expect(challengeOf(response)).toEqual({
    realm: 'notes',
    error: 'insufficient_scope',
    error_description: 'The token lacks the scope write.',
    scope: 'read write',
  })
  expect(api.notes.at(-1)).toMatchObject({ rule: 'scope', passed: false, sent: 'read', expected: 'read write' })
})

test('compares scopes whole and with case (RFC 6749 §3.3)', async () => {
  for (const scope of ['', 'READ', 'reader', 'write', undefined, 7]) {
    const response = await exampleApi().call('/notes', await sign({ ...claims, scope }))
    expect(response.status, String(scope)).toBe(403)
  }
})

test('takes any valid token where a route demands no scope', async () => {
  const { scope: _, ...withoutScope } = claims
  expect((await exampleApi().call('/ping', await sign(withoutScope))).status).toBe(200)
})

test('demands a stronger sign-in with acr_values (RFC 9470 §3)', async () => {
  for (const acr of [undefined, 'pwd', 'mf']) {
    const response = await exampleApi().call('/transfer', await sign({ ...claims, acr }))
    expect(response.status).toBe(401)
    expect(challengeOf(response)).toEqual({
      realm: 'notes',
      error: 'insufficient_user_authentication',
      error_description: 'A different authentication level is required.',
      acr_values: 'mfa phr',
    })
  }
  for (const acr of ['mfa', 'phr']) {
    expect((await exampleApi().call('/transfer', await sign({ ...claims, acr }))).status).toBe(200)
  }
})

test('demands a fresher sign-in with max_age (RFC 9470 §3)', async () => {
  for (const auth_time of [undefined, NOW - 61]) {
    const response = await exampleApi().call('/recent', await sign({ ...claims, auth_time }))
    expect(response.status).toBe(401)
    expect(challengeOf(response)).toMatchObject({ error: 'insufficient_user_authentication', max_age: '60' })
  }
  expect((await exampleApi().call('/recent', await sign({ ...claims, auth_time: NOW - 60 }))).status).toBe(200)
})

test('asks for the scope before it asks for a stronger sign-in', async () => {
  const response = await exampleApi().call('/transfer', await sign({ ...claims, scope: 'write' }))
  expect(challengeOf(response).error).toBe('insufficient_scope')
})

test('demands a role that the scope does not give, and answers without a challenge (RFC 9068 §2.2.3.1)', async () => {
  const routes = [{ method: 'GET', path: '/audit', scope: 'read', role: 'auditor', respond: () => ({ read: true }) }]
  for (const roles of [undefined, [], ['Auditor'], 'auditor', ['editor', 'reader']]) {
    const api = exampleApi({ routes })
    const response = await api.call('/audit', await sign({ ...claims, roles }))
    expect(response.status).toBe(403)
    expect(JSON.parse(response.body).error).toBe('access_denied')
    expect(response.headers.map(([name]) => name)).not.toContain('www-authenticate')
    expect(api.notes.at(-1)).toMatchObject({ rule: 'role', clause: 'policy', passed: false, expected: 'auditor' })
  }
  const token = await sign({ ...claims, roles: ['editor', 'auditor'] })
  expect((await exampleApi({ routes }).call('/audit', token)).status).toBe(200)
})
