/** Where each key of the store may travel. A key without a row does not compile. */

import type { Recipe } from '../../simulation/index.ts'
import type { LearningSlice } from './learning.ts'
import type { PresenterSlice } from './presenter.ts'
import type { ViewSlice } from './view.ts'

/** `url`: part of a shared link. `local`: kept in this browser. Neither: gone with the page. */
export interface Persistence {
  readonly url: boolean
  readonly local: boolean
}

const SHARED: Persistence = { url: true, local: false }
const KEPT: Persistence = { url: false, local: true }
const FLEETING: Persistence = { url: false, local: false }
const SHARED_AND_KEPT: Persistence = { url: true, local: true }

/** The recipe travels in links and nowhere else. */
export const RECIPE_PERSISTENCE: Record<keyof Recipe, Persistence> = {
  scenario: SHARED,
  settings: SHARED,
  seed: SHARED,
  choices: SHARED,
}

/** Of the view, a link carries the cursor, or what is asked of the policy lab while that is shown; this browser keeps what is a habit. */
export const VIEW_PERSISTENCE: Record<keyof ViewSlice, Persistence> = {
  cursor: SHARED,
  picked: FLEETING,
  pickedArtifact: FLEETING,
  isPlaying: FLEETING,
  speed: KEPT,
  theme: KEPT,
  givenTheme: FLEETING,
  isSystemDark: FLEETING,
  viewTab: SHARED_AND_KEPT,
  lab: SHARED,
  storageArtifact: FLEETING,
  keptRun: FLEETING,
  comparedWith: FLEETING,
  split: FLEETING,
  inspectorTab: KEPT,
  compactPane: FLEETING,
  paneSizes: KEPT,
  exportsSignatures: FLEETING,
  exportsAddress: FLEETING,
  ownNames: KEPT,
  dialog: FLEETING,
  editedGate: FLEETING,
  search: FLEETING,
}

/** Of the presenter, this browser keeps the habits. */
export const PRESENTER_PERSISTENCE: Record<keyof PresenterSlice, Persistence> = {
  isPresenting: FLEETING,
  isBlank: FLEETING,
  hasSpotlight: KEPT,
  hasCaption: KEPT,
  hasCode: FLEETING,
  stageShown: FLEETING,
  menu: FLEETING,
  story: FLEETING,
  otherSide: FLEETING,
  audience: FLEETING,
  asks: FLEETING,
  talkMinutes: KEPT,
  talk: FLEETING,
}

/** Of learning, this browser keeps what the person has made, and where they are in it. */
export const LEARNING_PERSISTENCE: Record<keyof LearningSlice, Persistence> = {
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
export function keysKeptIn<Key extends string>(travel: Record<Key, Persistence>, way: keyof Persistence): Key[] {
  return (Object.keys(travel) as Key[]).filter((key) => travel[key][way])
}
