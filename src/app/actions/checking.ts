/** Whether a run that came from elsewhere can be opened here. */
import { settingProblems } from '../../scenario-kit/contract.ts'
import type { Recipe } from '../../simulation/index.ts'
import { hasScenario, loadScenario } from '../registry.ts'

/** What is wrong with a recipe, in sentences; empty when its scenario is here and takes its settings. */
export async function recipeProblems({ scenario, settings }: Recipe): Promise<readonly string[]> {
  return hasScenario(scenario)
    ? settingProblems(await loadScenario(scenario), settings)
    : [`It asks for a scenario that does not exist here: “${scenario.slice(0, 60)}”.`]
}
