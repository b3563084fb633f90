import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CAUSES } from '../../guidance/diagnosis/index.ts'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import { thumbnailOf } from './arrows.ts'
import { CARDS } from './card-files.ts'
import { columnsOf } from './cards.ts'
import { rowsOf } from './rows-files.ts'
import { placeAfter } from './walk.ts'

const [understand, report, choose] = columnsOf(scenarios, CARDS, CAUSES)

test('each scenario has a card in one column, under a question of its own', () => {
  expect([...CARDS.keys()].toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted())
  const flows = [...understand.cards, ...choose.cards]
  expect(flows.map(({ id }) => id).toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted())
  expect(new Set(flows.map(({ words }) => words)).size).toBe(scenarios.length)
  for (const { words } of flows) expect(words).toMatch(/^[A-Z].{10,70}\?$/)
})

test.each(scenarios)(
  '$id: what users report are failures of it, and where it fails users report something',
  (scenario) => {
    const failures = scenario.outcomes.filter(({ result }) => result === 'failure').map(({ id }) => id)
    const reported = Object.keys(CARDS.get(scenario.id)?.symptoms ?? {})
    expect(failures).toEqual(expect.arrayContaining(reported))
    expect(reported.length > 0).toBe(failures.length > 0)
  },
)

test('what most people have reported stands first', () => {
  const threads = report.cards.map(({ scenario, outcome }) =>
    Math.max(
      0,
      ...CAUSES.filter(({ runs }) =>
        runs.some((run) => run.scenario === scenario.id && run.outcome === outcome.id),
      ).map(({ evidence }) => evidence.length),
    ),
  )
  expect(threads[0]).toBeGreaterThan(threads.at(-1) ?? 0)
  expect(threads).toEqual(threads.toSorted((one, other) => other - one))
})

test('no two symptoms say the same, and each is short enough for a card', () => {
  expect(new Set(report.cards.map(({ words }) => words)).size).toBe(report.cards.length)
  for (const { words } of report.cards) expect(words.length, words).toBeLessThanOrEqual(72)
})

test('the ends of a flow are counted by how they end', () => {
  const card = choose.cards.find(({ id }) => id === 'parallel-401-race')
  const { outcomes = [] } = card?.scenario ?? {}
  expect(card?.ends.fails).toBe(outcomes.filter(({ result }) => result === 'failure').length)
  expect((card?.ends.works ?? 0) + (card?.ends.fails ?? 0)).toBe(outcomes.length)
})

test('the rows are the files beside the scenarios, and every card has arrows between its lanes', () => {
  for (const { scenario, outcome } of [...understand.cards, ...report.cards, ...choose.cards]) {
    const rows = rowsOf(scenario.id)
    expect(rows).toBe(readFileSync(`src/scenarios/${scenario.id}/rows.txt`, 'utf8'))
    const { lanes, arrows } = thumbnailOf(rows, outcome.id)
    expect(arrows.length, `${scenario.id}/${outcome.id}`).toBeGreaterThan(0)
    for (const { from, to } of arrows) expect(Math.max(from, to)).toBeLessThan(lanes)
  }
})

test('the race has both refreshes and their refusal; a long run ends on the arrow that fails', () => {
  const race = thumbnailOf(rowsOf('parallel-401-race'), 'each-refreshes')
  expect(race.lanes).toBe(3)
  expect(race.arrows.filter(({ from, to }) => from === 0 && to === 2)).toHaveLength(2)
  expect(race.arrows[7]).toEqual({ from: 2, to: 0, isResponse: true, isError: true })
  const late = thumbnailOf(rowsOf('token-lifecycle'), 'refresh-token-expired')
  expect(late.arrows).toHaveLength(12)
  expect(late.arrows.at(-1)).toMatchObject({ isResponse: true, isError: true })
})

test('an outcome that the rows do not have has no arrows', () => {
  expect(thumbnailOf('version 1\n\none\na → b: GET /\n', 'two')).toEqual({ lanes: 0, arrows: [] })
})

test.each([
  ['ArrowDown', { column: 0, card: 0 }, { column: 0, card: 1 }],
  ['ArrowDown', { column: 0, card: 2 }, undefined],
  ['ArrowUp', { column: 1, card: 0 }, 'field'],
  ['ArrowUp', { column: 1, card: 4 }, { column: 1, card: 3 }],
  ['ArrowRight', { column: 1, card: 4 }, { column: 2, card: 1 }],
  ['ArrowLeft', { column: 0, card: 1 }, undefined],
  ['End', { column: 1, card: 0 }, { column: 1, card: 4 }],
  ['Home', { column: 1, card: 3 }, { column: 1, card: 0 }],
  ['Tab', { column: 0, card: 0 }, undefined],
])('%s leads from %j to %j', (key, from, to) => {
  expect(placeAfter(key, from, [3, 5, 2])).toEqual(to)
})
