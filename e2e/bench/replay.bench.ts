/** Headless replays of a whole run, against the signatures and hashes in it alone. */
import { test } from '@playwright/test'
import { replayRecipe } from '../../src/scenario-kit/run.ts'
import scenario from '../../src/scenarios/authorization-code-pkce/index.ts'
import { recordInNode } from '../recorded.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, record, timeInTurn } from './measure.ts'

/** The rest is parsing, tracing and turns of the event loop, ten to twenty times the floor; beyond this a step does needless work. */
const RATIO_LIMIT = 40

test('replays of the PKCE flow', async () => {
  const { recipe } = await recordInNode('happy')
  const replay = () => replayRecipe(scenario, recipe)
  const calls = await recordCryptoCalls(replay)
  const [replays, floors] = await timeInTurn(100, replay, calls.repeat)
  const steps = recipe.choices.length
  const floor = median(floors)
  const against = { what: calls.summary, value: floor }
  record({ what: `a replay of ${steps} steps`, unit: 'ms', value: median(replays), against, ratioLimit: RATIO_LIMIT })
  record({
    what: 'replays in Node',
    unit: '/s',
    value: 1000 / median(replays),
    against: { what: calls.summary, value: 1000 / floor },
  })
})
