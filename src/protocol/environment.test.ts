import { expect, test } from 'vitest'
import { createEnvironment, randomToken } from './environment.ts'
import { createResourceServerEnvironment } from './resource-server/environment.ts'

test('every member has a working default', async () => {
  const environment = createEnvironment()
  expect(Math.abs(environment.now() - Date.now() / 1000)).toBeLessThan(5)
  expect(Number.isInteger(environment.now())).toBe(true)
  expect(environment.randomBytes(16, 'any')).toHaveLength(16)
  expect(environment.keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256' })
  await expect(environment.step('any')).resolves.toBeUndefined()
})

test('two tokens are never the same and have 256 bits', () => {
  const environment = createEnvironment()
  const tokens = new Set(Array.from({ length: 100 }, () => randomToken(environment, 'any')))
  expect(tokens.size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})

test('hands each consumer the stream of its name', () => {
  const streams: string[] = []
  const environment = createEnvironment({
    randomBytes(count, stream) {
      streams.push(stream)
      return new Uint8Array(count)
    },
  })
  randomToken(environment, 'authorization_code')
  randomToken(environment, 'refresh_token')
  expect(streams).toEqual(['authorization_code', 'refresh_token'])
})

test('reads the keys anew at each use, so that they can be rotated', () => {
  const given = { keys: createEnvironment().keys }
  const environment = createEnvironment(given)
  given.keys = []
  expect(environment.keys).toEqual([])
})

test('a way out that throws at once rejects', async () => {
  const send = () => {
    throw new TypeError('no route to the host')
  }
  const request = { method: 'GET', url: 'https://away.example', headers: [], body: '' } as const
  for (const environment of [createEnvironment({ send }), createResourceServerEnvironment({ send })]) {
    await expect(environment.send(request)).rejects.toThrow('no route to the host')
  }
})
