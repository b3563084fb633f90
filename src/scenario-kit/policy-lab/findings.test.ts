import { expect, test } from 'vitest'
import { findingsOf } from './findings.ts'
import type { Cell, Column, Ending } from './matrix.ts'

function cell(attack: string, column: Column, ending: Ending, isUsable = true): Cell {
  const recipe = { scenario: 'x', settings: {}, seed: 'x', choices: [] }
  return { attack, column, ending, isUsable, isPresupposed: false, refusals: [], recipe }
}

/** The cells of an attack against none, PKCE alone, iss alone, all. */
function row(attack: string, ...endings: readonly [Ending, Ending, Ending, Ending]): Cell[] {
  const columns = ['none', 'pkce', 'iss', 'all'] as const
  return columns.map((column, index) => cell(attack, column, endings[index] ?? 'succeeded'))
}

test('an attack is stopped by one defence, by all together, by nothing, or nobody knows', () => {
  const { attacks } = findingsOf([
    ...row('one', 'succeeded', 'stopped', 'succeeded', 'stopped'),
    ...row('two', 'succeeded', 'succeeded', 'succeeded', 'in_vain'),
    ...row('three', 'succeeded', 'succeeded', 'succeeded', 'succeeded'),
    ...row('four', 'succeeded', 'succeeded', 'cannot_go_on', 'cannot_go_on'),
  ])
  expect(attacks).toEqual([
    { attack: 'one', stoppedBy: ['pkce'], isStopped: 'alone' },
    { attack: 'two', stoppedBy: [], isStopped: 'together' },
    { attack: 'three', stoppedBy: [], isStopped: 'not' },
    { attack: 'four', stoppedBy: [], isStopped: 'unknown' },
  ])
})

test('a defence is redundant when another one stops each attack that it stops', () => {
  const { defences } = findingsOf([
    ...row('both', 'succeeded', 'stopped', 'in_vain', 'stopped'),
    ...row('iss alone', 'succeeded', 'succeeded', 'stopped', 'stopped'),
  ])
  expect(defences).toEqual([
    { defence: 'pkce', leavesOpen: ['iss alone'], alone: [], isRedundant: true, isUsable: true },
    { defence: 'iss', leavesOpen: [], alone: ['iss alone'], isRedundant: false, isUsable: true },
  ])
})

test('a defence is not redundant when the attack works with all the others', () => {
  const [none, pkce, iss, all] = row('both', 'succeeded', 'stopped', 'stopped', 'stopped')
  const cells = [none, pkce && { ...pkce, worksWithoutIt: true }, iss && { ...iss, worksWithoutIt: false }, all]
  const { defences } = findingsOf(cells.filter((own) => own !== undefined))
  expect(defences.map(({ defence, isRedundant }) => [defence, isRedundant])).toEqual([
    ['pkce', false],
    ['iss', true],
  ])
})

test('a defence that nobody honest gets through stops nothing', () => {
  const { attacks, defences } = findingsOf([
    cell('one', 'none', 'succeeded'),
    cell('one', 'pkce', 'stopped', false),
    cell('one', 'all', 'stopped', false),
  ])
  expect(attacks).toEqual([{ attack: 'one', stoppedBy: [], isStopped: 'unknown' }])
  expect(defences).toMatchObject([{ isRedundant: false, isUsable: false }])
})
