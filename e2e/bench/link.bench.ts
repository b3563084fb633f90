/** Opening a link to a step of a run, against opening the page as it is. */
import { test } from '@playwright/test'
import { encodeLink } from '../../src/share/index.ts'
import { recordInNode } from '../recorded.ts'
import { median, record, spread } from './measure.ts'
import { FIRST_ARROW, visit } from './visit.ts'

/** A link replays its run before it shows anything; beyond this, opening it does the work of a step several times. */
const RATIO_LIMIT = 6
const VISITS = 5

test('opening a link', async ({ browser }) => {
  const { recipe } = await recordInNode('happy')
  const steps = recipe.choices.length
  const cursors = [8, 16, steps]
  const openPlain = async () => (await visit(browser, './', FIRST_ARROW)).shownAtMs
  const openAt = async (cursor: number) => {
    const address = `./#${encodeLink({ recipe, cursor })}`
    return (await visit(browser, address, `[aria-label^="Step ${cursor}: "]`)).shownAtMs
  }
  await openPlain()
  const plain: number[] = []
  const times = new Map(cursors.map((cursor) => [cursor, [] as number[]]))
  for (let round = 0; round < VISITS; round++) {
    plain.push(await openPlain())
    for (const [cursor, shown] of times) shown.push(await openAt(cursor))
  }
  const against = { what: 'the plain page', value: median(plain) }
  for (const [cursor, shown] of times) {
    record({
      what: `a link shows step ${cursor} of ${steps}`,
      unit: 'ms',
      ...spread(shown),
      against,
      ratioLimit: RATIO_LIMIT,
    })
  }
})
