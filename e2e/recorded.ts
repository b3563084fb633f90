/** What the same recipe leaves in plain Node, to hold what the browser shows against. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Scenario } from '../src/scenarios/contract.ts'
import { expandSolution } from '../src/scenarios/run.ts'
import type { Session, Trace } from '../src/simulation/index.ts'

/** The scenario that the page opens with. */
const DEFAULT_SCENARIO = 'authorization-code-pkce'

/** What a recipe leaves. */
export interface Recorded {
  readonly session: Session
  readonly trace: Trace
  /** SHA-256 of the trace's JSON text. */
  readonly fingerprint: string
}

/** The ids of all scenarios. */
export function scenarioIds(): string[] {
  const folder = fileURLToPath(new URL('../src/scenarios/', import.meta.url))
  return readdirSync(folder).filter((id) => existsSync(`${folder}${id}/index.ts`))
}

/** A scenario by its id. */
export async function loadScenario(id = DEFAULT_SCENARIO): Promise<Scenario> {
  const module: { default: Scenario } = await import(`../src/scenarios/${id}/index.ts`)
  return module.default
}

/** Plays a solution in Node. */
export async function recordInNode(id: string, scenarioId = DEFAULT_SCENARIO): Promise<Recorded> {
  const scenario = await loadScenario(scenarioId)
  const solution = scenario.solutions.find((candidate) => candidate.id === id)
  if (solution === undefined) throw new Error(`No solution “${id}”.`)
  const { session, trace } = await expandSolution(scenario, solution)
  return { session, trace, fingerprint: createHash('sha256').update(JSON.stringify(trace)).digest('hex') }
}
