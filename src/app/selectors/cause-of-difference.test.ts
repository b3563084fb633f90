import { expect, test } from 'vitest'
import { compareRuns } from '../../projections/comparison/index.ts'
import { loadScenario } from '../registry.ts'
import { recordOutcome } from '../runner/recorded-run.ts'
import { causeOfDifference } from './cause-of-difference.ts'
import { changedSettings } from './counterpart.ts'

/** What makes two outcomes of a scenario differ. */
async function cause(scenarioId: string, one: string, other: string) {
  const scenario = await loadScenario(scenarioId)
  const runs = await Promise.all(
    [one, other].map(async (id) => {
      const outcome = scenario.outcomes.find((candidate) => candidate.id === id)
      if (outcome === undefined) throw new Error(`No outcome ${id}.`)
      const run = await recordOutcome(scenario, outcome)
      if ('problem' in run) throw new Error(run.problem)
      return run
    }),
  )
  const [left, right] = runs
  if (left === undefined || right === undefined) throw new Error('Two were played.')
  return causeOfDifference(changedSettings(scenario, left.recipe, right.recipe), compareRuns(left, right))
}

test('a setting that differs is the title', async () => {
  expect(await cause('parallel-401-race', 'each-refreshes', 'single-flight')).toEqual({
    label: 'Refresh strategy',
    left: 'None: each call refreshes for itself',
    right: 'Single flight: one refresh, all wait for it',
  })
})

test('without one it is what the person did otherwise: a decision, a value typed, a message changed, time that passed', async () => {
  const ofPkce = (one: string, other: string) => cause('authorization-code-pkce', one, other)
  expect(await ofPkce('wrong-password', 'happy')).toEqual({
    label: 'password',
    left: 'wrong horse',
    right: 'correct horse',
  })
  expect(await ofPkce('access-denied', 'happy')).toMatchObject({ label: 'What was done' })
  expect(await ofPkce('happy', 'pkce-mismatch')).toEqual({
    label: 'On the wire',
    left: 'left alone',
    right: 'changes code_verifier in POST /token',
  })
  expect(await ofPkce('code-expired', 'happy')).toMatchObject({ label: 'The clock', right: 'not moved' })
})

test('between two orders it is what arrives first', async () => {
  expect(await cause('parallel-401-race', 'lucky-order', 'each-refreshes')).toMatchObject({
    label: 'What arrives first',
    left: 'POST /token grant_type=refresh_token',
    right: '401 invalid_token',
  })
})

test('runs that say the same have none', async () => {
  expect(await cause('parallel-401-race', 'each-refreshes', 'each-refreshes')).toBeUndefined()
})
