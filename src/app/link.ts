/** Links to what is on the screen: written from the state, and read with everything that can be wrong with one. Loaded after the first arrow. */

import { siteHome } from '../lib/site-home.ts'
import { settingProblems } from '../scenario-kit/contract.ts'
import { addressOf, decodeLink, encodeLink, linkIn } from '../share/index.ts'
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
