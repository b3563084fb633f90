import { expect, test } from 'vitest'
import { compareLines, comparisonText } from './comparison.ts'
import { readSource } from './source.ts'

const NAIVE = readSource('a()\n// #region refresh\nawait refresh()\n// #endregion\nz()\n')
const CAREFUL = readSource('a()\nif (isFresh) return\n\nawait refreshOnce()\nz()\n')

test('shows every line of the code, and between them what only the base has', () => {
  expect(comparisonText(compareLines(NAIVE, CAREFUL))).toBe(
    ['  a()', '- await refresh()', '+ if (isFresh) return', '+', '+ await refreshOnce()', '  z()', ''].join('\n'),
  )
})

test('says of each line where it stands in its own text', () => {
  const compared = compareLines(NAIVE, CAREFUL)
  const linesOf = (side: readonly { readonly text: string }[], isBase: boolean) =>
    compared.filter(({ change }) => (change === 'removed') === isBase).map(({ index }) => side[index]?.text)
  expect(linesOf(CAREFUL, false)).toEqual(CAREFUL.map(({ text }) => text))
  expect(linesOf(NAIVE, true)).toEqual(['await refresh()'])
})

test('has nothing to say about the same code', () => {
  expect(compareLines(NAIVE, NAIVE).every(({ change }) => change === 'kept')).toBe(true)
})
