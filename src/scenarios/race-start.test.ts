import { expect, test } from 'vitest'
import { findRace, heldAfterSteps } from '../scenario-kit/races/race-start.ts'
import { DEFAULT_SEED, replayRecipe } from '../scenario-kit/run.ts'
import cliProcesses from './cli-processes/index.ts'
import clientCredentials from './client-credentials/index.ts'
import implicit from './implicit/index.ts'
import parallelRace from './parallel-401-race/index.ts'
import tabsRace from './two-tabs-race/index.ts'

const recipe = (scenario: string, settings = {}) => ({ scenario, settings, seed: DEFAULT_SEED, choices: [] })

test.each([
  { scenario: parallelRace, settings: {}, messages: 2 },
  { scenario: parallelRace, settings: { calls: 6 }, messages: 6 },
  { scenario: parallelRace, settings: { strategy: 'refresh_ahead', calls: 3 }, messages: 3 },
  { scenario: tabsRace, settings: {}, messages: 2 },
  { scenario: tabsRace, settings: { tabs: 3, strategy: 'leader_tab' }, messages: 3 },
  { scenario: clientCredentials, settings: {}, messages: 3 },
  { scenario: cliProcesses, settings: {}, messages: 2 },
])(
  '$scenario.id with $settings: finds the moment with $messages messages',
  async ({ scenario, settings, messages }) => {
    const opening = recipe(scenario.id, settings)
    const choices = await findRace(scenario, opening)
    expect(scenario.hasRace).toBe(true)
    const run = await replayRecipe(scenario, { ...opening, choices: choices ?? [] })
    expect(run.held()).toHaveLength(messages)
    expect(heldAfterSteps(run.trace).at(-1)).toBe(messages)
  },
)

test('finds no race where messages never wait together', async () => {
  expect(await findRace(implicit, recipe(implicit.id))).toBeUndefined()
})
