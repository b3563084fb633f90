import { expect, test } from 'vitest'
import cliProcesses from '../../scenarios/cli-processes/index.ts'
import clientCredentials from '../../scenarios/client-credentials/index.ts'
import parallelRace from '../../scenarios/parallel-401-race/index.ts'
import serverRace from '../../scenarios/server-race/index.ts'
import tabsRace from '../../scenarios/two-tabs-race/index.ts'
import type { Recipe, Settings } from '../../simulation/index.ts'
import type { Scenario } from '../contract.ts'
import { DEFAULT_SEED, replayRecipe } from '../run.ts'
import { createExploration, type ExplorationOptions } from './explore.ts'
import { describeEnd } from './race-end.ts'
import { findRace } from './race-start.ts'

/** A scenario's race from its start. */
async function raceOf(scenario: Scenario, settings: Settings = {}) {
  const recipe = { scenario: scenario.id, settings, seed: DEFAULT_SEED, choices: [] }
  return { ...recipe, choices: (await findRace(scenario, recipe)) ?? [] }
}

/** The same after its first messages have arrived, the longest waiting first. */
async function later(scenario: Scenario, recipe: Recipe, messages: number): Promise<Recipe> {
  const run = await replayRecipe(scenario, recipe)
  for (let count = 0; count < messages; count++) await run.apply({ type: 'deliver', gate: run.held()[0]?.gate ?? '' })
  return { ...recipe, choices: run.trace.flatMap((event) => (event.type === 'choice' ? [event.choice] : [])) }
}

async function exploreFrom(scenario: Scenario, recipe: Recipe, options: ExplorationOptions = {}) {
  const exploration = await createExploration(scenario, recipe, options)
  while (!exploration.isOver()) await exploration.step()
  return exploration.report()
}

const explored = new Map<string, ReturnType<typeof exploreFrom>>()

/** Every order of a scenario's race, tried once for all who ask. */
function explore(scenario: Scenario, settings: Settings = {}) {
  const key = JSON.stringify([scenario.id, settings])
  const report = explored.get(key) ?? raceOf(scenario, settings).then((race) => exploreFrom(scenario, race))
  explored.set(key, report)
  return report
}

test.each([
  { scenario: parallelRace, settings: {}, arrived: 2, orders: 102 },
  { scenario: tabsRace, settings: { strategy: 'leader_tab' }, arrived: 1, orders: 97 },
  { scenario: clientCredentials, settings: {}, arrived: 0, orders: 90 },
])(
  '$scenario.id with $settings, $arrived messages on: counts what replaying each of $orders orders counts',
  { timeout: 180_000 },
  async ({ scenario, settings, arrived, orders }) => {
    const race = await later(scenario, await raceOf(scenario, settings), arrived)
    const reduced = await exploreFrom(scenario, race)
    const exhaustive = await exploreFrom(scenario, race, { isReduced: false })
    expect(exhaustive).toMatchObject({ coverage: 'every', tried: orders, orders })
    expect(reduced).toMatchObject({ coverage: 'every', orders, progress: 1 })
    expect(reduced.tried).toBeLessThan(orders / 5)
    const counts = ({ outcomes }: typeof reduced) => outcomes.map(({ id, orders }) => ({ id, orders }))
    expect(counts(reduced)).toEqual(counts(exhaustive))
  },
)

test.each([
  // Which order is lucky: 224 of 424 let one call refresh before the other is refused.
  { scenario: parallelRace, settings: {}, works: 224, fails: 200 },
  { scenario: parallelRace, settings: { strategy: 'single_flight' }, works: 194, fails: 0 },
  { scenario: parallelRace, settings: { refresh_policy: 'reuse_window' }, works: 924, fails: 0 },
  { scenario: parallelRace, settings: { refresh_policy: 'no_rotation' }, works: 924, fails: 0 },
  { scenario: tabsRace, settings: {}, works: 224, fails: 200 },
  { scenario: tabsRace, settings: { strategy: 'web_locks' }, works: 194, fails: 0 },
  { scenario: tabsRace, settings: { strategy: 'leader_tab' }, works: 194, fails: 0 },
  { scenario: tabsRace, settings: { refresh_policy: 'reuse_window' }, works: 924, fails: 0 },
  // Both have read the file before the first message arrives, so no order is lucky.
  { scenario: cliProcesses, settings: {}, works: 0, fails: 20 },
  { scenario: cliProcesses, settings: { locks: 'writing' }, works: 0, fails: 20 },
  { scenario: cliProcesses, settings: { locks: 'refresh' }, works: 6, fails: 0 },
])(
  '$scenario.id with $settings: works in $works orders and fails in $fails',
  async ({ scenario, settings, works, fails }) => {
    const { coverage, outcomes } = await explore(scenario, settings)
    const count = (wanted: string) =>
      outcomes.filter(({ outcome }) => outcome === wanted).reduce((sum, { orders }) => sum + orders, 0)
    expect({ coverage, works: count('success'), fails: count('failure') }).toEqual({ coverage: 'every', works, fails })
    expect(new Set(outcomes.map(({ title }) => title)).size).toBe(outcomes.length)
  },
)

