/** Opens what an address has behind its #: a run, a playlist, a table of the policy lab. Loaded when there is something. */
import type { Place } from '../../share/address.ts'
import { encodeLab, isLabLink, isPlaylistLink } from '../../share/index.ts'
import { notify } from '../actions/notices.ts'
import { open, openDefault, openOutcome, openScenario } from '../actions/opening.ts'
import { showLab } from '../actions/view.ts'
import { isAudience } from '../audience-link/address.ts'
import { isEmbedded } from '../audience-link/embedded.ts'
import { FIRST_TABLE } from '../lab/labs.ts'
import { labScenario, linkOf, readLabLink, readLink, repaired } from '../link.ts'
import { hasScenario } from '../registry.ts'
import type { Notice } from '../state/run.ts'
import { current } from '../state/store.ts'

/**
 * Opens it, or something else with words about what is wrong.
 *
 * @param text the fragment, without the `#`
 * @param place what the run comes to, where the path says so
 * @param kept the run that the browser's history keeps with an address of the lab, as a link
 */
export async function openLink(text: string, place: Place | undefined, kept: string | undefined): Promise<void> {
  if (isLabLink(text)) return openLab(text, kept)
  if (text === 'lab') return openLab(encodeLab({ table: FIRST_TABLE }), kept)
  const fragment = repaired(text)
  if (hasScenario(fragment)) return openScenario(fragment)
  if (isPlaylistLink(fragment)) return openPlaylist(fragment)
  const reading = await readLink(fragment)
  if ('moment' in reading) {
    const { recipe } = reading.moment
    return open(reading.moment, undefined, place?.scenario === recipe.scenario ? place.outcome : undefined)
  }
  const { problems, scenario } = reading
  if (scenario !== undefined) return openScenario(scenario, notOpened('Here is a fresh start.', problems))
  if (place === undefined) return openDefault(notOpened('Here is a fresh start.', problems))
  return openOutcome(place, notOpened('Here is what it is about.', problems))
}

/**
 * Shows a table of the lab beside the run that is open, or that the history keeps; where there is none, beside the scenario
 * of the table. A link that leads nowhere changes nothing.
 */
async function openLab(text: string, kept: string | undefined): Promise<void> {
  if (kept !== undefined && !(current().run.isOpen && linkOf(current()) === kept)) {
    const reading = await readLink(kept)
    if ('moment' in reading) await open(reading.moment)
  }
  const isFresh = !current().run.isOpen
  if (isFresh) {
    const scenario = labScenario(text)
    await (scenario === undefined ? openDefault() : openScenario(scenario))
  }
  // There are no views in a player, nor in a room.
  if (isEmbedded() || isAudience()) return
  const reading = await readLabLink(text)
  if ('place' in reading) showLab(reading.place)
  else notify(notOpened(isFresh ? 'Here is a fresh start.' : 'The run on the page is as it was.', reading.problems))
}

function notOpened(instead: string, details: readonly string[]): Notice {
  return { tone: 'problem', title: `This link could not be opened. ${instead}`, details }
}

/** The lists that are here are there before another one comes to them. */
async function openPlaylist(fragment: string): Promise<void> {
  const [{ openPlaylistLink }, { keepLearning }] = await Promise.all([
    import('../actions/playlists.ts'),
    import('./kept-learning.ts'),
  ])
  if (!isEmbedded()) keepLearning()
  return openPlaylistLink(fragment)
}
