/** What a row, and a whole run, says in every diagram that leaves the page. */
import { chaptersOf } from '../projections/narration/index.ts'
import type { SequenceRow } from '../projections/sequence/types.ts'
import type { ExportableRun } from './contract.ts'

/** The step's number as in the live diagram, the label, and how it went unless all is well: `3. POST /token (lost)`. */
export function captionOf(row: SequenceRow): string {
  const outcome = row.kind === 'message' && row.status !== 'delivered' ? ` (${row.status})` : ''
  return `${row.step}. ${row.label}${outcome}`
}

/** For who cannot see the picture: how much there is, and its chapters with the steps in which they begin. */
export function contentsOf({ trace, model, rowCount }: Pick<ExportableRun, 'trace' | 'model' | 'rowCount'>): string {
  const chapters = chaptersOf(trace, { ...model, rows: model.rows.slice(0, rowCount) })
  const parts = chapters.map(({ step, title }) => `From step ${step}: ${title}.`)
  return [`Sequence diagram with ${rowCount} rows.`, ...parts].join(' ')
}
