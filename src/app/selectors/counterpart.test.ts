import { expect, test } from 'vitest'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { playOutcome } from '../../scenario-kit/run.ts'
import { loadScenario } from '../registry.ts'
import { changedSettings, counterpartOf, outcomeOf } from './counterpart.ts'

const scenario = await loadScenario('authorization-code-pkce')

function outcome(id: string): Scenario['outcomes'][number] {
  const found = scenario.outcomes.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`No outcome “${id}”.`)
  return found
}

test('a failure stands beside its remedy, and what works beside a failure that it fixes', () => {
  expect(counterpartOf(scenario, outcome('pkce-mismatch'))?.id).toBe('happy')
  expect(counterpartOf(scenario, outcome('happy'))?.remedy).toBe('happy')
  expect(counterpartOf(scenario, outcome('refresh'))?.remedy).toBe('refresh')
})

test('a run that has come to nothing yet stands beside what the page offers to watch', () => {
  expect(counterpartOf(scenario, undefined)).toBe(scenario.outcomes[0])
})

test('a whole run is what it failed by, whatever else worked in it', async () => {
  const { trace } = await playOutcome(scenario, outcome('code-replayed'))
  expect(outcomeOf(scenario, {}, trace)?.id).toBe('code-replayed')
  expect(outcomeOf(scenario, {}, [])).toBeUndefined()
})

test('a run with other settings is another outcome, though it comes to the same', async () => {
  const mfa = await loadScenario('mfa-sign-in')
  const [totp = mfa.outcomes[0]] = mfa.outcomes.filter(({ id }) => id === 'totp')
  const { trace } = await playOutcome(mfa, totp)
  expect(outcomeOf(mfa, {}, trace)?.id).toBe('totp')
  expect(outcomeOf(mfa, { authenticator_skew: 30 }, trace)?.id).toBe('totp-within-window')
})

test('settings that differ are said as the form says them', () => {
  const recipe = { scenario: scenario.id, settings: {}, seed: 'authlane', choices: [] }
  const other = { ...recipe, settings: { access_token_lifetime: 60 } }
  expect(changedSettings(scenario, recipe, recipe)).toEqual([])
  expect(changedSettings(scenario, recipe, other)).toEqual([
    { label: 'Access token lifetime', left: '300 seconds', right: '60 seconds' },
  ])
  expect(changedSettings(scenario, recipe, { ...other, scenario: 'implicit' })).toEqual([])
})
