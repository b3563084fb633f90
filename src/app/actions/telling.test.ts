import { beforeEach, expect, test } from 'vitest'
import { selectReached } from '../selectors/outcome.ts'
import { current } from '../state/store.ts'
import { openScenario, watchOutcome } from './opening.ts'
import { goTo, goToLast, pause } from './playback.ts'
import { takePlaylist } from './playlists.ts'
import { nextStep } from './presenting.ts'
import { tellOtherSide, tellOutcome, tellWay } from './telling.ts'

const BROKEN = 'each-refreshes'
const LUCKY = 'lucky-order'
const FIXED = 'single-flight'

beforeEach(() => openScenario('parallel-401-race'))

/** Opens an outcome as the page does. */
async function rehearse(outcome: string): Promise<void> {
  await watchOutcome(outcome)
  pause()
}

/** The ids of the outcomes at the end of the run. */
async function end(): Promise<string[]> {
  await goToLast()
  return selectReached(current()).map(({ id }) => id)
}

test('tells an order, the other one and the fix, each from its beginning, and comes back to the first', async () => {
  await rehearse(BROKEN)
  const { recipe } = current()
  for (const [way, outcome] of [
    ['otherOrder', LUCKY],
    ['fix', FIXED],
    ['order', BROKEN],
  ] as const) {
    await tellWay(way)
    expect(current().view.cursor).toBe(0)
    expect(await end()).toContain(outcome)
  }
  expect(current().recipe.choices).toEqual(recipe.choices)
})

test('the ways are those of the run that is open, also where that is the lucky order', async () => {
  await rehearse(LUCKY)
  await tellWay('otherOrder')
  expect(await end()).toContain(BROKEN)
  await tellWay('order')
  expect(await end()).toContain(LUCKY)
})

test('a scenario that nothing has been done in begins with its first outcome', async () => {
  await tellWay('order')
  expect(await end()).toContain(BROKEN)
})

test('says so where there is no other order', async () => {
  await tellOutcome('six-calls')
  await tellWay('otherOrder')
  expect(current().run.notice?.title).toMatch(/no other order/i)
  expect(await end()).toContain('six-calls')
})

test('goes from broken to fixed and back at the same moment, and from end to end', async () => {
  await rehearse(BROKEN)
  await goTo(4)
  const before = current().run.sequence.rows[current().run.sequence.rowsAt(4) - 1]
  await tellOtherSide()
  const { run, view } = current()
  expect(run.sequence.rows[run.sequence.rowsAt(view.cursor) - 1]?.label).toBe(before?.label)
  expect(current().recipe.settings).toEqual({ strategy: 'single_flight' })
  await tellOtherSide()
  expect(current().view.cursor).toBe(4)
  expect(await end()).toContain(BROKEN)
  await tellOtherSide()
  expect(selectReached(current()).map(({ id }) => id)).toContain(FIXED)
})

test('a story that was begun goes on across broken and fixed, and ends with another opening', async () => {
  await tellOutcome(BROKEN)
  await tellOtherSide()
  await tellWay('otherOrder')
  expect(await end()).toContain(LUCKY)
  await rehearse(FIXED)
  await tellWay('order')
  expect(await end()).toContain(FIXED)
})

test('the next step does what the person usually does, to the end of the outcome and no further', async () => {
  for (let press = 0; press < 40; press++) await nextStep()
  expect(selectReached(current()).map(({ id }) => id)).toEqual([BROKEN])
  expect(current().recipe.choices).toHaveLength(12)
})

test('at the end of a playlist’s run the next step opens the next run, and the last one ends it', async () => {
  const runs = []
  for (const outcome of [LUCKY, FIXED]) {
    await rehearse(outcome)
    runs.push({ title: outcome, note: '', run: { recipe: current().recipe, cursor: 0 } })
  }
  await takePlaylist({ title: 'A talk', items: runs })
  for (const { run } of runs) {
    expect(current().recipe).toEqual(run.recipe)
    for (let press = 0; press < run.recipe.choices.length; press++) await nextStep()
    expect(current().view.cursor).toBe(run.recipe.choices.length)
    await nextStep()
  }
  expect(current().view.cursor).toBe(runs[1]?.run.recipe.choices.length)
})

test('two quick presses are two steps', async () => {
  await Promise.all([nextStep(), nextStep(), nextStep()])
  expect(current().view.cursor).toBe(3)
  expect(current().run.notice).toBeUndefined()
})
