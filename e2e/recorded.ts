/** What the same recipe leaves in plain Node, to hold what the browser shows against. */
import { createHash } from 'node:crypto'
import type { Scenario } from '../src/scenario-kit/contract.ts'
import { scenarioIds as allIds, findOutcome, findScenario, played } from '../src/scenario-kit/played.fixture.ts'
import type { Recipe, Trace } from '../src/simulation/index.ts'

/** The scenario that the page opens with. */
const DEFAULT_SCENARIO = 'authorization-code-pkce'

/** What a recipe leaves. */
export interface Recorded {
  readonly recipe: Recipe
  readonly trace: Trace
  /** SHA-256 of the trace's JSON text. */
  readonly fingerprint: string
}

/** The ids of all scenarios. */
export function scenarioIds(): readonly string[] {
  return allIds
}

/** A scenario by its id. */
export function loadScenario(id = DEFAULT_SCENARIO): Scenario {
  return findScenario(id)
}

/** Plays an outcome in Node. */
export async function recordInNode(id: string, scenarioId = DEFAULT_SCENARIO): Promise<Recorded> {
  const { scenario, outcome } = findOutcome(scenarioId, id)
  const { recipe, trace } = await played(scenario, outcome)
  return { recipe, trace, fingerprint: createHash('sha256').update(JSON.stringify(trace)).digest('hex') }
}
