/** What an exporter is: one folder that writes a sequence model in another format. Pure; the menu reads its title. */
import type { SequenceModel } from '../projections/sequence/types.ts'

/** An exporter. Its folder's `index.ts` exports it as default. */
export interface Exporter {
  readonly id: string
  /** As the menu shows it. */
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  /** The text of the first `rowCount` rows; {@link SequenceModel.rowsAt} tells how many those are at a step. */
  convert(model: SequenceModel, rowCount: number): string
}

/** Declares an exporter. */
export function defineExporter(exporter: Exporter): Exporter {
  return exporter
}
