import { expect, test } from 'vitest'
import { createExploration, type RaceOutcome } from '../../scenario-kit/races/explore.ts'
import { loadScenario } from '../registry.ts'
import { selectWaiting } from '../selectors/moment.ts'
import { selectRaceEnd } from '../selectors/race-end.ts'
import { canShowOrders, hasRaces, isExploredHere, selectExploration, selectOrdersHere } from '../selectors/races.ts'
import { commit, current } from '../state/store.ts'
import { changeSettings, openScenario, undoReplacement } from './opening.ts'
import { goTo, runToEnd } from './playback.ts'
import { forgetOrders, goToRace, openOrder } from './races.ts'

const RACE = 'parallel-401-race'

/** Opens the race and has one order of it explored. */
async function exploreOne(): Promise<RaceOutcome> {
  await openScenario(RACE)
  await goToRace()
  const from = current().recipe
  await runToEnd()
  const { choices } = current().recipe
  const outcome: RaceOutcome = {
    id: 'end',
    title: 'Signed out',
    summary: '',
    outcome: 'failure',
    orders: 1,
    tried: 1,
    choices,
  }
  const report = { coverage: 'every', orders: 1, tried: 1, bound: 10, progress: 1, outcomes: [outcome] } as const
  commit({ run: { exploration: { from, isRunning: false, report } } })
  return outcome
}

test('offers the explorer from the start where messages race, and nowhere else', async () => {
  await openScenario(RACE)
  expect(hasRaces(current())).toBe(true)
  await openScenario('implicit')
  expect(hasRaces(current())).toBe(false)
})

test('goes to where the race starts, and takes that back', async () => {
  await openScenario(RACE)
  await changeSettings({ calls: 3 })
  await goToRace()
  expect(selectWaiting(current())).toHaveLength(3)
  expect(current().recipe.settings).toEqual({ calls: 3 })
  await runToEnd()
  const { choices } = current().recipe
  await goToRace()
  expect(current().recipe.choices).toHaveLength(2)
  await undoReplacement()
  expect(current().recipe.choices).toEqual(choices)
})

test('says so where a scenario has no race', async () => {
  await openScenario('implicit')
  await goToRace()
  expect(current().run.notice?.title).toContain('two messages')
  expect(current().recipe.choices).toEqual([])
})

test('opens an order at its end, shows the sequence, and takes that back', async () => {
  const outcome = await exploreOne()
  await goTo(1)
  await goToRace()
  await openOrder(outcome)
  expect(current().recipe.choices).toEqual(outcome.choices)
  expect(current().view).toMatchObject({ cursor: outcome.choices.length, viewTab: 'sequence' })
  expect(current().run.notice?.title).toContain('Signed out')
  await undoReplacement()
  expect(current().recipe.choices).toHaveLength(2)
})

test('shows what was explored under these settings only', async () => {
  await exploreOne()
  expect(selectExploration(current())?.report?.orders).toBe(1)
  expect(isExploredHere(current())).toBe(false)
  await goTo(2)
  expect(isExploredHere(current())).toBe(true)
  await changeSettings({ strategy: 'single_flight' })
  expect(selectExploration(current())).toBeUndefined()
})

test('each end that was found is the one that its order comes to on the page, once nothing waits', async () => {
  await openScenario(RACE)
  await goToRace()
  const from = current().recipe
  const exploration = await createExploration(await loadScenario(RACE), from, { bound: 30 })
  while (!exploration.isOver()) await exploration.step()
  const report = exploration.report()
  commit({ run: { exploration: { from, isRunning: false, report } } })
  expect(report.outcomes.length).toBeGreaterThan(1)
  expect(selectRaceEnd(current())).toBeUndefined()
  for (const outcome of report.outcomes) {
    await openOrder(outcome)
    expect(selectRaceEnd(current())).toBe(outcome.id)
  }
})

test('the orders are asked for where messages wait together, and stay in sight after that moment until they are put away', async () => {
  const outcome = await exploreOne()
  expect(canShowOrders(current())).toBe(false)
  await goTo(1)
  expect(selectOrdersHere(current())).toBeUndefined()
  await goTo(2)
  expect(selectOrdersHere(current())).toBeDefined()
  expect(canShowOrders(current())).toBe(false)
  await openOrder(outcome)
  expect(selectOrdersHere(current())).toBeDefined()
  await goTo(2)
  forgetOrders()
  expect(selectOrdersHere(current())).toBeUndefined()
  expect(canShowOrders(current())).toBe(true)
})
