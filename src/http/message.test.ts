import { expect, test } from 'vitest'
import { html, json, redirect } from './message.ts'

test('a value that comes from outside ends no header line (RFC 9110 §5.5)', () => {
  const location = 'https://app.example/\r\nset-cookie: a=b\0'
  const spaced = 'https://app.example/  set-cookie: a=b '
  expect(redirect(location).headers).toEqual([['location', spaced]])
  expect(json(200, {}, [['x', location]]).headers.at(-1)).toEqual(['x', spaced])
  expect(html(200, '', [['x', location]]).headers.at(-1)).toEqual(['x', spaced])
})
