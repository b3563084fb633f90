/** The table of a policy lab as CSV (RFC 4180), a line a cell, so that a spreadsheet can filter and pivot it. */
import type { LabTable } from '../../projections/lab/index.ts'
import { defineLabExporter } from '../contract.ts'
import { oneLine } from '../document/plain-text.ts'

const HEAD = [
  'Attack',
  'Defence',
  'Defence stands in',
  'Result',
  'Stopped by',
  'Rule',
  'Rule stands in',
  'Honest use',
  'Why',
]

export default defineLabExporter({
  kind: 'lab',
  id: 'lab-csv',
  title: 'CSV',
  hint: 'For a spreadsheet: a line a cell.',
  order: 2,
  fileSuffix: '.policy-lab.csv',
  mediaType: 'text/csv',
  convert(table) {
    return [HEAD, ...linesOf(table)].map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('')
  },
})

function linesOf({ columns, rows }: LabTable): readonly (readonly string[])[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      const column = columns[index]
      if (cell === undefined || column === undefined) return []
      const { word, by = '', rule = '', clause = '', isUsable, why } = cell
      const honest = isUsable ? 'works' : 'does not work'
      return [[row.title, column.title, column.clause ?? '', word, by, rule, clause, honest, why]]
    }),
  )
}

/** A field in quotes. What a spreadsheet would take for a formula begins with an apostrophe. */
function quoted(field: string): string {
  const text = oneLine(field)
  const inert = /^[=+\-@]/.test(text) ? `'${text}` : text
  return `"${inert.replaceAll('"', '""')}"`
}
