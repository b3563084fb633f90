import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/index.ts'
import { challengeOf, claims, exampleApi, RESOURCE, sign } from './resource-server/example-api.fixture.ts'

const token = await sign(claims)
const form: HttpRequest['headers'] = [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']]

function send(request: Partial<HttpRequest>) {
  const api = exampleApi()
  const whole = { method: 'GET', url: `${RESOURCE}/notes`, headers: [], body: '', ...request }
  return api.server.handle(whole).then((response) => ({ response, notes: api.notes }))
}

test('accepts a token in the Authorization header (RFC 6750 §2.1)', async () => {
  const { response } = await send({ headers: [['authorization', `Bearer ${token}`]] })
  expect(response.status).toBe(200)
  expect(JSON.parse(response.body)).toEqual({ owner: 'alice' })
})

test('compares the scheme without case (RFC 9110 §11.1)', async () => {
  const { response } = await send({ headers: [['Authorization', `bEARER ${token}`]] })
  expect(response.status).toBe(200)
})

test('accepts a token in a form body (RFC 6750 §2.2)', async () => {
  const { response } = await send({ method: 'POST', headers: form, body: `title=x&access_token=${token}` })
  expect(response.status).toBe(200)
})

test('sees no token in a body that is not a form (RFC 6750 §2.2)', async () => {
  const { response } = await send({
    method: 'POST',
    headers: [['content-type', 'application/json']],
    body: `access_token=${token}`,
  })
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toEqual({ realm: 'notes' })
})

test('refuses a form body on GET (RFC 6750 §2.2)', async () => {
  const { response, notes } = await send({ headers: form, body: `access_token=${token}` })
  expect(response.status).toBe(400)
  expect(challengeOf(response).error).toBe('invalid_request')
  expect(notes.at(-1)).toMatchObject({ rule: 'token_in_body', passed: false, clause: 'RFC 6750 §2.2' })
})

test('refuses a token in the query (RFC 9700 §4.3.2)', async () => {
  const { response, notes } = await send({ url: `${RESOURCE}/notes?access_token=${token}` })
  expect(response.status).toBe(400)
  expect(challengeOf(response)).toMatchObject({
    error: 'invalid_request',
    error_description: expect.stringMatching(/query/),
  })
  expect(notes.at(-1)).toMatchObject({ rule: 'no_token_in_query', passed: false, clause: 'RFC 9700 §4.3.2' })
})

test('refuses two ways at once, each pair of them (RFC 6750 §2, §3.1)', async () => {
  const authorization: [string, string] = ['authorization', `Bearer ${token}`]
  const url = `${RESOURCE}/notes?access_token=${token}`
  const body = `access_token=${token}`
  const requests: Partial<HttpRequest>[] = [
    { headers: [authorization], url },
    { method: 'POST', headers: [authorization, ...form], body },
    { method: 'POST', headers: form, url, body },
    { headers: [authorization, authorization] },
    { method: 'POST', headers: form, body: `${body}&${body}` },
  ]
  for (const request of requests) {
    const { response } = await send(request)
    expect(response.status).toBe(400)
    expect(challengeOf(response).error).toBe('invalid_request')
  }
})

test('answers a request without a token with a challenge without an error code (RFC 6750 §3.1)', async () => {
  const { response, notes } = await send({})
  expect(response.status).toBe(401)
  expect(response.headers).toContainEqual(['www-authenticate', 'Bearer realm="notes"'])
  expect(response.body).toBe('')
  expect(notes).toMatchObject([
    { rule: 'token_present', passed: false, fix: expect.stringMatching(/Authorization header/) },
  ])
})

test('treats credentials of another scheme as none (RFC 6750 §3.1)', async () => {
  const { response } = await send({ headers: [['authorization', 'Basic YTpi']] })
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toEqual({ realm: 'notes' })
})

test('refuses malformed credentials (RFC 6750 §2.1)', async () => {
  for (const value of ['Bearer', 'Bearer ', `Bearer "${token}"`, `Bearer ${token}, Bearer ${token}`, 'Bearer ü']) {
    const { response } = await send({ headers: [['authorization', value]] })
    expect(response.status, value).toBe(400)
    expect(challengeOf(response).error).toBe('invalid_request')
  }
  const { response } = await send({ method: 'POST', headers: form, body: 'access_token=' })
  expect(response.status).toBe(400)
})

test('answers unknown targets and methods without asking for a token (RFC 9110 §15.5.5, §15.5.6)', async () => {
  expect((await send({ url: `${RESOURCE}/nothing` })).response.status).toBe(404)
  const { response } = await send({ method: 'PATCH' })
  expect(response.status).toBe(405)
  expect(response.headers).toContainEqual(['allow', 'GET, POST, DELETE'])
})
