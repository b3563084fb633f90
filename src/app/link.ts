/** Links to what is on the screen: written from the state, and read with everything that can be wrong with one. Loaded after the first arrow. */

import { siteHome } from '../lib/site-home.ts'
import { settingProblems } from '../scenario-kit/contract.ts'
import { addressOf, decodeLab, decodeLink, encodeLab, encodeLink, type LabPlace, linkIn } from '../share/index.ts'
import { loadLabs, whatIsMissing } from './lab/labs.ts'
import { hasScenario, loadScenario } from './registry.ts'
import { selectPlace } from './selectors/place.ts'
import type { Moment } from './state/moment.ts'
import type { AppState } from './state/store.ts'

/** The fragment of a link to what is on the screen, without the `#`. Synchronous, so that a page that closes can still write it. */
export function linkOf({ recipe, view }: AppState): string {
  return encodeLink({ recipe, cursor: view.cursor })
}

/** The address of what is on the screen, at the step that is shown or at another one. */
export function addressAt(state: AppState, step = state.view.cursor, { isEmbedded = false } = {}): string {
  const fragment = encodeLink({ recipe: state.recipe, cursor: step })
  return addressOf(siteHome(), fragment, { place: selectPlace(state), isEmbedded })
}

/** The address of a place in the policy lab. It opens in whatever run is open there. */
export function labAddress(place: LabPlace): string {
  return addressOf(siteHome(), encodeLab(place))
}

/** The address of what was asked of the policy lab, while that is what is shown. */
export function shownLabAddress({ view }: AppState): string | undefined {
  return view.viewTab === 'lab' && view.lab !== undefined ? labAddress(view.lab) : undefined
}

/** A fragment as it was when it was sent, where what was done to it on its way can be undone. */
export function repaired(fragment: string): string {
  return linkIn(fragment, hasScenario)
}

/** What a link asks for, or what is wrong with it, in sentences, and the scenario to open instead when it names one. */
export type LinkReading =
  | { readonly moment: Moment }
  | { readonly problems: readonly string[]; readonly scenario?: string }

/** Reads a fragment that is not just the id of a scenario. Never rejects for what it says. */
export async function readLink(fragment: string): Promise<LinkReading> {
  const decoded = decodeLink(fragment)
  if (!decoded.ok) return { problems: [decoded.problem.message] }
  const { recipe } = decoded.shared
  if (!hasScenario(recipe.scenario)) {
    return { problems: [`It asks for a scenario that does not exist here: “${recipe.scenario.slice(0, 60)}”.`] }
  }
  const problems = settingProblems(await loadScenario(recipe.scenario), recipe.settings)
  return problems.length > 0 ? { problems, scenario: recipe.scenario } : { moment: decoded.shared }
}

/** What a link to the policy lab asks for, or what is wrong with it, in sentences. */
export type LabReading = { readonly place: LabPlace } | { readonly problems: readonly string[] }

/** The scenario whose table a link to the policy lab asks for, if there is such a scenario. */
export function labScenario(text: string): string | undefined {
  const read = decodeLab(linkIn(text, (reading) => decodeLab(reading).ok))
  return read.ok && hasScenario(read.shared.table) ? read.shared.table : undefined
}

/** Reads a link to the policy lab, or what became of one on its way. Never rejects for what it says. */
export async function readLabLink(text: string): Promise<LabReading> {
  const labs = await loadLabs().catch(() => undefined)
  if (labs === undefined) return { problems: ['The policy lab cannot play its cells in this frame.'] }
  const isHere = (reading: string) => {
    const read = decodeLab(reading)
    return read.ok && whatIsMissing(read.shared, labs) === undefined
  }
  const whole = linkIn(text, isHere)
  // Of one that leads nowhere, what it says is told, without what stands around it.
  const read = decodeLab(isHere(whole) ? whole : linkIn(text, (reading) => decodeLab(reading).ok))
  if (!read.ok) return { problems: [read.problem.message] }
  const missing = whatIsMissing(read.shared, labs)
  return missing === undefined ? { place: read.shared } : { problems: [missing] }
}
