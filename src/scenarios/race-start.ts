/** Where the race of a scenario starts: the moment at which most messages are held and wait for somebody to choose. */
import type { Choice, Session, Trace } from '../simulation/index.ts'
import type { Scenario } from './contract.ts'
import { expandSolution } from './run.ts'

/**
 * The choices of the way to the scenario's race under a session's settings: the part of a solution that comes before the
 * first delivery with at least two messages held. Of several solutions the one with most messages, and of those the
 * first. Undefined when there is none.
 */
export async function findRace(scenario: Scenario, { settings }: Session): Promise<readonly Choice[] | undefined> {
  let best: { readonly held: number; readonly choices: readonly Choice[] } | undefined
  for (const solution of scenario.solutions) {
    // A script that was written for other settings may ask for what is not there.
    const played = await expandSolution(scenario, { ...solution, settings }).catch(() => undefined)
    if (played === undefined) continue
    const { choices } = played.session
    const held = heldAfterSteps(played.trace)
    const step = held.findIndex((count, index) => count > 1 && choices[index]?.type === 'deliver')
    const count = held[step] ?? 0
    if (count > (best?.held ?? 1)) best = { held: count, choices: choices.slice(0, step) }
  }
  return best?.choices
}

/** How many messages are held after each step of a run; the first number is the opening's. */
export function heldAfterSteps(trace: Trace): readonly number[] {
  const counts: number[] = []
  let held = 0
  for (const { type, step } of trace) {
    if (type === 'held') held += 1
    if (type === 'delivered' || type === 'dropped') held -= 1
    counts[step] = held
  }
  return counts
}
