/** Where in a trace a step ends and begins: traces are in order of steps, so both are found by halving. */
import type { Trace } from '../simulation/types.ts'

/** How many events had happened once `step` choices had been applied. O(log n). */
export function eventCountAt(trace: Trace, step: number): number {
  let [low, high] = [0, trace.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((trace[middle]?.step ?? 0) <= step) low = middle + 1
    else high = middle
  }
  return low
}

/** Everything that had happened once `step` choices had been applied: at the end of a trace the trace itself. */
export function eventsUpTo(trace: Trace, step: number): Trace {
  const count = eventCountAt(trace, step)
  return count === trace.length ? trace : trace.slice(0, count)
}

/** What one step recorded, its choice first. */
export function eventsOf(trace: Trace, step: number): Trace {
  return trace.slice(eventCountAt(trace, step - 1), eventCountAt(trace, step))
}
