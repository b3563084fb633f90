import { expect, test } from 'vitest'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { findOutcome, findScenario, played, scenarios } from '../../scenario-kit/played.fixture.ts'
import { freshRecipe, startRun } from '../../scenario-kit/run.ts'
import type { Choice, Run } from '../../simulation/index.ts'
import { usualChoice } from './usual-choice.ts'

const MOST_STEPS = 200

/** Walks a scenario by its usual choices alone, after the first ones given, until nothing is left to do. */
async function walk(scenario: Scenario, first: readonly Choice[] = []) {
  const run = await startRun(scenario, freshRecipe(scenario.id))
  const choices: Choice[] = []
  for (
    let next = first[0] ?? (await usual(scenario, run, choices));
    next !== undefined && choices.length < MOST_STEPS;
  ) {
    await run.apply(next)
    choices.push(next)
    next = first[choices.length] ?? (await usual(scenario, run, choices))
  }
  return {
    choices,
    reached: scenario.outcomes.filter(({ goal, settings }) => settings === undefined && goal.reached(run.trace)),
  }
}

function usual(scenario: Scenario, run: Run, choices: readonly Choice[]) {
  const recipe = { ...freshRecipe(scenario.id), choices }
  return usualChoice({ scenario, recipe, trace: run.trace, waiting: run.held()[0]?.gate })
}

test.for(scenarios)('$id is walked to the end of its first outcome', async (scenario) => {
  const { choices, reached } = await walk(scenario)
  expect(choices.length).toBeLessThan(MOST_STEPS)
  expect(reached).toContain(scenario.outcomes[0])
})

test.for(scenarios)('$id comes to an end where it goes a way that no outcome begins with', async (scenario) => {
  const { choices } = await walk(scenario, [{ type: 'advance', seconds: 1 }])
  expect(choices.length).toBeGreaterThan(3)
  expect(choices.length).toBeLessThan(MOST_STEPS)
})

test('goes on along another outcome once the person has done what only that one does', async () => {
  const scenario = findScenario('authorization-code-pkce')
  const { recipe } = await played(scenario, findOutcome(scenario.id, 'access-denied').outcome)
  const denial = recipe.choices.findIndex((choice) => choice.type === 'submit' && choice.form === 'consent')
  const { choices } = await walk(scenario, recipe.choices.slice(0, denial + 1))
  expect(choices).toEqual(recipe.choices)
})

test('does nothing more where a run has come to an end of its own way', async () => {
  const scenario = findScenario('authorization-code-pkce')
  const { recipe } = await played(scenario, findOutcome(scenario.id, 'wrong-password').outcome)
  const told = await walk(scenario, [...recipe.choices, { type: 'advance', seconds: 1 }])
  expect(told.choices).toHaveLength(recipe.choices.length + 1)
})
