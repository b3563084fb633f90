/** What a run calls lanes and endpoints, and presets of such names. */
import type { Settings } from '../simulation/index.ts'
import type { Scenario } from './contract.ts'

/** Names of lanes and paths of endpoints, to be applied together. */
export interface NamePreset {
  readonly title: string
  /** What differs from that server, if anything does. */
  readonly note?: string
  /** By setting; a scenario takes those that it has. */
  readonly values: Settings
}

/** The settings of the group “Names”, with the values given; those that have the default are left out. */
export function namesIn(scenario: Scenario, settings: Settings): Settings {
  return Object.fromEntries(
    scenario.settings.flatMap(({ id, group, default: usual }) => {
      const value = settings[id]
      return group === 'Names' && value !== undefined && value !== usual ? [[id, value] as const] : []
    }),
  )
}

/** True when the names are those of a preset, as far as the scenario has them; never where it has none of them. */
export function hasNamesOf(scenario: Scenario, settings: Settings, preset: NamePreset): boolean {
  const [ours, theirs] = [namesIn(scenario, settings), namesIn(scenario, preset.values)]
  return (
    Object.keys(theirs).length > 0 &&
    Object.keys(ours).length === Object.keys(theirs).length &&
    Object.entries(theirs).every(([id, value]) => ours[id] === value)
  )
}
