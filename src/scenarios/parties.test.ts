import { expect, test } from 'vitest'
import { played, scenarios } from '../scenario-kit/played.fixture.ts'
import { createParties } from '../scenario-kit/races/parties.ts'
import { replayRecipe } from '../scenario-kit/run.ts'
import type { Choice, Message, Recipe, Run } from '../simulation/index.ts'

/** What everybody holds, what every window shows and what is on the wire. */
function stateOf({ trace, held }: Run): string {
  const states = trace.flatMap((event) => (event.type === 'state' ? [[event.actor, event.state] as const] : []))
  const views = trace.flatMap((event) => (event.type === 'window' ? [[event.view.id, event.view] as const] : []))
  const byName = <Value>(entries: readonly (readonly [string, Value])[]) =>
    [...new Map(entries)].sort(([one], [other]) => (one < other ? -1 : 1))
  const messages = held().toSorted((one, other) => (one.gate < other.gate ? -1 : 1))
  return JSON.stringify([byName(states), byName(views), messages])
}

/** Every pair of held messages that arrive at different parties. */
function pairs(run: Run): (readonly [Message, Message])[] {
  const { gateOf } = createParties(run.actors, { isOne: false })
  const held = run.held()
  return held.flatMap((one, index) =>
    held
      .slice(index + 1)
      .flatMap((other) => (gateOf(one).party === gateOf(other).party ? [] : [[one, other] as const])),
  )
}

test.each(scenarios)('$id: arrivals at different parties commute', { timeout: 120_000 }, async (scenario) => {
  const { recipe } = await played(scenario, scenario.outcomes[0])
  let compared = 0
  for (const [step, choice] of recipe.choices.entries()) {
    if (choice.type !== 'deliver') continue
    // A copy of each request makes two messages wait that go different ways: its answer, and the copy.
    const copied: Choice[] = [{ type: 'duplicate', gate: choice.gate }, choice]
    const moment: Recipe = { ...recipe, choices: [...recipe.choices.slice(0, step), ...copied] }
    const run = await replayRecipe(scenario, moment).catch(() => undefined)
    for (const pair of run === undefined ? [] : pairs(run)) {
      const ends = await Promise.all(
        [pair, pair.toReversed()].map(async (order) => {
          const deliveries = order.map(({ gate }): Choice => ({ type: 'deliver', gate }))
          return stateOf(await replayRecipe(scenario, { ...moment, choices: [...moment.choices, ...deliveries] }))
        }),
      )
      expect(ends[0], `${pair[0].gate} and ${pair[1].gate} after step ${step}`).toBe(ends[1])
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(0)
})
