import { expect, test } from 'vitest'
import { loadScenario } from '../registry.ts'
import { recordOutcome, recordRecipe } from './recorded-run.ts'

const scenario = await loadScenario('authorization-code-pkce')

test('an outcome is recorded once, and its recipe leaves the same trace', async () => {
  const [outcome] = scenario.outcomes
  const recorded = recordOutcome(scenario, outcome)
  expect(recordOutcome(scenario, outcome)).toBe(recorded)
  const run = await recorded
  if ('problem' in run) throw new Error(run.problem)
  const again = await recordRecipe(scenario, run.recipe)
  if ('problem' in again) throw new Error(again.problem)
  expect(JSON.stringify(again.trace)).toBe(JSON.stringify(run.trace))
  expect(again.sequence.rows).toEqual(run.sequence.rows)
})

test('a recipe that does not fit is a problem in words, not a rejection', async () => {
  const choices = [{ type: 'deliver', gate: 'nobody#1' }] as const
  const run = await recordRecipe(scenario, { scenario: scenario.id, settings: {}, seed: 'authlane', choices })
  expect(run).toMatchObject({ problem: expect.stringContaining('nobody#1') })
})
