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

// Where each start reads to the end, a page of this length takes hours.
test.each(['<!--', '<!', ' a="x"', '&#1', '<a ', '<a a="', ' a="<a'])(
  'two megabytes of %j are read',
  { timeout: 60_000 },
  (unit) => {
    const tokens = scanPage(`<b><a${unit.repeat(2_000_000 / unit.length)}`)
    expect(tokens[0]).toMatchObject({ name: 'b' })
    expect(tokens.length).toBeGreaterThan(1)
  },
)

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
