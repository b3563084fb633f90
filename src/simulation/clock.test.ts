import { expect, test } from 'vitest'
import { createClock, skewedClock } from './clock.ts'

test.each([90, 0, -90])(
  'a clock that is %i seconds off: another time of day, and timers that fire when they would',
  async (off) => {
    const clock = createClock(1_000_000)
    const own = skewedClock(clock, off)
    const fired: string[] = []
    own.setTimer(own.now() + 30_000, () => fired.push(`own at ${clock.now()}`))
    clock.setTimer(clock.now() + 40_000, () => fired.push(`right at ${clock.now()}`))
    expect(own.now()).toBe(1_000_000 + off * 1000)
    await own.advanceTo(own.now() + 60_000, async () => undefined)
    expect(fired).toEqual(['own at 1030000', 'right at 1040000'])
    expect(own.now() - clock.now()).toBe(off * 1000)
  },
)
