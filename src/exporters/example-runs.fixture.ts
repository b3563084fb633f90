/** Real runs for the tests of exporters: every outcome of every scenario, as the page would hand it to them. */
import { cases, findOutcome, played } from '../scenario-kit/played.fixture.ts'
import type { ExportableRun } from './contract.ts'

/** The scenario and the outcome of each run, as `client-credentials/happy`. */
export const outcomeNames: readonly string[] = cases.map(({ scenario, outcome }) => `${scenario.id}/${outcome.id}`)

/** An outcome by its name in {@link outcomeNames}, played to its end. */
export async function exportableRun(name: string): Promise<ExportableRun> {
  const [scenarioId = '', outcomeId = ''] = name.split('/')
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const { recipe, trace, sequence: model } = await played(scenario, outcome)
  return { title: scenario.title, recipe, step: recipe.choices.length, trace, model, rowCount: model.rows.length }
}
