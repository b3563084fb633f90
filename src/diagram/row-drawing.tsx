/** How each kind of row is drawn: an arrow between life lines, a self-arrow, a band over all lanes, a note. */
import type { SequenceRow } from '../projections/sequence/types.ts'
import { fitChip, HEAD_LENGTH, labelMiddle, type Metrics, spanArrow, textWidth } from './geometry.ts'
import { ArrowHead, Icon, type IconName, StepBadge } from './glyphs.tsx'

/** A row and where it stands. */
export interface RowDrawingProps {
  readonly row: SequenceRow
  /** The x of the life lines it starts and ends at. */
  readonly from: number
  readonly to: number
  /** Width of the whole drawing. */
  readonly width: number
  readonly metrics: Metrics
}

/** The height at which a row's arrow stands, from the top of the row. */
export function lineY(metrics: Metrics): number {
  return Math.round(metrics.rowHeight * 0.64)
}

/** Draws a row by its kind. */
export function RowDrawing(props: RowDrawingProps) {
  switch (props.row.kind) {
    case 'message':
      return props.from === props.to ? <SelfArrow {...props} icon="neutral" /> : <MessageArrow {...props} />
    case 'person':
      return <SelfArrow {...props} icon="person" />
    case 'clock':
      return <ClockBand {...props} />
    case 'wire':
      return <WireNote {...props} />
    default:
      return props.row.kind satisfies never
  }
}

/** The share of the way that a lost message gets. */
const LOST_AT = 0.45

function MessageArrow({ row, from, to, width, metrics }: RowDrawingProps) {
  const y = lineY(metrics)
  const { start, tip, direction, room } = spanArrow(from, to, metrics)
  const isLost = row.tone === 'lost'
  const end = isLost ? start + (tip - start) * LOST_AT : tip - direction * (HEAD_LENGTH - 2)
  return (
    <>
      <Label text={row.label} middle={(from + to) / 2} width={width} metrics={metrics} />
      <line
        className={row.isResponse ? 'sequence-line sequence-line-dashed' : 'sequence-line'}
        x1={start}
        x2={end}
        y1={y}
        y2={y}
      />
      {isLost ? (
        <path className="sequence-cross" d={`M${end - 6} ${y - 6}l12 12m0-12l-12 12`} />
      ) : (
        <ArrowHead x={tip} y={y} direction={direction} isOpen={row.isResponse} />
      )}
      <StepBadge step={row.step} x={from} y={y} metrics={metrics} />
      {hasChip(row) && (
        <StatusChip
          row={row}
          edge={isLost ? end + direction * 14 : tip - direction * (HEAD_LENGTH + 4)}
          grows={isLost ? direction : direction === 1 ? -1 : 1}
          room={isLost ? room * (1 - LOST_AT) : room}
          y={y}
          metrics={metrics}
        />
      )}
    </>
  )
}

/** A request that arrived says so by its arrow, and an answer by its icon: the label has its status. Every other fate is said in a word. */
function hasChip(row: SequenceRow): boolean {
  return row.isResponse || row.status !== DELIVERED
}

const DELIVERED = 'delivered'

function StatusChip(props: {
  readonly row: SequenceRow
  /** Where the chip begins, and the way it grows from there. */
  readonly edge: number
  readonly grows: 1 | -1
  readonly room: number
  readonly y: number
  readonly metrics: Metrics
}) {
  const { row, edge, grows, room, y, metrics } = props
  const chip = fitChip(row.status === DELIVERED ? '' : row.status, room, metrics)
  const left = grows === 1 ? edge : edge - chip.width
  return (
    <g>
      <rect
        className="sequence-chip"
        x={left}
        y={y - metrics.badge}
        width={chip.width}
        height={2 * metrics.badge}
        rx={metrics.badge}
      />
      <Icon name={row.tone} x={left + 6} y={y - metrics.icon / 2} size={metrics.icon} />
      <text
        className="sequence-chip-text"
        x={left + metrics.icon + 10}
        y={y}
        fontSize={metrics.smallFontSize}
        dominantBaseline="central"
      >
        {chip.text}
      </text>
    </g>
  )
}

