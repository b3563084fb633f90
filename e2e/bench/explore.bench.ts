/** The race explorer: every order of two parallel 401s, against the WebCrypto operations of its replays alone; all in processor time. */
import { test } from '@playwright/test'
import { createExploration } from '../../src/scenario-kit/races/explore.ts'
import { findRace } from '../../src/scenario-kit/races/race-start.ts'
import { DEFAULT_SEED } from '../../src/scenario-kit/run.ts'
import scenario from '../../src/scenarios/parallel-401-race/index.ts'
import { forgetCrypto } from '../../src/simulation/web-crypto.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, processorTimeInTurn, record } from './measure.ts'

/** A replay is cheaper than its operations, because most of them were done in another replay. */
const TARGET_RATIO = 1
/** Beyond this a step does needless work, or the graph of orders adds to it. */
const RATIO_LIMIT = 10

test('orders of two parallel 401s', async () => {
  const opening = { scenario: scenario.id, settings: {}, seed: DEFAULT_SEED, choices: [] }
  const recipe = { ...opening, choices: (await findRace(scenario, opening)) ?? [] }
  /** Begins with nothing computed; a forgetful one begins each replay so. */
  async function explore({ isForgetful = false } = {}) {
    forgetCrypto()
    const exploration = await createExploration(scenario, recipe)
    let replays = 1
    while (!exploration.isOver()) {
      if (isForgetful) forgetCrypto()
      await exploration.step()
      replays += 1
    }
    return { ...exploration.report(), replays }
  }
  const { orders, tried, replays } = await explore()
  const calls = await recordCryptoCalls(() => explore({ isForgetful: true }))
  const [explorations, floors] = await processorTimeInTurn(20, () => explore(), calls.repeat)
  const [exploredMs, floorMs] = [median(explorations), median(floors)]
  record({
    what: `${orders} orders, told apart by ${tried} replays, processor time`,
    unit: 'ms',
    value: exploredMs,
    against: { what: `${calls.summary}: all that they compute, each alone`, value: floorMs },
    ratioLimit: RATIO_LIMIT,
  })
  record({
    what: `a replay within an exploration, of ${replays}; nothing computed before the first, processor time`,
    unit: 'ms',
    value: exploredMs / replays,
    against: { what: 'what one computes alone, on average', value: floorMs / replays },
    target: (TARGET_RATIO * floorMs) / replays,
  })
  record({
    what: 'orders explored in Node a second of processor time',
    unit: '/s',
    value: (orders * 1000) / exploredMs,
    against: { what: `${orders} orders at the cost of these operations`, value: (orders * 1000) / floorMs },
  })
  record({
    what: 'replays of the explorer in Node a second of processor time',
    unit: '/s',
    value: (tried * 1000) / exploredMs,
  })
})
