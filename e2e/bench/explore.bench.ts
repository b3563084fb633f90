/** The race explorer: every order of two parallel 401s, against the signatures and hashes in its replays alone. */
import { test } from '@playwright/test'
import { createExploration } from '../../src/scenario-kit/races/explore.ts'
import { findRace } from '../../src/scenario-kit/races/race-start.ts'
import { DEFAULT_SEED } from '../../src/scenario-kit/run.ts'
import scenario from '../../src/scenarios/parallel-401-race/index.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, record, timeInTurn } from './measure.ts'

/** As much more than its signatures as any replay takes (replay.bench.ts); the graph of orders must not add to it. */
const RATIO_LIMIT = 40

test('orders of two parallel 401s', async () => {
  const opening = { scenario: scenario.id, settings: {}, seed: DEFAULT_SEED, choices: [] }
  const recipe = { ...opening, choices: (await findRace(scenario, opening)) ?? [] }
  async function explore() {
    const exploration = await createExploration(scenario, recipe)
    while (!exploration.isOver()) await exploration.step()
    return exploration.report()
  }
  const { orders, tried } = await explore()
  const calls = await recordCryptoCalls(explore)
  const [explorations, floors] = await timeInTurn(20, explore, calls.repeat)
  const [exploredMs, floorMs] = [median(explorations), median(floors)]
  record({
    what: `${orders} orders, told apart by ${tried} replays`,
    unit: 'ms',
    value: exploredMs,
    against: { what: calls.summary, value: floorMs },
    ratioLimit: RATIO_LIMIT,
  })
  record({
    what: 'orders explored in Node',
    unit: '/s',
    value: (orders * 1000) / exploredMs,
    against: { what: `${orders} orders at the cost of their signatures`, value: (orders * 1000) / floorMs },
  })
  record({ what: 'replays of the explorer in Node', unit: '/s', value: (tried * 1000) / exploredMs })
})
