/** The playlist that is being played, and where it is. */
import type { PlaylistItem } from '../../share/index.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

/** An item in its list. */
export interface PlacedItem {
  readonly playlist: KeptPlaylist
  readonly item: PlaylistItem
  /** From 0. */
  readonly index: number
}

const placed = memoise((playlist: KeptPlaylist | undefined, index: number): PlacedItem | undefined => {
  const item = playlist?.items[index]
  return playlist && item && { playlist, item, index }
})

/** The item that was opened last, as long as its list has it. */
export function selectPlaying({ learning: { playlists, playing } }: AppState): PlacedItem | undefined {
  return placed(
    playlists.find(({ id }) => id === playing?.playlist),
    playing?.item ?? -1,
  )
}

/** Whether a run comes after the one that is being played. */
export function selectHasNextItem(state: AppState): boolean {
  const playing = selectPlaying(state)
  return playing !== undefined && playing.index < playing.playlist.items.length - 1
}

/** What to say about the run on the page; empty when there is nothing, or when the page shows another scenario by now. */
export function selectPlaylistNote(state: AppState): string {
  const playing = selectPlaying(state)
  return playing?.item.run.recipe.scenario === state.recipe.scenario ? playing.item.note : ''
}
