/** A replay's trace is the same text whatever was computed before, and however replays mingle; a quiet one has the same events. */
import { expect, test } from 'vitest'
import type { Scenario } from '../scenario-kit/contract.ts'
import { played, scenarios } from '../scenario-kit/played.fixture.ts'
import { replayRecipe } from '../scenario-kit/run.ts'
import { createRandom, type Recipe, type Trace } from '../simulation/index.ts'
import { forgetCrypto } from '../simulation/web-crypto.ts'

/** Every outcome of a scenario. */
async function recipesOf(scenario: Scenario): Promise<Recipe[]> {
  return Promise.all(scenario.outcomes.map(async (outcome) => (await played(scenario, outcome)).recipe))
}

async function traceText(scenario: Scenario, recipe: Recipe): Promise<string> {
  return JSON.stringify((await replayRecipe(scenario, recipe)).trace)
}

test.each(scenarios)(
  '$id: the trace is the same text with nothing, something and all computed before',
  async (scenario) => {
    for (const recipe of await recipesOf(scenario)) {
      forgetCrypto()
      const cold = await traceText(scenario, recipe)
      expect(await traceText(scenario, recipe)).toBe(cold)
      // Forgets in the midst of it, where it is another moment each time.
      const random = createRandom(JSON.stringify(recipe.choices))
      const run = await replayRecipe(scenario, { ...recipe, choices: [] })
      for (const choice of recipe.choices) {
        if ((random(1, 'forget')[0] ?? 0) < 128) forgetCrypto()
        await run.apply(choice)
      }
      expect(JSON.stringify(run.trace)).toBe(cold)
    }
  },
)

test.each(scenarios)('$id: replays that go on at the same time leave the traces they leave alone', async (scenario) => {
  const recipes = await recipesOf(scenario)
  const alone: string[] = []
  for (const recipe of recipes) alone.push(await traceText(scenario, recipe))
  forgetCrypto()
  const twice = await Promise.all([...recipes, ...recipes].map((recipe) => traceText(scenario, recipe)))
  expect(twice).toEqual([...alone, ...alone])
})

test.each(scenarios)('$id: a quiet run has every event but the offers', async (scenario) => {
  // As JSON: what is read late is read now, and members stand in another order.
  const events = (trace: Trace): Trace => JSON.parse(JSON.stringify(trace))
  for (const recipe of await recipesOf(scenario)) {
    const full = await replayRecipe(scenario, recipe)
    const quiet = await replayRecipe(scenario, recipe, { detail: 'ends' })
    expect(events(quiet.trace)).toEqual(events(full.trace).filter(({ type }) => type !== 'offers'))
    expect(quiet.held()).toEqual(full.held())
  }
})
