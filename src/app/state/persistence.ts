/** Where each key of the store may travel. A key without a row does not compile. */

import type { Recipe } from '../../simulation/index.ts'
import type { WorkshopSlice } from './learning.ts'
import type { ViewSlice } from './view.ts'

/** `url`: part of a shared link. `local`: kept in this browser. Neither: gone with the page. */
export interface Travel {
  readonly url: boolean
  readonly local: boolean
}

const SHARED: Travel = { url: true, local: false }
const KEPT: Travel = { url: false, local: true }
const FLEETING: Travel = { url: false, local: false }

/** The recipe travels in links and nowhere else. */
export const RECIPE_TRAVEL: Record<keyof Recipe, Travel> = {
  scenario: SHARED,
  settings: SHARED,
  seed: SHARED,
  choices: SHARED,
}

/** Of the view, a link carries the cursor; this browser keeps what is a habit. */
export const VIEW_TRAVEL: Record<keyof ViewSlice, Travel> = {
  cursor: SHARED,
  picked: FLEETING,
  pickedArtifact: FLEETING,
  isPlaying: FLEETING,
  speed: KEPT,
  theme: KEPT,
  isSystemDark: FLEETING,
  viewTab: KEPT,
  storageArtifact: FLEETING,
  keptRun: FLEETING,
  comparedWith: FLEETING,
  inspectorTab: KEPT,
  compactPane: FLEETING,
  paneSizes: KEPT,
  exportsSignatures: FLEETING,
  ownNames: KEPT,
  dialog: FLEETING,
  editedGate: FLEETING,
  search: FLEETING,
  isPresenting: FLEETING,
  isBlank: FLEETING,
  hasSpotlight: KEPT,
  stageShown: FLEETING,
  audience: FLEETING,
  talkMinutes: KEPT,
  talk: FLEETING,
}

/** Of the workshop, this browser keeps what the person has made, and where they are in it. */
export const WORKSHOP_TRAVEL: Record<keyof WorkshopSlice, Travel> = {
  libraryTab: FLEETING,
  lesson: KEPT,
  answers: FLEETING,
  hintsShown: FLEETING,
  isAnswerWanted: FLEETING,
  progress: KEPT,
  playlists: KEPT,
  shownPlaylist: FLEETING,
  playing: KEPT,
  removed: FLEETING,
}

/** The keys of a slice that may travel a given way. */
export function keysThatTravel<Key extends string>(travel: Record<Key, Travel>, way: keyof Travel): Key[] {
  return (Object.keys(travel) as Key[]).filter((key) => travel[key][way])
}
