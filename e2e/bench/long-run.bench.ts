/** The whole page with a run of 1000 steps in it: opening its link, and dragging the scrubber from end to end. */
import { expect, test } from '@playwright/test'
import { encodeLink } from '../../src/share/index.ts'
import type { Recipe } from '../../src/simulation/index.ts'
import { createPlayground } from '../playground.ts'
import { recordInNode } from '../recorded.ts'
import { measureMainThread } from './main-thread.ts'
import { FRAME_MS, record } from './measure.ts'
import { visit } from './visit.ts'

const STEPS = 1000
const MOVES = 100

test('scrubbing in the page', async ({ browser, page }) => {
  const { recipe } = await recordInNode('happy')
  const short = recipe.choices.length
  const opened = async (shown: Recipe, cursor: number) => {
    const { shownAtMs } = await visit(browser, linkTo(shown, cursor), `[aria-label^="Step ${cursor}: "]`)
    return shownAtMs
  }
  const waits = Array.from({ length: STEPS - short }, () => ({ type: 'advance', seconds: 1 }) as const)
  const long: Recipe = { ...recipe, choices: [...recipe.choices, ...waits] }
  const against = { what: `step ${short}`, value: await opened(recipe, short) }
  record({ what: `a link shows step ${STEPS}`, unit: 'ms', value: await opened(long, STEPS), against })

  const { slider, messages } = createPlayground(page)
  await page.goto(linkTo(long, STEPS))
  await expect(messages.last()).toHaveAccessibleName(new RegExp(`^Step ${STEPS}: `))
  const track = await page.locator('.slider-control').filter({ has: slider }).boundingBox()
  if (track === null) throw new Error('The page has no scrubber.')
  const threadMs = await measureMainThread(page)
  const y = track.y + track.height / 2
  const drag = async () => {
    // A little over the end: the thumb stops there.
    for (let move = 1; move <= MOVES; move++)
      await page.mouse.move(track.x + track.width * (1 - (1.1 * move) / MOVES), y)
  }
  await page.mouse.move(track.x + track.width - 4, y)
  await page.mouse.down()
  const value = (await threadMs(drag)) / MOVES
  await page.mouse.up()
  await expect(slider).toHaveValue('0')
  record({
    what: `a move of the scrubber in the whole page, ${STEPS} steps, processor time`,
    unit: 'ms',
    value,
    target: FRAME_MS,
  })
})

function linkTo(recipe: Recipe, cursor: number): string {
  return `./#${encodeLink({ recipe, cursor })}`
}
