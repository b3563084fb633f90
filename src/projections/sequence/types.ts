/** The sequence model: what the live diagram, the transcript and the Mermaid text are all drawn from. Plain JSON. */
import type { Actor } from '../../simulation/types.ts'

/** A life line. The scenario's actors come first, in its order: that of the first request, as its contract test checks. */
export type Lane = Actor

/** How a row went: as hoped, refused by a party, lost on the wire, or neither. */
export type Tone = 'ok' | 'error' | 'lost' | 'neutral'

/** One row of the diagram. Rows are appended, never changed. */
export interface SequenceRow {
  /** Position among all rows, from 0. */
  readonly index: number
  /** The step (number of the choice) that made it. Several rows may share one. */
  readonly step: number
  /**
   * `message`: an arrow between lanes. `person`: what the person did (a self-arrow on the browser's lane).
   * `clock`: time passed (a band over all lanes). `wire`: a message was delayed, copied or changed (a note).
   */
  readonly kind: 'message' | 'person' | 'clock' | 'wire'
  /** Actor ids; equal for what stays on one lane, and both the first lane for `clock`. */
  readonly from: string
  readonly to: string
  /** At most 44 characters; {@link SequenceRow.text} is the whole. */
  readonly label: string
  readonly text: string
  /** `delivered`, `error`, `lost`, `discarded`, `no such host`, `delayed`, `done` … the word a screen reader hears for the tone. */
  readonly status: string
  readonly tone: Tone
  /** True for responses, which are drawn dashed. */
  readonly isResponse: boolean
  readonly gate?: string
  readonly exchange?: string
  /** Which of its sender's calls it belongs to, such as `call-2`; set from when several of one sender waited at once. */
  readonly thread?: string
  /** Accessible name: “Step N: FROM to TO, LABEL, STATUS”, with the titles of actors; of `clock`, with times of day. */
  readonly name: string
  /** Virtual time, epoch milliseconds. */
  readonly time: number
}

/** A message that waits on the wire, drawn below the last row. */
export interface WaitingRow {
  readonly gate: string
  readonly exchange: string
  readonly direction: 'request' | 'response' | 'step'
  readonly from: string
  readonly to: string
  readonly label: string
  readonly text: string
  /** Titles of the lanes: “Frontend App → Authorization Server”, or the one that a step waits at. */
  readonly route: string
  /** Which of its sender's calls it belongs to, such as `call-2`; set from when several of one sender waited at once. */
  readonly thread?: string
  /** Accessible name, such as “POST /token from Frontend App to Authorization Server”. */
  readonly name: string
}

/** The model of a trace, and of each earlier moment of it. */
export interface SequenceModel {
  readonly lanes: readonly Lane[]
  readonly rows: readonly SequenceRow[]
  /** How many rows there were once `step` choices had been applied. */
  rowsAt(step: number): number
  /** What waited on the wire at that moment, in the order in which “step forward” takes it. */
  waitingAt(step: number): readonly WaitingRow[]
}

/** A model as it is drawn: at some heights there may be no row. */
export type DrawnModel = Omit<SequenceModel, 'rows'> & { readonly rows: readonly (SequenceRow | undefined)[] }
