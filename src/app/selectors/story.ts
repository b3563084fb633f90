/** The ways in which a room is told one outcome: the order that it has, the order that ends otherwise, the fix. */
import { type Outcome, resolveSettings, type Scenario } from '../../scenario-kit/contract.ts'

/** The ways of an outcome; one that the scenario does not have is `undefined`. */
export interface Ways {
  readonly order: Outcome
  /** The same settings, and another result. */
  readonly otherOrder: Outcome | undefined
  /** The outcome that shows it working, of whichever order fails. */
  readonly fix: Outcome | undefined
}

/** The ways in which an outcome can be told. */
export function waysOf(scenario: Scenario, order: Outcome): Ways {
  const settings = settingsOf(scenario, order)
  const otherOrder = scenario.outcomes.find(
    (outcome) => outcome.result !== order.result && settingsOf(scenario, outcome) === settings,
  )
  const remedy = order.remedy ?? otherOrder?.remedy
  return { order, otherOrder, fix: scenario.outcomes.find(({ id }) => id === remedy) }
}

function settingsOf(scenario: Scenario, outcome: Outcome): string {
  return JSON.stringify(resolveSettings(scenario, outcome.settings ?? {}))
}
