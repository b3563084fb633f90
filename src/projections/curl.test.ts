import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/index.ts'
import { curlCommand } from './curl.ts'

function command(changes: Partial<HttpRequest>): string {
  return curlCommand({ method: 'GET', url: 'https://api.example/', headers: [], body: '', ...changes })
}

test('writes what curl does by itself only where it differs', () => {
  const headers = [
    ['host', 'api.example'],
    ['sec-fetch-mode', 'cors'],
    ['content-type', 'application/x-www-form-urlencoded'],
  ] as const
  expect(command({})).toBe("curl -i 'https://api.example/'")
  expect(command({ method: 'POST', headers, body: "a=it's" })).toBe(
    `curl -i 'https://api.example/' \\
  -H 'content-type: application/x-www-form-urlencoded' \\
  --data-raw 'a=it'\\''s'`,
  )
  expect(command({ method: 'PUT', body: '{}' })).toBe(
    `curl -i 'https://api.example/' \\\n  -X 'PUT' \\\n  -H 'content-type:' \\\n  --data-raw '{}'`,
  )
})

test('does not wait for the body of an answer to HEAD (RFC 9110 §9.3.2)', () => {
  expect(command({ method: 'HEAD' })).toBe("curl -i 'https://api.example/' \\\n  --head")
})

test('takes brackets in an address as they are', () => {
  expect(command({ url: 'https://api.example/?a[]={b}' })).toBe("curl -i --globoff 'https://api.example/?a[]={b}'")
})

test('has no header that makes curl read a file or send another one (RFC 9110 §5.1, §5.5)', () => {
  const headers = [
    ['@/etc/passwd', ''],
    ['x-a', 'b\r\nx-c: d'],
    ['x-empty', ' '],
  ] as const
  expect(command({ headers })).toBe("curl -i 'https://api.example/' \\\n  -H 'x-a: b  x-c: d' \\\n  -H 'x-empty;'")
})
