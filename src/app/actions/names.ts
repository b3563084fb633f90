/** What lanes and endpoints are called: presets, and those that a person has saved. */
import { settingProblems } from '../../scenario-kit/contract.ts'
import { type NamePreset, namesIn } from '../../scenario-kit/names.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { withPreset } from '../state/own-names.ts'
import { commit, current } from '../state/store.ts'
import { notify } from './notices.ts'
import { changeSettings } from './opening.ts'

/** Uses the names of a preset, as far as the scenario has them; without one the usual names. The run starts again. */
export async function applyNames(preset: NamePreset | undefined): Promise<void> {
  const scenario = selectScenario(current())
  if (scenario === undefined) return
  const values = preset?.values ?? {}
  const names = scenario.settings
    .filter(({ group }) => group === 'Names')
    .map((field) => [field.id, values[field.id] ?? field.default] as const)
  const changed = Object.fromEntries(names)
  const details = settingProblems(scenario, { ...current().recipe.settings, ...changed })
  if (details.length === 0) await changeSettings(changed)
  else notify({ tone: 'problem', title: `The names of “${preset?.title}” do not fit here.`, details })
}

/** Keeps the names of the run in this browser. */
export function saveNames(title: string): void {
  const { recipe, view } = current()
  const scenario = selectScenario(current())
  if (scenario === undefined) return
  const preset = { title: title.trim(), values: namesIn(scenario, recipe.settings) }
  commit({ view: { ownNames: withPreset(view.ownNames, preset) } })
}

/** Forgets a preset. The run keeps its names, so that it can be saved again. */
export function forgetNames(title: string): void {
  commit({ view: { ownNames: current().view.ownNames.filter((preset) => preset.title !== title) } })
}
