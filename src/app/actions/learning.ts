/** The library’s tabs, and what this browser has kept of lessons and playlists. */

import type { LearningSlice, LibraryTab } from '../state/learning.ts'
import { commit } from '../state/store.ts'

/** Shows scenarios, lessons or playlists in the library, and the library where there is room for one pane only. */
export function showLibrary(libraryTab: LibraryTab): void {
  commit({ learning: { libraryTab }, view: { compactPane: 'library' } })
}

/** Takes over what this browser has kept. */
export function restoreLearning(kept: Partial<LearningSlice>): void {
  commit({ learning: kept })
}
