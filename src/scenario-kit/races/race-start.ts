/** Where the race of a scenario starts: the moment at which most messages are held and wait for somebody to choose. */
import type { Choice, Recipe, Trace } from '../../simulation/index.ts'
import type { Scenario } from '../contract.ts'
import { playOutcome } from '../run.ts'

/**
 * The choices of the way to the scenario's race under a session's settings: the part of an outcome that comes before the
 * first delivery with at least two messages held. Of several outcomes the one with most messages, and of those the
 * first. Undefined when there is none.
 */
export async function findRace(scenario: Scenario, { settings }: Recipe): Promise<readonly Choice[] | undefined> {
  let best: { readonly held: number; readonly choices: readonly Choice[] } | undefined
  for (const outcome of scenario.outcomes) {
    // A script that was written for other settings may ask for what is not there.
    const played = await playOutcome(scenario, { ...outcome, settings }).catch(() => undefined)
    if (played === undefined) continue
    const { choices } = played.recipe
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