/** A label above the line, inside of the drawing. */
export function Label(props: {
  readonly text: string
  readonly middle: number
  readonly width: number
  readonly metrics: Metrics
}) {
  const { text, middle, width, metrics } = props
  const x = labelMiddle(text, middle, width, metrics)
  return (
    <text className="sequence-label" x={x} y={metrics.rowHeight * 0.36} fontSize={metrics.fontSize} textAnchor="middle">
      {text}
    </text>
  )
}

function SelfArrow({ row, from, width, metrics, icon }: RowDrawingProps & { readonly icon: IconName }) {
  const [upper, lower] = [metrics.rowHeight * 0.32, metrics.rowHeight * 0.72]
  const reach = metrics.badge * 3.6
  const length = textWidth(row.label, metrics.fontSize) + metrics.icon + 6
  const isRight = from + reach + 8 + length <= width || from < width / 2
  const direction = isRight ? 1 : -1
  const text = isRight
    ? Math.min(from + reach + 8, Math.max(4, width - length))
    : Math.max(4, from - reach - 8 - length)
  const middle = (upper + lower) / 2
  return (
    <>
      <path
        className="sequence-line"
        d={`M${from + direction * (metrics.badge + 3)} ${upper}H${from + direction * reach}V${lower}H${from + direction * 8}`}
      />
      <ArrowHead x={from + direction} y={lower} direction={isRight ? -1 : 1} isOpen={false} />
      <StepBadge step={row.step} x={from} y={upper} metrics={metrics} />
      <Icon
        name={row.tone === 'neutral' || row.tone === 'ok' ? icon : row.tone}
        x={text}
        y={middle - metrics.icon / 2}
        size={metrics.icon}
      />
      <text
        className="sequence-label"
        x={text + metrics.icon + 6}
        y={middle}
        fontSize={metrics.fontSize}
        dominantBaseline="central"
      >
        {row.label}
      </text>
    </>
  )
}

function ClockBand({ row, width, metrics }: RowDrawingProps) {
  const middle = metrics.rowHeight / 2
  const height = metrics.badge * 2 + 8
  const start = (width - textWidth(row.label, metrics.fontSize)) / 2
  return (
    <g>
      <rect className="sequence-band" x={4} y={middle - height / 2} width={width - 8} height={height} rx={height / 2} />
      <StepBadge step={row.step} x={metrics.badge + 12} y={middle} metrics={metrics} />
      <Icon name="clock" x={start - metrics.icon - 6} y={middle - metrics.icon / 2} size={metrics.icon} />
      <text className="sequence-label" x={start} y={middle} fontSize={metrics.fontSize} dominantBaseline="central">
        {row.label}
      </text>
    </g>
  )
}

function WireNote({ row, from, to, width, metrics }: RowDrawingProps) {
  const y = metrics.rowHeight / 2
  const height = metrics.badge * 2 + 10
  const length = textWidth(row.label, metrics.fontSize) + metrics.icon + metrics.badge * 2 + 34
  const left = Math.min(Math.max((from + to - length) / 2, 4), Math.max(4, width - length - 4))
  const [top, right, bottom, fold] = [y - height / 2, left + length, y + height / 2, 8]
  const icon = left + metrics.badge * 2 + 14
  return (
    <g>
      <path className="sequence-note" d={`M${left} ${top}H${right - fold}L${right} ${top + fold}V${bottom}H${left}Z`} />
      <path className="sequence-note" d={`M${right - fold} ${top}V${top + fold}H${right}`} />
      <StepBadge step={row.step} x={left + metrics.badge + 6} y={y} metrics={metrics} />
      <Icon
        name={row.tone === 'lost' || row.tone === 'error' ? row.tone : 'changed'}
        x={icon}
        y={y - metrics.icon / 2}
        size={metrics.icon}
      />
      <text
        className="sequence-label"
        x={icon + metrics.icon + 6}
        y={y}
        fontSize={metrics.fontSize}
        dominantBaseline="central"
      >
        {row.label}
      </text>
    </g>
  )
}
