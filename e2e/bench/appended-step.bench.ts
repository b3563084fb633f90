/** One step more in the live diagram, after 30, 300 and 1000: flat, a small part of a frame, and no frame lost to it. */
import { measureMainThread } from './main-thread.ts'
import { FRAME_MS, median, record, spread } from './measure.ts'
import { test } from './page-fixture.ts'

/** A step may take a tenth of a frame: the rest of the frame belongs to everything else on the page. */
const STEP_TARGET_MS = FRAME_MS / 10
/** A step after 1000 is measured against one after 30. Flat is 1; what grows with the run would be 33. */
const FLAT_LIMIT = 4
/** Each animated step is followed by a pause in which its packet travels, as at the speed 1×. */
const ANIMATED = { steps: 12, pauseMs: 700 }
const TIMED_STEPS = 100
const DRAWINGS = 3

test('a step that is appended', async ({ parts }) => {
  const threadMs = await measureMainThread(parts)
  const frame = { what: 'a frame', value: FRAME_MS }
  const flat: number[] = []
  for (const from of [30, 300, 1000]) {
    const append = () =>
      parts.evaluate(([first, count]) => window.parts.append(first, count), [from, TIMED_STEPS] as const)
    const step = spread(await append())
    record({ what: `a step appended after ${from}`, unit: 'ms', ...step, against: frame, target: STEP_TARGET_MS })
    const busyMs = await threadMs(() =>
      parts.evaluate(([first, count]) => window.parts.appendAtOnce(first, count), [from, TIMED_STEPS] as const),
    )
    const what = `a step appended after ${from}, processor time`
    const value = busyMs / TIMED_STEPS
    record({ what, unit: 'ms', value, against: frame, target: STEP_TARGET_MS })
    const [first] = flat
    if (first !== undefined) {
      record({ what, unit: 'ms', value, against: { what: 'after 30', value: first }, ratioLimit: FLAT_LIMIT })
    }
    flat.push(value)

    const drawings = await parts.evaluate(([count, times]) => window.parts.drawWithMermaid(count, times), [
      from,
      DRAWINGS,
    ] as const)
    const against = { what: 'the appended step', value: step.value }
    record({ what: `the same ${from} steps drawn by Mermaid`, unit: 'ms', value: median(drawings), against })

    const { animated, resting } = await parts.evaluate(
      ([first, { steps, pauseMs }]) => window.parts.animate(first, steps, pauseMs),
      [from, ANIMATED] as const,
    )
    record({
      what: `frames dropped in ${ANIMATED.steps} animated steps after ${from}`,
      unit: 'frames',
      value: dropped(animated),
      against: { what: 'as long at rest, in turn', value: dropped(resting) },
      target: 0,
    })
  }
})

/** Frames that should have come and did not, from the milliseconds between those that came. */
function dropped(gaps: readonly number[]): number {
  return gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0)
}
