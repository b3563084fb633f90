/** What the recipe gave: computed by the runner, never saved. */
import type { SequenceModel } from '../../projections/sequence/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Cell } from '../../scenario-kit/policy-lab/matrix.ts'
import type { RaceReport } from '../../scenario-kit/races/explore.ts'
import type { Actor, Recipe, Trace } from '../../simulation/index.ts'
import type { TransportStatus } from '../transports/index.ts'
import type { Capture } from './capture.ts'

/** Something to tell the person: what happened, what to do, and perhaps a button that does it. */
export interface Notice {
  readonly tone: 'info' | 'problem'
  readonly title: string
  readonly details: readonly string[]
  /** `undo`: back to the recipe as it was before. `reload`: loads the page again, with the same run. */
  readonly offers?: 'undo' | 'reload'
}

/** What the race explorer was asked last, and what it has found. */
export interface RaceExploration {
  /** The recipe up to the moment from which it explores. */
  readonly from: Recipe
  readonly isRunning: boolean
  /** Undefined until the first one has come. */
  readonly report: RaceReport | undefined
}

/** The cells of a scenario's lab, as many as have been played. */
interface PlayedLab {
  readonly actors: readonly Actor[]
  readonly cells: readonly Cell[]
}

/** What the policy lab has played, and how far it is. */
export interface LabWork {
  /** By scenario. */
  readonly played: Readonly<Record<string, PlayedLab>>
  /** Cells, of those that were asked for last; absent when none are being played. */
  readonly progress?: { readonly done: number; readonly of: number }
}

/** The derived slice. */
export interface RunSlice {
  /** The scenarios that have been loaded: the open one at first, then all, in the order of the library. */
  readonly library: readonly Scenario[]
  readonly isOpen: boolean
  /** Id of the outcome whose playing opened this recipe; the person may have gone another way since. */
  readonly watched: string | undefined
  /** How many recipes have been opened; steps within one do not count. */
  readonly openings: number
  /** Everything that has been recorded, including steps after the cursor. */
  readonly trace: Trace
  readonly sequence: SequenceModel
  /** Choices that have been applied; those after it are recorded but have not happened yet. */
  readonly liveSteps: number
  readonly isBusy: boolean
  /** How far a long opening is. */
  readonly opening: { readonly step: number; readonly of: number } | undefined
  readonly transport: TransportStatus | { readonly type: 'starting' }
  /** Whether this browser has kept all files of the page, so that it needs no network. */
  readonly isKept: boolean
  /** Messages that the service worker lost; the run went on without it. */
  readonly lostOnWire: number
  readonly notice: Notice | undefined
  readonly exploration: RaceExploration | undefined
  readonly lab: LabWork
  /** A recorded login that lies over the run. */
  readonly capture: Capture | undefined
}

const EMPTY_SEQUENCE: SequenceModel = { lanes: [], rows: [], rowsAt: () => 0, waitingAt: () => [] }

export const INITIAL_RUN: RunSlice = {
  library: [],
  isOpen: false,
  watched: undefined,
  openings: 0,
  trace: [],
  sequence: EMPTY_SEQUENCE,
  liveSteps: 0,
  isBusy: false,
  opening: undefined,
  transport: { type: 'starting' },
  isKept: false,
  lostOnWire: 0,
  notice: undefined,
  exploration: undefined,
  lab: { played: {} },
  capture: undefined,
}
