import { expect, test } from 'vitest'
import type { Scenario } from '../../scenarios/contract.ts'
import { expandSolution } from '../../scenarios/run.ts'
import { loadScenario } from '../registry.ts'
import { changedSettings, counterpartOf, outcomeOf } from './counterpart.ts'

const scenario = await loadScenario('authorization-code-pkce')

function solution(id: string): Scenario['solutions'][number] {
  const found = scenario.solutions.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`No solution “${id}”.`)
  return found
}

test('a failure stands beside its remedy, and what works beside a failure that it mends', () => {
  expect(counterpartOf(scenario, solution('pkce-mismatch'))?.id).toBe('happy')
  expect(counterpartOf(scenario, solution('happy'))?.remedy).toBe('happy')
  expect(counterpartOf(scenario, solution('refresh'))?.remedy).toBe('refresh')
})

test('a run that has come to nothing yet stands beside what the page offers to watch', () => {
  expect(counterpartOf(scenario, undefined)).toBe(scenario.solutions[0])
})

test('a whole run is what it failed by, whatever else worked in it', async () => {
  const { trace } = await expandSolution(scenario, solution('code-replayed'))
  expect(outcomeOf(scenario, trace)?.id).toBe('code-replayed')
  expect(outcomeOf(scenario, [])).toBeUndefined()
})

test('settings that differ are said as the form says them', () => {
  const session = { scenario: scenario.id, settings: {}, seed: 'authlane', choices: [] }
  const other = { ...session, settings: { access_token_lifetime: 60 } }
  expect(changedSettings(scenario, session, session)).toEqual([])
  expect(changedSettings(scenario, session, other)).toEqual([
    { label: 'Access token lifetime', left: '300 seconds', right: '60 seconds' },
  ])
  expect(changedSettings(scenario, session, { ...other, scenario: 'implicit' })).toEqual([])
})
