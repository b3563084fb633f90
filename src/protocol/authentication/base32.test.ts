import { expect, test } from 'vitest'
import { utf8 } from '../../lib/encoding.ts'
import { fromBase32 } from './base32.ts'

test.each([
  ['', ''],
  ['MY======', 'f'],
  ['MZXQ====', 'fo'],
  ['MZXW6===', 'foo'],
  ['MZXW6YQ=', 'foob'],
  ['MZXW6YTB', 'fooba'],
  ['MZXW6YTBOI======', 'foobar'],
  ['mzxw 6ytb oi', 'foobar'],
])('%j is %j (RFC 4648 §10)', (text, expected) => {
  expect(fromBase32(text)).toEqual(utf8(expected))
})

test('refuses what is not in the alphabet (RFC 4648 §3.3)', () => {
  expect(() => fromBase32('MZX1')).toThrow(TypeError)
})
