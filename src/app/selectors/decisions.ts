/** Which ways the client's code took through the flowchart of the scenario, at the cursor. */
import { type DecisionPath, decisionPathsAt } from '../../projections/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectScenario } from './outcome.ts'

const NONE: readonly DecisionPath[] = []

const pathsOf = memoise((scenario: Scenario | undefined, trace: Trace, cursor: number) =>
  scenario?.flowchart === undefined ? NONE : decisionPathsAt(scenario.flowchart, trace, cursor),
)

/** The ways taken; the one that went on last stands last. */
export function selectDecisionPaths(state: AppState): readonly DecisionPath[] {
  return pathsOf(selectScenario(state), state.run.trace, state.view.cursor)
}

/** True when the open scenario has a flowchart. */
export function hasDecisions(state: AppState): boolean {
  return selectScenario(state)?.flowchart !== undefined
}
