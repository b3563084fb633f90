import { expect, test } from 'vitest'
import { header, headers } from '../http/index.ts'
import { claims, exampleApi, RESOURCE, sign } from './resource-server/example-api.fixture.ts'

const APP = 'https://app.example'

function preflight(origin: string, path = '/notes', allowed_origins: readonly string[] = [APP]) {
  return exampleApi({ allowed_origins }).server.handle({
    method: 'OPTIONS',
    url: `${RESOURCE}${path}`,
    headers: [
      ['origin', origin],
      ['access-control-request-method', 'POST'],
      ['access-control-request-headers', 'authorization'],
    ],
    body: '',
  })
}

test('answers a preflight without asking for a token (Fetch §3.3)', async () => {
  const response = await preflight(APP)
  expect(response.status).toBe(204)
  expect(header(response, 'access-control-allow-origin')).toBe(APP)
  expect(header(response, 'access-control-allow-methods')).toBe('GET, POST, DELETE')
  expect(header(response, 'access-control-allow-headers')).toContain('authorization')
  expect(header(response, 'vary')).toBe('Origin')
})

test('refuses the preflight of an origin it does not know, whole string compared', async () => {
  for (const origin of ['https://evil.example', 'https://app.example.evil', 'http://app.example', 'null']) {
    const response = await preflight(origin)
    expect(response.status).toBe(403)
    expect(header(response, 'access-control-allow-origin')).toBeUndefined()
  }
})

test('lets scripts of an allowed origin read answers and challenges', async () => {
  const api = exampleApi({ allowed_origins: [APP] })
  const request = { method: 'GET', url: `${RESOURCE}/notes`, body: '' }
  const token = await sign(claims)
  const authorization = ['authorization', `Bearer ${token}`] as const
  const granted = await api.server.handle({ ...request, headers: [['origin', APP], authorization] })
  expect(granted.status).toBe(200)
  expect(header(granted, 'access-control-allow-origin')).toBe(APP)
  const refused = await api.server.handle({ ...request, headers: [['origin', APP]] })
  expect(refused.status).toBe(401)
  expect(header(refused, 'access-control-expose-headers')).toBe('WWW-Authenticate')
  const foreign = await api.server.handle({ ...request, headers: [['origin', 'https://evil.example'], authorization] })
  expect(header(foreign, 'access-control-allow-origin')).toBeUndefined()
  expect(headers(foreign, 'vary')).toEqual(['Origin'])
})

test('allows every origin with a star, and none by default', async () => {
  expect(header(await preflight('https://any.example', '/notes', ['*']), 'access-control-allow-origin')).toBe('*')
  expect((await preflight(APP, '/notes', [])).status).toBe(403)
})

test('takes OPTIONS without an origin for an ordinary request', async () => {
  const response = await exampleApi().server.handle({
    method: 'OPTIONS',
    url: `${RESOURCE}/notes`,
    headers: [],
    body: '',
  })
  expect(response.status).toBe(405)
})
