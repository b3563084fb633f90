/** The end of the explored race that the run has come to. */
import { eventsUpTo } from '../../projections/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { describeEnd } from '../../scenario-kit/races/race-end.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectWaiting } from './moment.ts'
import { selectScenario } from './outcome.ts'
import { selectOrdersHere } from './races.ts'

const endOf = memoise(
  (scenario: Scenario, trace: Trace, actors: AppState['run']['sequence']['lanes'], cursor: number, from: number) =>
    describeEnd(scenario, { trace: eventsUpTo(trace, cursor), actors }, from).id,
)

/** Its id among the ends of the report; `undefined` while messages wait, or when the run has gone on since. */
export function selectRaceEnd(state: AppState): string | undefined {
  const { run, view } = state
  const exploration = selectOrdersHere(state)
  const scenario = selectScenario(state)
  if (exploration === undefined || scenario === undefined || selectWaiting(state).length > 0) return undefined
  return endOf(scenario, run.trace, run.sequence.lanes, view.cursor, exploration.from.choices.length)
}
