/** What the same recipe leaves in plain Node, to hold what the browser shows against. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Scenario } from '../src/scenario-kit/contract.ts'
import { playOutcome } from '../src/scenario-kit/run.ts'
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
export function scenarioIds(): string[] {
  const folder = fileURLToPath(new URL('../src/scenarios/', import.meta.url))
  return readdirSync(folder).filter((id) => existsSync(`${folder}${id}/index.ts`))
}

/** A scenario by its id. */
export async function loadScenario(id = DEFAULT_SCENARIO): Promise<Scenario> {
  const module: { default: Scenario } = await import(`../src/scenarios/${id}/index.ts`)
  return module.default
}

/** Plays an outcome in Node. */
export async function recordInNode(id: string, scenarioId = DEFAULT_SCENARIO): Promise<Recorded> {
  const scenario = await loadScenario(scenarioId)
  const outcome = scenario.outcomes.find((candidate) => candidate.id === id)
  if (outcome === undefined) throw new Error(`No outcome “${id}”.`)
  const { recipe, trace } = await playOutcome(scenario, outcome)
  return { recipe, trace, fingerprint: createHash('sha256').update(JSON.stringify(trace)).digest('hex') }
}
