/** How this person looks at the run: stays in this browser. */
import type { NamePreset } from '../../scenario-kit/names.ts'
import type { LabPlace } from '../../share/index.ts'
import type { Recipe } from '../../simulation/index.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
/** The panes of a narrow screen, one at a time, in this order. */
export type CompactPane = 'library' | 'stage' | 'diagram' | 'inspector'
export type DialogId = 'share' | 'help' | 'open' | 'live-editor' | 'capture' | 'search'

/** How many steps a second Play takes, relative to the usual one. */
export const SPEEDS = [0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** What {@link ViewSlice.comparedWith} says for the kept run; no id of an outcome has a blank. */
export const KEPT_RUN = 'kept run'

/** What {@link ViewSlice.inspectorTab} says for the settings, which stand beside the inspectors. */
export const SETTINGS_TAB = 'settings'

/** Sizes of panes in percent, by pane id, one record for each group of panes. */
type PaneSizes = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The local slice. */
export interface ViewSlice {
  /** How many choices are visible: 0 is the opening. */
  readonly cursor: number
  /** Index of the row that was picked; without one, the newest visible row counts as selected. */
  readonly picked: number | undefined
  /** The artifact that was picked, and the row that was picked with it; of another row it says nothing. */
  readonly pickedArtifact: { readonly row: number; readonly name: string } | undefined
  readonly isPlaying: boolean
  readonly speed: Speed
  readonly theme: ThemeChoice
  /** What the page around the player asks for; it comes before the person's choice, which is about the whole app. */
  readonly givenTheme: 'light' | 'dark' | undefined
  readonly isSystemDark: boolean
  /** Id of a view. */
  readonly viewTab: string
  /** The table of the policy lab that was asked for, and what is asked of it; without one that of the open scenario. */
  readonly lab: LabPlace | undefined
  /** The artifact that the storage view was opened at. */
  readonly storageArtifact: string | undefined
  /** A recipe that the person kept in order to compare with it. */
  readonly keptRun: Recipe | undefined
  /** What the run is compared with: the id of an outcome, or {@link KEPT_RUN}; without one the most telling. */
  readonly comparedWith: string | undefined
  /** The scenario whose run is shown beside the one that it is compared with. */
  readonly split: string | undefined
  /** Id of an inspector, or {@link SETTINGS_TAB}. */
  readonly inspectorTab: string
  readonly compactPane: CompactPane
  readonly paneSizes: PaneSizes
  /** Whether exported tokens keep their signatures. */
  readonly exportsSignatures: boolean
  /** Whether the address of the run stands at the foot of exported pictures. */
  readonly exportsAddress: boolean
  /** Names that the person has saved, to be applied together. */
  readonly ownNames: readonly NamePreset[]
  readonly dialog: DialogId | undefined
  /** The held request that is being edited, by gate. */
  readonly editedGate: string | undefined
  /** What is searched for: words, or an error that was pasted. */
  readonly search: string
}

export const INITIAL_VIEW: ViewSlice = {
  cursor: 0,
  picked: undefined,
  pickedArtifact: undefined,
  isPlaying: false,
  speed: 1,
  theme: 'system',
  givenTheme: undefined,
  isSystemDark: false,
  viewTab: 'sequence',
  lab: undefined,
  storageArtifact: undefined,
  keptRun: undefined,
  comparedWith: undefined,
  split: undefined,
  inspectorTab: 'exchange',
  compactPane: 'diagram',
  paneSizes: {},
  exportsSignatures: true,
  exportsAddress: true,
  ownNames: [],
  dialog: undefined,
  editedGate: undefined,
  search: '',
}
