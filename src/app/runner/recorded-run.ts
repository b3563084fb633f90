/** Runs that are not on the page: played headlessly, so that they can be looked at beside the one that is. */

import type { Recording } from '../../projections/comparison/index.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Scenario, Solution } from '../../scenarios/contract.ts'
import { expandSolution, replaySession, startRun } from '../../scenarios/run.ts'
import type { Session, Settings } from '../../simulation/index.ts'

/** A whole run with its recipe. */
export interface WholeRun extends Recording {
  readonly session: Session
}

/** A whole run, or why there is none. */
export type RecordedRun = WholeRun | { readonly problem: string }

/** How many runs are remembered; the one that was not asked for longest is forgotten. */
const LIMIT = 24
const recorded = new Map<string, Promise<RecordedRun>>()

/** Replays a recipe to its end. The same recipe gives the same promise, so it can be awaited while rendering. Never rejects. */
export function recordSession(scenario: Scenario, session: Session): Promise<RecordedRun> {
  return remember(JSON.stringify(session), async () => {
    const { trace, actors } = await replaySession(scenario, session)
    const sequence = createSequence(actors)
    sequence.push(trace)
    return { session, trace, sequence }
  })
}

/** Plays a solution to its end with the names given, as {@link recordSession} does. */
export function recordSolution(scenario: Scenario, solution: Solution, names: Settings = {}): Promise<RecordedRun> {
  return remember(`${scenario.id}/${solution.id} ${JSON.stringify(names)}`, async () => {
    const settings = { ...names, ...solution.settings }
    const { session, trace } = await expandSolution(scenario, { ...solution, settings })
    const sequence = createSequence((await startRun(scenario, { ...session, choices: [] })).actors)
    sequence.push(trace)
    return { session, trace, sequence }
  })
}

function remember(key: string, record: () => Promise<RecordedRun>): Promise<RecordedRun> {
  const known = recorded.get(key) ?? record().catch(problemOf)
  recorded.delete(key)
  recorded.set(key, known)
  for (const oldest of recorded.keys()) {
    if (recorded.size <= LIMIT) break
    recorded.delete(oldest)
  }
  return known
}

function problemOf(problem: unknown): RecordedRun {
  return { problem: problem instanceof Error ? problem.message : String(problem) }
}
