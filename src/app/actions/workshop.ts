/** The library’s tabs, and what this browser has kept of lessons and playlists. */
import { commit } from '../store/store.ts'
import type { LibraryTab, WorkshopSlice } from '../store/workshop.ts'

/** Shows scenarios, lessons or playlists in the library, and the library where there is room for one pane only. */
export function showLibrary(libraryTab: LibraryTab): void {
  commit({ workshop: { libraryTab }, view: { compactPane: 'library' } })
}

/** Takes over what this browser has kept. */
export function restoreWorkshop(kept: Partial<WorkshopSlice>): void {
  commit({ workshop: kept })
}
