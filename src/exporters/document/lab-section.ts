/** The attacks of a scenario against its defences: the table of the policy lab, and what it comes to. */
import type { DocumentModel } from '../../projections/document/index.ts'
import type { LabCell, LabReadings, LabTable } from '../../projections/lab/index.ts'
import { type Block, code, paragraph, type Section, type TableLine, type Text } from './blocks.ts'

/** The section, in the document of a scenario that has attacks. */
export function labSection({ lab }: DocumentModel): Section {
  return { id: 'lab', title: 'Attacks and defences', blocks: lab === undefined ? [] : labBlocks(lab) }
}

/** The table and its three readings. */
export function labBlocks(table: LabTable): readonly Block[] {
  const { columns, rows, readings } = table
  const lines = rows.map(
    ({ attack, title, cells }): TableLine => ({
      cells: [[{ strong: title }], ...cells.map(cellText)],
      opens: { outcome: attack, step: 0 },
    }),
  )
  const head = ['Attack', ...columns.map(({ title }) => title)]
  return [
    paragraph(
      'Each cell is a run: the attack of its row, with the defence of its column on and all others off. Nothing of it is written by hand.',
    ),
    { type: 'table', caption: 'Attacks against defences', head, lines },
    ...(readings === undefined ? [] : readingBlocks(readings)),
  ]
}

const MARKS = { stopped: '✓', open: '✗', unclear: '–' }

function cellText(cell: LabCell | undefined): Text {
  if (cell === undefined) return []
  const { verdict, word, by, rule } = cell
  const refused = by === undefined ? [] : [': ', ...code(by), ...(rule === undefined ? [] : [` (${rule})`])]
  return [`${MARKS[verdict]} ${word}`, ...refused]
}

function readingBlocks({ attacks, defences, redundant }: LabReadings): readonly Block[] {
  return [
    { type: 'heading', text: 'What stops each attack' },
    {
      type: 'list',
      items: attacks.map(({ title, says, stoppedBy }): Text => {
        const names = stoppedBy.map(({ defence }) => defence).join(', ')
        return [{ strong: title }, `: ${names === '' ? says : names}`]
      }),
    },
    { type: 'heading', text: 'What each defence leaves open' },
    {
      type: 'list',
      items: defences.map(({ title, clause, leavesOpen }): Text => {
        const where = clause === 'policy' ? 'policy, not in any specification' : clause
        return [{ strong: title }, ` (${where}): ${leavesOpen.join('; ') || 'nothing of this table'}`]
      }),
    },
    ...(redundant.length === 0
      ? []
      : ([
          { type: 'heading', text: 'Which defences are redundant here' },
          {
            type: 'list',
            items: redundant.map(
              ({ title, standIns }): Text => [
                { strong: title },
                `: ${standIns.map(({ attack, defences: others }) => `“${attack}” is stopped by ${others.join(', ')} too`).join('; ')}`,
              ],
            ),
          },
        ] as const)),
  ]
}
