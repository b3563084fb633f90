/** Hostile pages cost the scanner no more than long ones. */
import { expect, test } from 'vitest'
import { contentOf, scanPage } from './page-scanner.ts'

test('a comment or doctype that nothing closes goes on to the end, as in a browser (HTML §13.2.5)', () => {
  expect(scanPage('<b><!-- <i> --')).toMatchObject([{ name: 'b' }])
  expect(scanPage('<b><!doctype <i')).toMatchObject([{ name: 'b' }])
})

test('a tag of 16 MB that nothing closes is text, and takes no more stack than a short one', () => {
  expect(scanPage(`<a${' a="x"'.repeat(2_700_000)}`)).toHaveLength(2)
})

test.each([
  ['<!--', 1_000_000],
  ['<!', 1_000_000],
  [' a="x"', 1_000_000],
  ['&#1', 1_000_000],
  // Shorter, because what is timed should be the reading: each of these starts is a piece that memory is taken for.
  ['<a ', 100_000],
  ['<a a="', 100_000],
  [' a="<a', 100_000],
])('a page of %j takes time by its length', (unit, long) => {
  const fastest = (length: number) => {
    const page = `<a${unit.repeat(length / unit.length)}`
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      scanPage(page)
      return performance.now() - start
    })
    return Math.min(...times)
  }
  // Eight times the length: 8 times the time where each character is read once, 64 times where each start reads to the end.
  expect(fastest(long) / fastest(long / 8)).toBeLessThan(32)
})

test.each(['<a href="x">', '<a></a>', '<form></form>'])('the contents of %j, repeated, are read once', (unit) => {
  const tokens = scanPage(`<form>${unit.repeat(1000)}`)
  let reads = 0
  const counted = new Proxy(tokens, {
    get(target, name) {
      reads++
      return Reflect.get(target, name)
    },
  })
  for (const index of tokens.keys()) contentOf(counted, index)
  expect(reads).toBeGreaterThan(tokens.length)
  expect(reads).toBeLessThan(10 * tokens.length)
})
