import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SequenceRow } from '../sequence/types.ts'
import { type MergeableRun, type MergedPart, mergeRuns, rowsOfRun } from './merge.ts'

/** A run whose rows say these words. */
function run(id: string, ...labels: readonly string[]): MergeableRun {
  const rows = labels.map((label, index): SequenceRow => {
    const words = { label, text: `${id} says ${label}`, name: label, status: 'delivered' }
    const way = { from: 'a', to: 'b', isResponse: false, kind: 'message', tone: 'ok' } as const
    return { index, step: index + 1, time: index, ...way, ...words }
  })
  return { id, rows }
}

/** Merged parts as a short text: `a b (c .x | d .y)`. */
function sketch(parts: readonly MergedPart[]): string {
  const words = parts.map((part) => {
    if (part.type === 'row') return part.row.label
    return part.type === 'end' ? `.${part.run}` : `(${part.branches.map(({ parts }) => sketch(parts)).join(' | ')})`
  })
  return words.join(' ')
}

test('what runs share stands once, and they part at the first row that differs', () => {
  expect(sketch(mergeRuns([run('x', 'a', 'b', 'c'), run('y', 'a', 'b', 'd')]))).toBe('a b (c .x | d .y)')
})

test('runs that part later do so within the branch, and the shortest branch comes first', () => {
  const merged = mergeRuns([run('x', 'a', 'b', 'c', 'd'), run('y', 'a', 'z'), run('w', 'a', 'b', 'e')])
  expect(sketch(merged)).toBe('a (z .y | b (e .w | c d .x))')
})

test('a run that is over while others go on is a branch of its own', () => {
  expect(sketch(mergeRuns([run('x', 'a', 'b'), run('y', 'a', 'b', 'c')]))).toBe('a b (.x | c .y)')
})

test('runs that nobody can tell apart end side by side', () => {
  expect(sketch(mergeRuns([run('x', 'a'), run('y', 'a')]))).toBe('a .x .y')
})

test('a row names all its runs, the first one first', () => {
  const [part] = mergeRuns([run('x', 'a', 'b'), run('y', 'a')])
  expect(part).toMatchObject({ type: 'row', runs: ['x', 'y'] })
})

test('a run’s own rows can be read off, whatever the others are', () => {
  const labels = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(labels, { minLength: 1, maxLength: 8 }), (lists) => {
      const runs = lists.map((list, index) => run(`r${index}`, ...list))
      const merged = mergeRuns(runs)
      for (const { id, rows } of runs) {
        expect(rowsOfRun(merged, id).map(({ label }) => label)).toEqual(rows.map(({ label }) => label))
      }
    }),
  )
})
