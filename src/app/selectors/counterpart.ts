/** What the run is compared with when nobody has chosen. */
import { type Outcome, resolveSettings, type Scenario } from '../../scenario-kit/contract.ts'
import type { SettingField } from '../../scenario-kit/setting.ts'
import type { Recipe, Settings, Trace } from '../../simulation/index.ts'
import { outcomesReached } from './outcome.ts'

/** The outcome that a whole run has come to: a failure before anything that also works in it. */
export function outcomeOf(scenario: Scenario, settings: Settings, trace: Trace): Outcome | undefined {
  const reached = outcomesReached(scenario, settings, trace)
  return reached.find(({ result }) => result === 'failure') ?? reached.at(-1)
}

/** For a failure the way that works; for what works a failure that it fixes; for a run under way the first outcome. */
export function counterpartOf({ outcomes }: Scenario, reached: Outcome | undefined): Outcome | undefined {
  if (reached === undefined) return outcomes[0]
  const others = outcomes.filter((outcome) => outcome !== reached)
  const mending =
    reached.result === 'failure'
      ? others.find(({ id }) => id === reached.remedy)
      : others.find(({ remedy }) => remedy === reached.id)
  return mending ?? others.find(({ result }) => result !== reached.result) ?? others[0]
}

/** A setting that two recipes of one scenario differ in, with its values in words. */
export interface ChangedSetting {
  readonly label: string
  readonly left: string
  readonly right: string
}

/** The settings that differ; none between two scenarios, whose settings are not the same ones. */
export function changedSettings(scenario: Scenario, left: Recipe, right: Recipe): readonly ChangedSetting[] {
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
