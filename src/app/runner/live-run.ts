/** The live run: the world behind the page, and the sequence model that grows with its trace. Called inside the queue only. */
import { createSequence, type Sequence } from '../../projections/sequence/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { startRun } from '../../scenario-kit/run.ts'
import { type Choice, directTransport, type Recipe, type Run, type Transport } from '../../simulation/index.ts'

/** A run and its model. */
export interface LiveRun {
  readonly scenario: Scenario
  readonly run: Run
  readonly sequence: Sequence
  /** Trace events that the model has seen. */
  projected: number
}

/** What became of a recipe: how far it could be followed, and what stopped it. */
export interface Rebuilt {
  readonly live: LiveRun
  /** The error of the first choice that did not fit; the choices before it have been applied. */
  readonly problem?: unknown
}

let transport: Transport = directTransport
let live: LiveRun | undefined

/** The run on the page, once a scenario is open. */
export function liveRun(): LiveRun | undefined {
  return live
}

/** Makes a run the one on the page. */
export function adopt(next: LiveRun): void {
  live = next
}

/** Carries the messages of live steps another way, from now on. */
export function carryBy(next: Transport): void {
  transport = next
}

/** How a long building is watched and ended. */
export interface Watch {
  readonly signal: AbortSignal
  /** Called after each choice, with how many have been applied. */
  onStep(steps: number): void
}

/**
 * Builds a run from its recipe, up to `count` choices. What has happened before travels directly; what comes next travels
 * as the page carries messages. It stops where the signal says so. Only a broken scenario makes it throw.
 */
export async function rebuild(scenario: Scenario, recipe: Recipe, count: number, watch?: Watch): Promise<Rebuilt> {
  let isPast = true
  const run = await startRun(scenario, recipe, {
    transport: { carry: (carriage) => (isPast ? directTransport : transport).carry(carriage) },
  })
  let applied = 0
  try {
    for (const choice of recipe.choices.slice(0, count)) {
      if (watch?.signal.aborted) break
      await run.apply(choice)
      applied += 1
      watch?.onStep(applied)
    }
  } catch (problem) {
    // The failed choice may have left the run half-way, so it is built anew without it.
    return { ...(await rebuild(scenario, recipe, applied, watch)), problem }
  }
  const rebuilt: LiveRun = { scenario, run, sequence: createSequence(run.actors), projected: 0 }
  project(rebuilt)
  isPast = false
  return { live: rebuilt }
}

/** Applies a choice to a run and brings its model up to date. Throws what the run throws. */
export async function applyTo(target: LiveRun, choice: Choice): Promise<void> {
  await target.run.apply(choice)
  project(target)
}

function project(target: LiveRun): void {
  target.sequence.push(target.run.trace.slice(target.projected))
  target.projected = target.run.trace.length
}
