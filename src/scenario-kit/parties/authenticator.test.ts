import { expect, test } from 'vitest'
import scenario from '../../scenarios/step-up/index.ts'
import { startRun } from '../run.ts'

/** What the authenticator shows after the clock has moved. */
async function shownAfter(seconds: number) {
  const run = await startRun(scenario, { scenario: scenario.id, settings: {}, seed: 'any', choices: [] })
  await run.apply({ type: 'advance', seconds })
  const state = run.trace.findLast((event) => event.type === 'state' && event.actor === 'authenticator')
  return state?.type === 'state' ? state.state : undefined
}

test.each([
  [29, '618892', 1],
  [30, '884528', 30],
  [600, '248609', 30],
  [3630, '860155', 30],
])('after %i seconds the authenticator shows the code of that moment', async (seconds, code, secondsLeft) => {
  expect(await shownAfter(seconds)).toMatchObject({ secondsLeft, code })
})

test('goes ten years ahead, as far as a link can ask, with a code at the end', async () => {
  expect(await shownAfter(315_360_000)).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) })
})
