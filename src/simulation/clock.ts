/** The virtual clock. It stands still until the person moves it; timers fire one at a time on the way. */

/** Where every run begins: 2026-11-02T12:00:00Z, in epoch milliseconds. */
const EPOCH_MS = Date.UTC(2026, 10, 2, 12, 0, 0)

interface Timer {
  readonly id: number
  readonly at: number
  readonly fire: () => void
}

/** Virtual time and its timers. All times are epoch milliseconds. */
export interface Clock {
  /** The present moment. */
  now(): number
  /** Calls `fire` once when the clock has come to `at`; returns an id for {@link Clock.clearTimer}. */
  setTimer(at: number, fire: () => void): number
  clearTimer(id: number): void
  /** Calls back each time the clock has come to where it was sent: for what follows time without a moment of its own. */
  whenMoved(react: () => void): void
  /** Moves to `target`, calling `settle` after each timer that fires. Time never runs backwards. */
  advanceTo(target: number, settle: () => Promise<void>): Promise<void>
}

/** The same clock as somebody sees it whose own is some seconds ahead, or below zero behind: the same timers, another time of day. */
export function skewedClock(clock: Clock, seconds: number): Clock {
  const ahead = seconds * 1000
  return {
    ...clock,
    now: () => clock.now() + ahead,
    setTimer: (at, fire) => clock.setTimer(at - ahead, fire),
    advanceTo: (target, settle) => clock.advanceTo(target - ahead, settle),
  }
}

/** A clock that stands at `start` (epoch milliseconds). */
export function createClock(start: number = EPOCH_MS): Clock {
  let present = start
  let lastId = 0
  const timers = new Map<number, Timer>()
  const followers: (() => void)[] = []

  /** The next timer due: the earliest, and of two at the same moment the one that was set first. */
  function nextDue(target: number): Timer | undefined {
    let next: Timer | undefined
    for (const timer of timers.values()) {
      if (timer.at <= target && (next === undefined || timer.at < next.at)) next = timer
    }
    return next
  }

  return {
    now: () => present,
    setTimer(at, fire) {
      lastId += 1
      timers.set(lastId, { id: lastId, at: Math.max(at, present), fire })
      return lastId
    },
    clearTimer(id) {
      timers.delete(id)
    },
    whenMoved(react) {
      followers.push(react)
    },
    async advanceTo(target, settle) {
      for (let timer = nextDue(target); timer !== undefined; timer = nextDue(target)) {
        timers.delete(timer.id)
        present = Math.max(present, timer.at)
        timer.fire()
        await settle()
      }
      present = Math.max(present, target)
      for (const react of followers) react()
    },
  }
}
