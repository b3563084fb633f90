/** What the run is compared with when nobody has chosen. */
import { resolveSettings, type Scenario, type SettingField, type Solution } from '../../scenarios/contract.ts'
import type { Session, Trace } from '../../simulation/index.ts'

/** The outcome that a whole run has come to: a failure before anything that also works in it. */
export function outcomeOf(scenario: Scenario, trace: Trace): Solution | undefined {
  const reached = scenario.solutions.filter(({ goal }) => goal.reached(trace))
  return reached.find(({ outcome }) => outcome === 'failure') ?? reached.at(-1)
}

/** For a failure the way that works; for what works a failure that it mends; for a run under way the first outcome. */
export function counterpartOf({ solutions }: Scenario, reached: Solution | undefined): Solution | undefined {
  if (reached === undefined) return solutions[0]
  const others = solutions.filter((solution) => solution !== reached)
  const mending =
    reached.outcome === 'failure'
      ? others.find(({ id }) => id === reached.remedy)
      : others.find(({ remedy }) => remedy === reached.id)
  return mending ?? others.find(({ outcome }) => outcome !== reached.outcome) ?? others[0]
}

/** A setting that two recipes of one scenario differ in, with its values in words. */
export interface ChangedSetting {
  readonly label: string
  readonly left: string
  readonly right: string
}

/** The settings that differ; none between two scenarios, whose settings are not the same ones. */
export function changedSettings(scenario: Scenario, left: Session, right: Session): readonly ChangedSetting[] {
  if (left.scenario !== right.scenario) return []
  const [ours, theirs] = [resolveSettings(scenario, left.settings), resolveSettings(scenario, right.settings)]
  return scenario.settings
    .filter(({ id }) => ours[id] !== theirs[id])
    .map((field) => ({
      label: field.label,
      left: inWords(field, ours[field.id]),
      right: inWords(field, theirs[field.id]),
    }))
}

function inWords(field: SettingField, value: string | number | boolean | undefined): string {
  switch (field.type) {
    case 'boolean':
      return value === true ? 'on' : 'off'
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'number':
      return `${value} ${field.unit}`.trim()
    case 'text':
      return String(value) || 'empty'
    default:
      return field satisfies never
  }
}
