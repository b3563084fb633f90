/** What a message keeps and loses on the real wire. */
import { expect, test } from 'vitest'
import { EXCHANGE_HEADER, toHttpRequest, toRequestInit, toResponse } from './wire-message.ts'

test('a request is sent with its exchange id, followed nowhere, stored nowhere, without real cookies', () => {
  const form = { method: 'POST', url: 'https://auth.example/token', headers: [['accept', '*/*']], body: 'a=b' } as const
  const init = toRequestInit(form, '7.tab-a#3')
  expect(init).toMatchObject({
    method: 'POST',
    body: 'a=b',
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  })
  expect([...new Headers(init.headers)]).toEqual([
    ['accept', '*/*'],
    [EXCHANGE_HEADER, '7.tab-a#3'],
  ])
})

test('a GET has no body (fetch would refuse it)', () => {
  const init = toRequestInit({ method: 'GET', url: 'https://api.example/', headers: [], body: 'x' }, '1.tab-a#1')
  expect(new Request('https://api.example/', init).body).toBeNull()
})

test.each([204, 205, 302, 303, 304])('a %i response has no body', async (status) => {
  const response = toResponse({ status, headers: [], body: 'ignored' })
  expect([response.status, await response.text()]).toEqual([status, ''])
})

test('a response keeps status, headers and body', async () => {
  const response = toResponse({
    status: 401,
    headers: [['WWW-Authenticate', 'Bearer']],
    body: '{"error":"invalid_token"}',
  })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  expect(await response.text()).toBe('{"error":"invalid_token"}')
})

test('Set-Cookie lines are mirrored one by one, never set', () => {
  const response = toResponse({
    status: 200,
    headers: [
      ['set-cookie', 'sid=1; HttpOnly'],
      ['Set-Cookie', 'theme=dark'],
    ],
    body: '',
  })
  expect([...response.headers]).toContainEqual(['x-authlane-set-cookie-1', 'sid=1; HttpOnly'])
  expect([...response.headers]).toContainEqual(['x-authlane-set-cookie-2', 'theme=dark'])
  expect(response.headers.getSetCookie()).toEqual([])
})

test('a request typed into the console becomes a message without its fragment', async () => {
  const typed = new Request('https://auth.example/token?a=1#secret', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  })
  expect(await toHttpRequest(typed)).toEqual({
    method: 'POST',
    url: 'https://auth.example/token?a=1',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=client_credentials',
  })
})
