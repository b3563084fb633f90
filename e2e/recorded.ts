/** What the same recipe leaves in plain Node, to hold what the browser shows against. */
import { createHash } from 'node:crypto'
import scenario from '../src/scenarios/authorization-code-pkce/index.ts'
import { expandSolution } from '../src/scenarios/run.ts'
import type { Session, Trace } from '../src/simulation/index.ts'

/** The solutions of the scenario that the page opens with. */
export const { solutions } = scenario

/** Plays a solution in Node: its recipe, its trace and the trace's fingerprint. */
export async function recordInNode(id: string): Promise<{ session: Session; trace: Trace; fingerprint: string }> {
  const solution = solutions.find((candidate) => candidate.id === id)
  if (solution === undefined) throw new Error(`No solution “${id}”.`)
  const { session, trace } = await expandSolution(scenario, solution)
  return { session, trace, fingerprint: createHash('sha256').update(JSON.stringify(trace)).digest('hex') }
}
