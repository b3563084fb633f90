import { expect, test } from 'vitest'
import { excerpt, highlight } from './excerpt.ts'

const textOf = (parts: ReturnType<typeof excerpt>) => parts.map(({ text }) => text).join('')

test('marks whole words, in any case, and keeps the text', () => {
  expect(highlight('The Refresh token, refreshed', ['refresh', 'token'])).toEqual([
    { text: 'The ', isMatch: false },
    { text: 'Refresh', isMatch: true },
    { text: ' ', isMatch: false },
    { text: 'token', isMatch: true },
    { text: ', refreshed', isMatch: false },
  ])
})

test('marks the parts of a name with underscores', () => {
  expect(highlight('invalid_grant', ['grant']).filter(({ isMatch }) => isMatch)).toEqual([
    { text: 'grant', isMatch: true },
  ])
})

test('cuts a long text around the first match, at blanks', () => {
  const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`
  const shown = textOf(excerpt(text, ['needle']))
  expect(shown).toMatch(/^… (before )+needle (after ?)+ …$/)
  expect(shown.length).toBeLessThan(145)
})

test('a long text without a blank is cut as well', () => {
  expect(textOf(excerpt('x'.repeat(5000), ['y'])).length).toBeLessThan(145)
  expect(textOf(excerpt(`${'x'.repeat(5000)} needle`, ['needle']))).toContain('needle')
})

test('shows the beginning when nothing matches', () => {
  expect(textOf(excerpt('start '.repeat(100), ['needle']))).toMatch(/^start /)
})
