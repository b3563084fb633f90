/** The arc at the side of the diagram from a failed row back to the row that caused it. */
import { lineY, type Metrics, textWidth } from '../projections/drawing/metrics.ts'

interface CauseArcProps {
  /** Indices of the failed row and of its cause. */
  readonly row: number
  readonly cause: number
  readonly words: string
  /** The x of the life lines that the failed row is between. */
  readonly from: number
  readonly to: number
  readonly width: number
  readonly metrics: Metrics
  onSelect(rowIndex: number): void
}

/** How far from the edge of the drawing the arc bulges, and how far in it begins, in px. */
const [EDGE, REACH] = [7, 22]

/** An arc on the side where there is more room beside the failed row, and a button with its words that goes to the cause. */
export function CauseArc({ row, cause, words, from, to, width, metrics, onSelect }: CauseArcProps) {
  const isRight = width - Math.max(from, to) >= Math.min(from, to)
  const y = (index: number) => index * metrics.rowHeight + lineY(metrics)
  const x = (inset: number) => (isRight ? width - inset : inset)
  const [top, bottom] = [y(cause), y(row)]
  const bend = Math.min(REACH, (bottom - top) / 2)
  const back = x(REACH) + (isRight ? 6 : -6)
  const room = textWidth(words, metrics.smallFontSize) + 16
  return (
    <>
      <svg className="sequence-arc" aria-hidden="true" width={width} height={bottom + metrics.rowHeight}>
        <path
          d={`M${x(REACH)} ${bottom}Q${x(EDGE)} ${bottom} ${x(EDGE)} ${bottom - bend}V${top + bend}Q${x(EDGE)} ${top} ${x(REACH)} ${top}`}
        />
        <path d={`M${back} ${top - 5}L${x(REACH)} ${top}L${back} ${top + 5}`} />
      </svg>
      <button
        type="button"
        className="sequence-cause"
        style={{
          top: bottom - metrics.badge - 2,
          height: 2 * metrics.badge + 4,
          fontSize: metrics.smallFontSize,
          width: room,
          [isRight ? 'right' : 'left']: EDGE + REACH - 4,
        }}
        onClick={() => onSelect(cause)}
      >
        {words}
      </button>
    </>
  )
}
