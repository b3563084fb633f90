import { expect, test } from 'vitest'
import { findOutcome } from '../../scenario-kit/played.fixture.ts'
import { waysOf } from './story.ts'

/** The ways of an outcome, by id. */
function ways(scenarioId: string, outcomeId: string) {
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const { order, otherOrder, fix } = waysOf(scenario, outcome)
  return [order.id, otherOrder?.id, fix?.id]
}

test('a race has its other order and its fix, whichever order comes first', () => {
  expect(ways('parallel-401-race', 'each-refreshes')).toEqual(['each-refreshes', 'lucky-order', 'single-flight'])
  expect(ways('parallel-401-race', 'lucky-order')).toEqual(['lucky-order', 'each-refreshes', 'single-flight'])
})

test('another order has the same settings', () => {
  expect(ways('parallel-401-race', 'reuse-window')).toEqual(['reuse-window', 'reuse-window-missed', 'single-flight'])
  expect(ways('parallel-401-race', 'six-calls')).toEqual(['six-calls', undefined, undefined])
})
