/** Texts that are made to take long: a megabyte of each takes time in proportion, and nothing throws. */
import { expect, test } from 'vitest'
import { CAUSES, diagnose } from './index.ts'

const MEGABYTE = 1_000_000

/** In milliseconds of the processor; some fifty in a browser, and more beside other tests. */
const MOST = 1000

test.each([
  ...['a', ' ', '\n', '"', "'", '`', '\\', '%', '%41', '&', '&amp;', '+', '=', ':', '::', '|', '.', ',', '?', '#'],
  ...[
    '[{(',
    ')}]',
    '"\\',
    '\\"',
    '\\u00',
    '\\u0041',
    '{"error":',
    'error=&',
    'error: x\n',
    '?a=b&error=x&',
    '+a=&',
    '%E2%82',
  ],
  ...[
    'eyJ',
    'eyJ.',
    'eyJ.a.b ',
    'Bearer a=',
    'a_',
    'a-a:',
    'token ',
    'invalid ',
    'expected issuer ',
    '漢',
    'İ',
    '\ud800',
    '\u0000',
  ],
  ...[
    'web-1 | token is not\n',
    '1: \n',
    'the authorization code is invalid or expired, ',
    'redirect_uri=',
    'state mismatch ',
  ],
])('a megabyte of %j', (unit) => {
  const text = unit.repeat(Math.ceil(MEGABYTE / unit.length))
  const before = process.cpuUsage()
  const { causes, marks } = diagnose(text, CAUSES, 0)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(MOST)
  expect(Array.isArray(causes)).toBe(true)
  for (const { from, to } of marks) expect(from >= 0 && from < to && to <= MEGABYTE).toBe(true)
})

test('four times the text takes no more than about four times as long', () => {
  const timeOf = (length: number) => {
    const text =
      'web-1 | {"error":"invalid_grant","error_description":"token is not active"} \\" %41 &amp; a=b\n'.repeat(
        length / 100,
      )
    const times = [1, 2, 3, 4, 5].map(() => {
      const before = process.cpuUsage()
      diagnose(text, CAUSES, 0)
      return process.cpuUsage(before).user
    })
    return Math.min(...times)
  }
  timeOf(MEGABYTE / 4)
  expect(timeOf(MEGABYTE)).toBeLessThan(12 * timeOf(MEGABYTE / 4))
})
