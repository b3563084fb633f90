import { expect, test } from 'vitest'
import { memoise } from './memoise.ts'

test('gives the same reference for the same arguments and a new one for others', () => {
  const pair = memoise((left: number, right: number) => ({ sum: left + right }))
  const first = pair(1, 2)
  expect(pair(1, 2)).toBe(first)
  expect(pair(2, 2)).toEqual({ sum: 4 })
  expect(pair(1, 2)).not.toBe(first)
})
