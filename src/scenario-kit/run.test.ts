import { expect, test } from 'vitest'
import { findOutcome } from './played.fixture.ts'
import { playOutcome, playScript, replayRecipe } from './run.ts'

const { scenario, outcome } = findOutcome('mix-up', 'mixed-up')

test('a script that asks for what is not there is played as far as it goes', async () => {
  // The app compares iss, so no code gets to the attacker, and there is nothing to redeem.
  const { recipe, trace, cutShort } = await playScript(scenario, {}, outcome.script)
  const line = outcome.script.findIndex(({ type }) => type === 'act') + 1
  expect(cutShort).toMatchObject({ line, error: { code: 'unknown_target' } })
  expect(cutShort?.error.message).toContain('“redeem”')
  const again = await replayRecipe(scenario, recipe)
  expect(JSON.stringify(again.trace)).toBe(JSON.stringify(trace))
})

test('one that asks for a message that nobody sends is, too', async () => {
  const script = [{ type: 'play' }, { type: 'drop', message: { path: '/nowhere' } }] as const
  const { recipe, cutShort } = await playScript(scenario, {}, script)
  expect(cutShort).toMatchObject({ line: 2, error: { code: 'unknown_gate' } })
  expect(recipe.choices.length).toBeGreaterThan(0)
})

test('an outcome that does not come to its end throws', async () => {
  await expect(playOutcome(scenario, { ...outcome, settings: {} })).rejects.toThrow('“redeem”')
})

test('a script that comes to its end is not cut short', async () => {
  const { recipe, cutShort } = await playScript(scenario, outcome.settings ?? {}, outcome.script)
  expect(cutShort).toBeUndefined()
  expect(recipe).toEqual((await playOutcome(scenario, outcome)).recipe)
})
