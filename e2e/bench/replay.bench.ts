/** Headless replays of a whole run, against the WebCrypto operations in it alone; all in processor time. */
import { test } from '@playwright/test'
import { replayRecipe } from '../../src/scenario-kit/run.ts'
import scenario from '../../src/scenarios/authorization-code-pkce/index.ts'
import { forgetCrypto } from '../../src/simulation/web-crypto.ts'
import { recordInNode } from '../recorded.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, processorTimeInTurn, record } from './measure.ts'

/** A replay that has nothing to go on should take three times its operations. */
const TARGET_RATIO = 3
/** Beyond this a step does needless work. */
const RATIO_LIMIT = 20

test('replays of the PKCE flow', async () => {
  const { recipe } = await recordInNode('happy')
  const replayAgain = () => replayRecipe(scenario, recipe)
  const replay = () => {
    forgetCrypto()
    return replayAgain()
  }
  const calls = await recordCryptoCalls(replay)
  const [replays, repeated, floors] = await processorTimeInTurn(100, replay, replayAgain, calls.repeat)
  const [replayMs, floor] = [median(replays), median(floors)]
  const against = { what: `${calls.summary}: all that it computes`, value: floor }
  record({
    what: `a replay of ${recipe.choices.length} steps, nothing computed before, processor time`,
    unit: 'ms',
    value: replayMs,
    against,
    target: TARGET_RATIO * floor,
    ratioLimit: RATIO_LIMIT,
  })
  record({ what: 'the same replay when all is computed, processor time', unit: 'ms', value: median(repeated), against })
  record({
    what: 'replays in Node a second of processor time, nothing computed before',
    unit: '/s',
    value: 1000 / replayMs,
    against: { what: calls.summary, value: 1000 / floor },
  })
})
