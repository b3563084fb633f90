import { expect, test } from 'vitest'
import { clearCookie, readCookie, setCookie } from './cookies.ts'

const secure = 'https://as.example'
const plain = 'http://127.0.0.1:8080'
const request = (cookie: string) => ({ method: 'GET', url: secure, headers: [['cookie', cookie]] as const, body: '' })

test('is locked to its host on https (RFC 6265bis §4.1.3.2)', () => {
  expect(setCookie('session', 'abc', 60, secure)[1]).toBe(
    '__Host-authlane-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  )
})

test('has a plain name on http, where a browser would refuse the prefix', () => {
  expect(setCookie('session', 'abc', 60, plain)[1]).toBe(
    'authlane-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
  )
})

test('is read by its whole name among others', () => {
  const cookies = 'a=1; x__Host-authlane-session=no; __Host-authlane-session=yes; b=2'
  expect(readCookie(request(cookies), 'session', secure)).toBe('yes')
  expect(readCookie(request('authlane-session=no'), 'session', secure)).toBeUndefined()
})

test('is removed by an age of zero (RFC 6265bis §5.6.2)', () => {
  expect(clearCookie('sign-in', plain)[1]).toContain('Max-Age=0')
})

test('the cookie of who is signed in can go into frames of other sites (RFC 6265bis §5.6.7)', () => {
  const [, line] = setCookie('session', 'abc', 60, secure, 'None')
  expect(line).toBe('__Host-authlane-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=None; Secure')
})
