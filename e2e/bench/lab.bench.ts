/** The policy lab: all cells of all scenarios, against the WebCrypto operations of their runs alone; in processor time. */
import { existsSync, readdirSync } from 'node:fs'
import { test } from '@playwright/test'
import type { Scenario } from '../../src/scenario-kit/contract.ts'
import type { Lab } from '../../src/scenario-kit/policy-lab/declaration.ts'
import { playCells } from '../../src/scenario-kit/policy-lab/matrix.ts'
import { forgetCrypto } from '../../src/simulation/web-crypto.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, processorTimeInTurn, record } from './measure.ts'

/** On two processors, in milliseconds of both. */
const TARGET_MS = 2 * 20_000
/** Beyond this cells are played more often than they need to be. */
const RATIO_LIMIT = 30

test('all cells of the policy lab', async () => {
  const folders = readdirSync('src/scenarios').filter((id) => existsSync(`src/scenarios/${id}/attacks.ts`))
  const labs = await Promise.all(
    folders.map(async (id) => {
      const scenario: { default: Scenario } = await import(`../../src/scenarios/${id}/index.ts`)
      const lab: { default: Lab } = await import(`../../src/scenarios/${id}/attacks.ts`)
      return { scenario: scenario.default, lab: lab.default }
    }),
  )
  /** Begins with nothing computed; a forgetful one begins each cell so. */
  async function playAll({ isForgetful = false } = {}): Promise<number> {
    forgetCrypto()
    let count = 0
    for (const { scenario, lab } of labs) {
      for await (const _ of playCells(scenario, lab)) {
        count += 1
        if (isForgetful) forgetCrypto()
      }
    }
    return count
  }
  const count = await playAll()
  const calls = await recordCryptoCalls(() => playAll({ isForgetful: true }))
  const [played, floors] = await processorTimeInTurn(3, () => playAll(), calls.repeat)
  const [playedMs, floorMs] = [median(played), median(floors)]
  record({
    what: `${count} cells of ${labs.length} scenarios, processor time`,
    unit: 'ms',
    value: playedMs,
    against: { what: `${calls.summary}: all that cells compute, each cell alone`, value: floorMs },
    target: TARGET_MS,
    ratioLimit: RATIO_LIMIT,
  })
})
