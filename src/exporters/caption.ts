/** What a row says in every diagram that leaves the page. */
import type { SequenceRow } from '../projections/sequence/types.ts'

/** The step's number as in the live diagram, the label, and how it went unless all is well: `3. POST /token (lost)`. */
export function captionOf(row: SequenceRow): string {
  const outcome = row.kind === 'message' && row.status !== 'delivered' ? ` (${row.status})` : ''
  return `${row.step}. ${row.label}${outcome}`
}
