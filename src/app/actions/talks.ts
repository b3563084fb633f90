/** The talks that come with the page: as playlists that are not kept, until somebody copies one. */
import { TALKS, type Talk, type TalkItem } from '../../guidance/talks/index.ts'
import { playOutcome } from '../../scenario-kit/run.ts'
import type { PlaylistItem } from '../../share/index.ts'
import { loadScenario } from '../registry.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import { withReady } from '../state/playlists.ts'
import { commit, current } from '../state/store.ts'
import { notify, problemNotice } from './notices.ts'
import { openItem, showPlaylist } from './playlists.ts'
import { present } from './presenting.ts'

/** Makes the playlist of a talk and shows it. */
export async function showTalk(talk: Talk): Promise<void> {
  if (await take(talk)) showPlaylist(talk.id)
}

/** Presents a talk from its first run. */
export async function presentTalk(talk: Talk): Promise<void> {
  present()
  if (await take(talk)) await openItem(talk.id, 0)
}

/** Presents a playlist from its first run. */
export async function presentPlaylist(list: KeptPlaylist): Promise<void> {
  present()
  await openItem(list.id, 0)
}

/** Takes a talk in again that was played before the page was reloaded. */
export async function restoreTalk(id: string | undefined): Promise<void> {
  const talk = TALKS.find((candidate) => candidate.id === id)
  if (talk !== undefined) await take(talk)
}

async function take({ id, title, items }: Talk): Promise<boolean> {
  if (current().learning.playlists.some((list) => list.id === id)) return true
  try {
    const runs = await Promise.all(items.map(runOf))
    commit({
      learning: { playlists: withReady(current().learning.playlists, { id, title, items: runs, isReady: true }) },
    })
    return true
  } catch (problem) {
    notify(problemNotice(`“${title}” cannot be opened.`, problem))
    return false
  }
}

/** Played out of sight: what a talk has is an outcome, what a playlist has is a recipe. */
async function runOf({ title, note, scenario: id, outcome: name, from = 0 }: TalkItem): Promise<PlaylistItem> {
  const scenario = await loadScenario(id)
  const outcome = scenario.outcomes.find((candidate) => candidate.id === name)
  if (outcome === undefined) throw new Error(`“${scenario.title}” has no outcome “${name}”.`)
  const { recipe } = await playOutcome(scenario, outcome)
  return { title, note, run: { recipe, cursor: from } }
}
