/** Real runs for the tests of exporters: every solution of every scenario, as the page would hand it to them. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSequence } from '../projections/sequence/index.ts'
import type { Scenario } from '../scenarios/contract.ts'
import { expandSolution, startRun } from '../scenarios/run.ts'
import type { ExportableRun } from './contract.ts'

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** The scenario and the solution of a run, as `client-credentials/happy`. */
export async function listSolutions(): Promise<string[]> {
  const folders = readdirSync(SCENARIOS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const scenarios = await Promise.all(folders.map(({ name }) => loadScenario(name)))
  return scenarios.flatMap(({ id, solutions }) => solutions.map((solution) => `${id}/${solution.id}`))
}

/** Plays a solution, named as {@link listSolutions} does, to its end. */
export async function playSolution(name: string): Promise<ExportableRun> {
  const [scenarioId = '', solutionId] = name.split('/')
  const scenario = await loadScenario(scenarioId)
  const solution = scenario.solutions.find(({ id }) => id === solutionId)
  if (solution === undefined) throw new Error(`There is no solution “${name}”.`)
  const { session, trace } = await expandSolution(scenario, solution)
  const { actors } = await startRun(scenario, session)
  const model = createSequence(actors)
  model.push(trace)
  return { title: scenario.title, session, step: session.choices.length, trace, model, rowCount: model.rows.length }
}

async function loadScenario(id: string): Promise<Scenario> {
  const module: { default: Scenario } = await import(`${SCENARIOS}${id}/index.ts`)
  return module.default
}
