import { expect, test } from 'vitest'
import { isOnDevice, originOf } from './device-address.ts'

test.each(['http://127.0.0.1:51004/callback?code=x', 'http://[::1]/cb', 'com.example.app:/callback'])(
  'leads to a program on the same machine: %s (RFC 8252 §7.1, §7.3)',
  (url) => expect(isOnDevice(url)).toBe(true),
)

test.each([
  'https://app.example/callback',
  'http://127.0.0.1.evil.test/',
  'http://127.0.0.1:80@evil.test/',
  'http://localhost:3000/',
  'https://127.0.0.1/',
  'myapp:/callback',
  'https://evil.test/#com.example.app:/',
])('leads elsewhere, or says nothing of where: %s', (url) => expect(isOnDevice(url)).toBe(false))

test('an app that has a scheme is known by it', () => {
  expect(originOf(new URL('com.example.app:/callback?code=x'))).toBe('com.example.app:')
  expect(originOf(new URL('http://127.0.0.1:51004/callback'))).toBe('http://127.0.0.1:51004')
})
