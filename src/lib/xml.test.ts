import { expect, test } from 'vitest'
import { escapeXml } from './xml.ts'

test('escapes what is markup, and the line ends that a parser would turn into blanks (XML 1.0 §3.3.3)', () => {
  expect(escapeXml('<a b="c">&\'\n')).toBe('&#60;a b=&#34;c&#34;&#62;&#38;&#39;&#10;')
})

test('removes the characters that no document may have (XML 1.0 §2.2)', () => {
  expect(escapeXml('a\0\u0008\u001b\ud800\ufffe\uffff\u{1f511}b')).toBe('a\u{1f511}b')
})
