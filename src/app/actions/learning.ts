/** The library’s tabs, and what this browser has kept of lessons and playlists. */

import type { LibraryTab, WorkshopSlice } from '../state/learning.ts'
import { commit } from '../state/store.ts'

/** Shows scenarios, lessons or playlists in the library, and the library where there is room for one pane only. */
export function showLibrary(libraryTab: LibraryTab): void {
  commit({ workshop: { libraryTab }, view: { compactPane: 'library' } })
}

/** Takes over what this browser has kept. */
export function restoreWorkshop(kept: Partial<WorkshopSlice>): void {
  commit({ workshop: kept })
}
