/** Texts that are made to take long: where each start reads to the end, a megabyte takes hours. Nothing throws. */
import { expect, test } from 'vitest'
import { CAUSES, diagnose } from './index.ts'

const MEGABYTE = 1_000_000

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
])('a megabyte of %j', { timeout: 60_000 }, (unit) => {
  const text = unit.repeat(Math.ceil(MEGABYTE / unit.length))
  const { causes, marks } = diagnose(text, CAUSES, 0)
  expect(Array.isArray(causes)).toBe(true)
  for (const { from, to } of marks) expect(from >= 0 && from < to && to <= MEGABYTE).toBe(true)
})
