/** A long run can be had so far, tells how far it is, and holds up nothing that is asked for after it. */
import { afterEach, expect, test, vi } from 'vitest'
import { freshRecipe } from '../../scenario-kit/run.ts'
import type { Recipe } from '../../simulation/index.ts'
import { current, observe } from '../state/store.ts'
import { open, openScenario, stopOpening } from './opening.ts'

const STEPS = 1500
const long: Recipe = {
  ...freshRecipe('logout'),
  choices: Array.from({ length: STEPS }, () => ({ type: 'advance', seconds: 1 }) as const),
}

afterEach(() => vi.restoreAllMocks())

/** The next time that a long opening tells how far it is. Each look at the clock is two seconds later than the one before. */
function nextTold(): Promise<number> {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 2000))
  return new Promise((resolve) => {
    const stop = observe(
      (state) => state.run.opening,
      (opening) => {
        if (opening === undefined) return
        stop()
        resolve(opening.step)
      },
    )
  })
}

test('it stops where it is told to, and the steps after that are still there', async () => {
  const told = nextTold()
  const opening = open({ recipe: long, cursor: STEPS })
  expect(await told).toBeLessThan(STEPS)
  stopOpening()
  await opening
  const { run, recipe, view } = current()
  expect(run.liveSteps).toBeGreaterThan(0)
  expect(run.liveSteps).toBeLessThan(STEPS)
  expect(view.cursor).toBe(run.liveSteps)
  expect(recipe.choices).toHaveLength(STEPS)
  expect([run.opening, run.isBusy, run.notice]).toEqual([undefined, false, undefined])
})

test('it is given up for what is asked for next', async () => {
  const told = nextTold()
  const first = open({ recipe: long, cursor: STEPS })
  await told
  await Promise.all([first, openScenario('implicit')])
  expect(current().recipe).toMatchObject({ scenario: 'implicit', choices: [] })
  expect(current().run).toMatchObject({ liveSteps: 0, opening: undefined, isBusy: false })
})
