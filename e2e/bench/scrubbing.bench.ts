/** Jumping to and fro in a run of 1000 steps, against appending one step to it. */
import { FRAME_MS, record, spread } from './measure.ts'
import { test } from './page-fixture.ts'

/** A jump draws every row in view, about 20, where a step draws one. What draws the whole run would be 1000. */
const RATIO_LIMIT = 60
const STEPS = 1000

test('scrubbing', async ({ parts }) => {
  const step = spread(await parts.evaluate((from) => window.parts.append(from, 100), STEPS))
  const move = spread(await parts.evaluate((steps) => window.parts.scrub(steps, 200), STEPS))
  record({
    what: `a move of the scrubber in ${STEPS} steps`,
    unit: 'ms',
    ...move,
    against: { what: 'an appended step', value: step.value },
    ratioLimit: RATIO_LIMIT,
    target: FRAME_MS,
  })
})