test.each([parallelRace, tabsRace])(
  '$id: one at a time comes to one end, each for itself to three',
  async (scenario) => {
    const strategy = scenario === parallelRace ? 'single_flight' : 'web_locks'
    expect((await explore(scenario, { strategy })).outcomes.map(({ title }) => title)).toEqual([
      'Both calls answered after one refresh',
    ])
    expect((await explore(scenario)).outcomes.map(({ title }) => title)).toEqual([
      'Both calls answered after two refreshes, two rotations',
      'One of two calls answered after two refreshes, session revoked',
      `One of two calls answered after two refreshes, session revoked, dead refresh token kept${
        // The tab that has the winner’s tokens goes on as if nothing had happened.
        scenario === tabsRace ? ', one of two windows notice' : ''
      }`,
    ])
  },
)

test.each([parallelRace, tabsRace])('$id: each example leads where it says', async (scenario) => {
  const race = await raceOf(scenario)
  for (const { id, choices } of (await explore(scenario)).outcomes) {
    const run = await replayRecipe(scenario, { ...race, choices })
    expect(run.held()).toEqual([])
    expect(describeEnd(scenario, run, race.choices.length).id).toBe(id)
  }
})

test('samples above its bound, says so, and draws the same sample again', async () => {
  const race = await raceOf(parallelRace, { calls: 4 })
  const report = await exploreFrom(parallelRace, race, { bound: 15 })
  expect(report).toMatchObject({ coverage: 'sampled', tried: 15, bound: 15, progress: 1 })
  expect(report.outcomes.reduce((sum, { tried }) => sum + tried, 0)).toBe(15)
  // Each tried order stands for many that no party can tell from it.
  expect(report.orders).toBeGreaterThan(1000)
  expect(await exploreFrom(parallelRace, race, { bound: 15 })).toEqual(report)
})

test('says “every order” when the bound is just enough', async () => {
  const settings = { strategy: 'single_flight' }
  const { tried } = await explore(parallelRace, settings)
  const atBound = await exploreFrom(parallelRace, await raceOf(parallelRace, settings), { bound: tried })
  expect(atBound).toMatchObject({ coverage: 'every', tried })
})

test.each([
  // Only where the second call comes with the first one's new token: the lucky order of its client.
  { settings: {}, once: 30_030, twice: 522 },
  { settings: { write_condition: 'none' }, once: 67_320, twice: 117_436 },
])(
  'server-race with $settings: in $twice orders two refreshes rotate, in $once only one does',
  { timeout: 180_000 },
  async ({ settings, once, twice }) => {
    const { coverage, outcomes } = await explore(serverRace, settings)
    expect(coverage).toBe('every')
    expect(Object.fromEntries(outcomes.map(({ title, orders }) => [title, orders]))).toEqual({
      'Both calls answered after two refreshes, one rotation': once,
      'Both calls answered after two refreshes, two rotations': twice,
    })
  },
)

test('claims no more than it has seen when it is stopped early', async () => {
  const exploration = await createExploration(parallelRace, await raceOf(parallelRace))
  await exploration.step()
  const report = exploration.report()
  expect(report).toMatchObject({ coverage: 'under way', tried: 1 })
  expect(report.orders).toBeLessThan(424)
  expect(report.progress).toBeLessThan(1)
})

test('takes every order for a different one where an arrival changes another party', { timeout: 180_000 }, async () => {
  const entangled: Scenario = {
    ...parallelRace,
    world(simulation, settings) {
      const world = parallelRace.world(simulation, settings)
      return { ...world, snapshots: { ...world.snapshots, api: () => ({ sees: world.snapshots.app?.() ?? null }) } }
    },
  }
  const race = await raceOf(entangled, { strategy: 'single_flight' })
  const { orders, tried } = await exploreFrom(entangled, race)
  expect({ orders, tried }).toEqual({ orders: 194, tried: 194 })
})

test('has nothing to explore where nothing is held', async () => {
  const recipe = { ...(await raceOf(parallelRace)), choices: [] }
  const exploration = await createExploration(parallelRace, recipe)
  while (!exploration.isOver()) await exploration.step()
  expect(exploration.report()).toMatchObject({ coverage: 'every', orders: 1, tried: 1 })
})
