/** Real runs for the tests of exporters: every outcome of every scenario, as the page would hand it to them. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSequence } from '../projections/sequence/index.ts'
import type { Scenario } from '../scenario-kit/contract.ts'
import { playOutcome as play, startRun } from '../scenario-kit/run.ts'
import type { ExportableRun } from './contract.ts'

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** The scenario and the outcome of a run, as `client-credentials/happy`. */
export async function listOutcomes(): Promise<string[]> {
  const folders = readdirSync(SCENARIOS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const scenarios = await Promise.all(folders.map(({ name }) => loadScenario(name)))
  return scenarios.flatMap(({ id, outcomes }) => outcomes.map((outcome) => `${id}/${outcome.id}`))
}

/** Plays an outcome, named as {@link listOutcomes} does, to its end. */
export async function playOutcome(name: string): Promise<ExportableRun> {
  const [scenarioId = '', outcomeId] = name.split('/')
  const scenario = await loadScenario(scenarioId)
  const outcome = scenario.outcomes.find(({ id }) => id === outcomeId)
  if (outcome === undefined) throw new Error(`There is no outcome “${name}”.`)
  const { recipe, trace } = await play(scenario, outcome)
  const { actors } = await startRun(scenario, recipe)
  const model = createSequence(actors)
  model.push(trace)
  return { title: scenario.title, recipe, step: recipe.choices.length, trace, model, rowCount: model.rows.length }
}

async function loadScenario(id: string): Promise<Scenario> {
  const module: { default: Scenario } = await import(`${SCENARIOS}${id}/index.ts`)
  return module.default
}
