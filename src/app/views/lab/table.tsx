/** The table of a lab: attacks against defences, each cell a button that opens its run. */
import { CircleHelp, ShieldAlert, ShieldCheck } from 'lucide-react'
import type { LabCell, LabColumn, LabRow, LabTable } from '../../../projections/lab/index.ts'
import type { Cell } from '../../../scenario-kit/policy-lab/matrix.ts'
import { openCell } from '../../actions/lab.ts'
import { moveInGrid } from '../../header/move-in-grid.ts'
import type { Question } from './reading.tsx'

interface LabGridProps {
  readonly table: LabTable
  /** The same cells with their runs. */
  readonly cells: readonly Cell[]
  readonly question: Question
  onAsk(question: Question): void
}

/** Heads ask a question about their row or column. Arrow keys go from button to button. */
export function LabGrid({ table: { scenario, columns, rows }, cells, question, onAsk }: LabGridProps) {
  const isAsked = ({ id }: LabColumn) => question?.about === 'defence' && question.id === id
  return (
    <div className="lab-scroll">
      <table className="lab-table" onKeyDown={moveInGrid}>
        <caption className="visually-hidden">{scenario.title}: attacks against defences</caption>
        <thead>
          <tr data-grid-row="">
            <th scope="col">Attack</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-asked={isAsked(column) || undefined}>
                <ColumnHead column={column} isAsked={isAsked(column)} onAsk={onAsk} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isRowAsked = question?.about === 'attack' && question.id === row.attack
            return (
              <tr key={row.attack} data-grid-row="" data-asked={isRowAsked || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="lab-head"
                    aria-pressed={isRowAsked}
                    title={`What stops this? ${row.summary}`}
                    onClick={() => onAsk({ about: 'attack', id: row.attack })}
                  >
                    {row.title}
                  </button>
                </th>
                {columns.map((column, index) => (
                  <td key={column.id} data-asked={isAsked(column) || undefined}>
                    <Result
                      row={row}
                      column={column}
                      cell={row.cells[index]}
                      played={cells.find((cell) => cell.attack === row.attack && cell.column === column.id)}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface ColumnHeadProps {
  readonly column: LabColumn
  readonly isAsked: boolean
  onAsk(question: Question): void
}

function ColumnHead({ column: { id, title, clause }, isAsked, onAsk }: ColumnHeadProps) {
  if (clause === undefined) return title
  return (
    <button
      type="button"
      className="lab-head"
      aria-pressed={isAsked}
      title="What does this leave open?"
      onClick={() => onAsk({ about: 'defence', id })}
    >
      {title}
      <span className="lab-clause">{clause}</span>
    </button>
  )
}

const MARKS = { stopped: ShieldCheck, open: ShieldAlert, unclear: CircleHelp }

interface ResultProps {
  readonly row: LabRow
  readonly column: LabColumn
  readonly cell: LabCell | undefined
  readonly played: Cell | undefined
}

function Result({ row, column, cell, played }: ResultProps) {
  if (cell === undefined || played === undefined) return <span className="lab-unplayed">not played yet</span>
  const { verdict, word, by, rule, why, isUsable } = cell
  const Mark = MARKS[verdict]
  return (
    <button
      type="button"
      className="lab-cell"
      data-verdict={verdict}
      aria-description="Opens the run"
      title={why}
      onClick={(event) => show(played, `“${row.title}” against: ${column.title}. ${word}.`, event.currentTarget)}
    >
      <span className="lab-word">
        <Mark aria-hidden="true" />
        {word}
      </span>
      {by !== undefined && <code>{by}</code>}
      {rule !== undefined && <span className="lab-note">{rule}</span>}
      {!isUsable && verdict === 'open' && <span className="lab-note">Honest use does not work either</span>}
    </button>
  )
}

/** Opens a run where it can be looked at. The focus goes along, because the button that has it goes away. */
function show(cell: Cell, title: string, button: HTMLElement): void {
  button.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"]')?.focus()
  void openCell(cell, title)
}
