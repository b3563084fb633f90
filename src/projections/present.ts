/** What there was at a step: the time, the windows, what was offered, what each actor held. */
import type { Json } from '../lib/json.ts'
import type { ActionOffer, Milestone, Trace, WindowView } from '../simulation/types.ts'
import { eventCountAt, eventsUpTo } from './moments.ts'

/** What the person may do at a step. */
export interface Offers {
  readonly actions: readonly ActionOffer[]
  readonly milestones: readonly Milestone[]
}

const NO_OFFERS: Offers = { actions: [], milestones: [] }

/** Virtual time after a step, in epoch milliseconds; 0 while nothing has been recorded. */
export function clockAt(trace: Trace, step: number): number {
  let time = 0
  // Time never runs backwards, so the last step that recorded anything knows it; a clock event tells when it starts to move.
  for (let index = eventCountAt(trace, step) - 1; index >= 0; index -= 1) {
    const event = trace[index]
    if (event === undefined) break
    time = Math.max(time, event.type === 'clock' ? event.time + event.seconds * 1000 : event.time)
    if (event.step !== trace[index - 1]?.step) break
  }
  return time
}

/** Every window as it looked at a step, in the order in which they were opened. */
export function windowsAt(trace: Trace, step: number): readonly WindowView[] {
  const windows = new Map<string, WindowView>()
  for (const event of eventsUpTo(trace, step)) if (event.type === 'window') windows.set(event.view.id, event.view)
  return [...windows.values()]
}

/** The window that changed last at a step. */
export function latestWindowAt(trace: Trace, step: number): WindowView | undefined {
  return eventsUpTo(trace, step).findLast((event) => event.type === 'window')?.view
}

/** What the scenario offered at a step. */
export function offersAt(trace: Trace, step: number): Offers {
  return eventsUpTo(trace, step).findLast((event) => event.type === 'offers') ?? NO_OFFERS
}

/** What each actor held at a step, by actor id, as its `snapshot()` told. */
export function stateAt(trace: Trace, step: number): Readonly<Record<string, Json>> {
  const states = new Map<string, Json>()
  for (const event of eventsUpTo(trace, step)) if (event.type === 'state') states.set(event.actor, event.state)
  return Object.fromEntries(states)
}
