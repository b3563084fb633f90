/** Every scenario, and each of its outcomes played once: for the tests that look at whole runs. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSequence, type Sequence } from '../projections/sequence/index.ts'
import type { Actor } from '../simulation/index.ts'
import type { Outcome, Scenario } from './contract.ts'
import { type PlayedOutcome, playOutcome, startRun } from './run.ts'

const FOLDER = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** The ids of all scenarios: the names of their folders. */
export const scenarioIds: readonly string[] = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

/** All scenarios, whoever adds one. */
export const scenarios: readonly Scenario[] = await Promise.all(
  scenarioIds.map(async (id): Promise<Scenario> => (await import(`../scenarios/${id}/index.ts`)).default),
)

/** Every outcome of every scenario. */
export const cases: readonly { readonly scenario: Scenario; readonly outcome: Outcome }[] = scenarios.flatMap(
  (scenario) => scenario.outcomes.map((outcome) => ({ scenario, outcome })),
)

/** What an outcome leaves. */
export interface Played extends PlayedOutcome {
  readonly actors: readonly Actor[]
  readonly sequence: Sequence
}

const runs = new Map<Outcome, Promise<Played>>()

/** Plays an outcome, once for all who ask. */
export function played(scenario: Scenario, outcome: Outcome): Promise<Played> {
  const known = runs.get(outcome) ?? play(scenario, outcome)
  runs.set(outcome, known)
  return known
}

/** A scenario by its id. */
export function findScenario(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id)
  if (found === undefined) throw new Error(`There is no scenario “${id}”.`)
  return found
}

/** An outcome by the ids of its scenario and itself. */
export function findOutcome(scenarioId: string, outcomeId: string): { scenario: Scenario; outcome: Outcome } {
  const scenario = findScenario(scenarioId)
  const outcome = scenario.outcomes.find(({ id }) => id === outcomeId)
  if (outcome === undefined) throw new Error(`There is no outcome “${outcomeId}” of “${scenarioId}”.`)
  return { scenario, outcome }
}

async function play(scenario: Scenario, outcome: Outcome): Promise<Played> {
  const expanded = await playOutcome(scenario, outcome)
  const { actors } = await startRun(scenario, expanded.recipe)
  const sequence = createSequence(actors)
  sequence.push(expanded.trace)
  return { ...expanded, actors, sequence }
}
