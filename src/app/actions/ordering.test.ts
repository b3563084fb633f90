import { expect, test } from 'vitest'
import { selectWaiting } from '../selectors/moment.ts'
import { current } from '../state/store.ts'
import { changeSettings, openScenario, undoReplacement } from './opening.ts'
import { swapOrder } from './ordering.ts'
import { goTo, runToEnd, stepForward } from './playback.ts'
import { goToRace } from './races.ts'

const waiting = () => selectWaiting(current()).map(({ gate }) => gate)
const choices = () => current().recipe.choices

/** Opens the race where so many calls wait together. */
async function race(calls = 2): Promise<readonly string[]> {
  await openScenario('parallel-401-race')
  if (calls > 2) await changeSettings({ calls })
  await goToRace()
  return waiting()
}

test('the lower one of two arrives first, with the next step and not before', async () => {
  const [first = '', second = ''] = await race()
  await swapOrder(second)
  expect(waiting()).toEqual([second, first])
  expect(current().view.cursor).toBe(2)
  await stepForward()
  expect(choices().at(-1)).toEqual({ type: 'deliver', gate: second })
  expect(waiting()[0]).toBe(first)
})

test('swapped twice nothing is recorded any more', async () => {
  const [first = '', second = ''] = await race()
  await swapOrder(second)
  await swapOrder(first)
  expect(waiting()).toEqual([first, second])
  expect(choices()).toHaveLength(2)
})

test('of three any two that follow each other change places, and the others keep theirs', async () => {
  const [one = '', two = '', three = ''] = await race(3)
  await swapOrder(three)
  expect(waiting()).toEqual([one, three, two])
  await swapOrder(three)
  expect(waiting()).toEqual([three, one, two])
  await swapOrder(two)
  expect(waiting()).toEqual([three, two, one])
  await runToEnd()
  expect(choices().slice(2, 5)).toEqual([three, two, one].map((gate) => ({ type: 'deliver', gate })))
})

test('the first one has nothing to be put before', async () => {
  const [first = ''] = await race()
  await swapOrder(first)
  expect(choices()).toHaveLength(2)
})

test('in the past the later steps are replaced, which can be taken back', async () => {
  const [first = '', second = ''] = await race()
  await runToEnd()
  const before = choices()
  await goTo(2)
  await swapOrder(second)
  expect(waiting()).toEqual([second, first])
  expect(current().view.cursor).toBe(2)
  expect(current().run.notice?.title).toContain('later steps were replaced')
  await undoReplacement()
  expect(choices()).toEqual(before)
  expect(waiting()).toEqual([first, second])
})
