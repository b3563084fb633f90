/** One row of the diagram: a button under its drawing, drawn once, and again only when it looks different. */
import { memo } from 'react'
import { drawnLabel, drawRow, labelMiddle, type PlacedRow } from '../projections/drawing/row.ts'
import type { SequenceRow } from '../projections/sequence/types.ts'
import { looksAlike } from './credential-chip.tsx'
import { Shapes } from './shapes.tsx'

interface RowProps extends PlacedRow {
  /** What an earlier step did to what its message carried. */
  readonly cause?: string | undefined
  /** True for both messages of the exchange that is looked at. */
  readonly isLit: boolean
  readonly isSelected: boolean
  /** True for the one row that the Tab key reaches. */
  readonly isTabStop: boolean
}

/**
 * A row. Its list finds the row of a button by `data-row`. The drawing's words are no part of the button: its name says them
 * in order. How many rows there are is not said in each of them: a step more would change them all.
 */
export const Row = memo(function Row({ isLit, isSelected, isTabStop, cause, ...drawing }: RowProps) {
  const { row, metrics } = drawing
  return (
    <li
      style={{ top: row.index * metrics.rowHeight, height: metrics.rowHeight }}
      data-lit={isLit || undefined}
      aria-setsize={UNKNOWN}
      aria-posinset={row.index + 1}
    >
      <button
        type="button"
        className="sequence-button"
        data-row={row.index}
        data-kind={row.kind}
        data-tone={row.tone}
        data-exchange={row.exchange}
        aria-label={row.name}
        aria-description={cause}
        aria-current={isSelected ? 'step' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        title={row.text === drawnLabel(row.label) ? undefined : row.text}
      />
      <Drawing {...drawing} />
    </li>
  )
}, looksTheSame)

/** The drawing stays as it is while the tab stop, the light or the selection moves on. */
const Drawing = memo(function Drawing(placed: PlacedRow) {
  return (
    <svg aria-hidden="true" width={placed.width} height={placed.metrics.rowHeight}>
      <Shapes shapes={drawRow(placed)} />
    </svg>
  )
}, isDrawnTheSame)

/** The value that WAI-ARIA gives for the size of a set that is not known, as of one that grows. */
const UNKNOWN = -1

/** Rows never change, but a model that is computed anew brings the same rows in new objects. */
function isDrawnTheSame(before: PlacedRow, after: PlacedRow): boolean {
  return (
    before.from === after.from &&
    before.to === after.to &&
    before.width === after.width &&
    before.metrics === after.metrics &&
    (before.seen === after.seen || labelMiddle(before.row, before) === labelMiddle(after.row, after)) &&
    looksAlike(before.carried, after.carried) &&
    (before.row === after.row || tellsTheSame(before.row, after.row))
  )
}

function looksTheSame(before: RowProps, after: RowProps): boolean {
  return (
    before.isLit === after.isLit &&
    before.isSelected === after.isSelected &&
    before.isTabStop === after.isTabStop &&
    before.cause === after.cause &&
    isDrawnTheSame(before, after)
  )
}

/** The name holds step, ends, label and status. */
function tellsTheSame(before: SequenceRow, after: SequenceRow): boolean {
  return (
    before.index === after.index &&
    before.name === after.name &&
    before.text === after.text &&
    before.kind === after.kind &&
    before.thread === after.thread &&
    before.tone === after.tone &&
    before.isResponse === after.isResponse
  )
}
