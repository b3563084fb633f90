/** A recorded login that the person has opened: beside the run, which it leaves alone. Nothing of it is kept. */
import type { CaptureReport, ShownHosts } from '../../capture/index.ts'
import type { SequenceModel } from '../../projections/sequence/index.ts'

/** How far reading it has come. */
export type Capture =
  | {
      readonly type: 'reading'
      readonly fileName: string
      readonly sizeBytes: number
      /** From 0 to 1. */
      readonly share: number
    }
  | { readonly type: 'failed'; readonly fileName: string; readonly message: string }
  | ReadCapture

/** A recording that has been read and redacted. */
export interface ReadCapture {
  readonly type: 'read'
  readonly fileName: string
  /** Read again when the person wants other host names. */
  readonly file: Blob
  readonly hosts: ShownHosts
  readonly report: CaptureReport
  readonly model: SequenceModel
  /** Index of the selected row; undefined when there is none. */
  readonly selected: number | undefined
}
