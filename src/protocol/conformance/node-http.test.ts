import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import type { HttpRequest } from '../../http/index.ts'
import { createAuthorizationServer, createResourceServer } from '../index.ts'
import { exampleConfig } from './example-server.fixture.ts'
import { listen } from './node-http.fixture.ts'

const seen: HttpRequest[] = []
const echo = await listen(() => async (request) => {
  seen.push(request)
  return {
    status: 201,
    headers: [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    body: request.body,
  }
})
afterAll(echo.close)

/** Sends bytes as they are, and returns all that comes back until the server closes. */
function sendRaw(origin: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.end(bytes))
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk.toString()
    })
    socket.on('error', reject).on('close', () => resolve(received))
  })
}

test('hands over method, target, repeated headers and body, and sends every Set-Cookie line', async () => {
  const body = 'a=%C3%A9&b=é'
  const lines = ['POST /x?y=1 HTTP/1.1', 'Host: h', 'X-A: 1', 'x-a: 2', `Content-Length: ${Buffer.byteLength(body)}`]
  const received = await sendRaw(echo.origin, `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
  expect(seen.at(-1)).toMatchObject({ method: 'POST', url: `${echo.origin}/x?y=1`, body })
  expect(seen.at(-1)?.headers.filter(([name]) => name === 'x-a')).toEqual([
    ['x-a', '1'],
    ['x-a', '2'],
  ])
  expect(received).toMatch(/^HTTP\/1\.1 201 /)
  expect(received).toContain('set-cookie: a=1\r\nset-cookie: b=2\r\n')
})

test('lives on when a client hangs up in the middle of its body', async () => {
  const count = seen.length
  await sendRaw(echo.origin, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nonly this')
  expect(seen).toHaveLength(count)
  expect((await fetch(echo.origin)).status).toBe(201)
})

test('both servers answer request targets that are no paths, and bytes that are no text', async () => {
  const authorizationServer = await listen((origin) => createAuthorizationServer(exampleConfig(origin)).handle)
  const resourceServer = await listen((origin) => {
    const validation = { type: 'jwt', jwks_uri: `${origin}/jwks.json` } as const
    return createResourceServer({ resource: origin, issuer: origin, validation, routes: [] }).handle
  })
  for (const { origin, close } of [authorizationServer, resourceServer]) {
    for (const target of [
      '*',
      'http://evil.example/token',
      '//evil.example/token',
      '/%',
      '/token?%ff%fe=%',
      '/\u00ff',
    ]) {
      const received = await sendRaw(origin, `OPTIONS ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`)
      expect(received, target).toMatch(/^HTTP\/1\.1 40[045] /)
    }
    const head =
      'POST /token HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n'
    const received = await sendRaw(origin, Buffer.from(`${head}Connection: close\r\n\r\n\xff\xfe=\xff`, 'latin1'))
    expect(received).toMatch(/^HTTP\/1\.1 40[014] /)
    await close()
  }
})
