/** The run as a list to read: one item a row of the diagram, in order and in the same words, and what it means. */
import type { Trace } from '../simulation/types.ts'
import { narrate } from './narration/index.ts'
import type { SequenceModel, Tone } from './sequence/types.ts'

/** One line of the transcript. */
export interface TranscriptItem {
  /** The row of the diagram that it stands for. */
  readonly row: number
  readonly step: number
  readonly text: string
  /** The same in plain words. */
  readonly sentence: string
  readonly tone: Tone
}

/** The transcript of the first `step` steps. */
export function transcript(trace: Trace, model: SequenceModel, step: number): readonly TranscriptItem[] {
  return model.rows.slice(0, model.rowsAt(step)).map((row) => ({
    row: row.index,
    step: row.step,
    text: row.name,
    sentence: narrate(trace, model, row).sentence,
    tone: row.tone,
  }))
}
