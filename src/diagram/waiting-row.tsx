/** A message that waits on the wire: a ghost of its arrow, with the packet at its sender, that is delivered by pressing it. */
import { memo } from 'react'
import type { ShownCredential } from '../projections/credentials/faces.ts'
import { HEAD_LENGTH, lineY, type Metrics, type Span, spanArrow, textWidth } from '../projections/drawing/metrics.ts'
import { carriedChips, labelAbove, labelMiddle } from '../projections/drawing/row.ts'
import { arrowHead } from '../projections/drawing/shapes.ts'
import type { WaitingRow } from '../projections/sequence/types.ts'
import { looksAlike } from './credential-chip.tsx'
import { Packet } from './packet.tsx'
import { Shapes } from './shapes.tsx'

interface WaitingMessageProps {
  readonly waiting: WaitingRow
  /** What it brings, as that stands now. */
  readonly carried: readonly ShownCredential[]
  readonly from: number
  readonly to: number
  readonly width: number
  /** What is in view of a drawing that is wider than its place. */
  readonly seen: Span | undefined
  readonly metrics: Metrics
  /** True for the message that “step forward” takes. */
  readonly isNext: boolean
  onDeliver(gate: string): void
}

/** A waiting message: a button under its drawing. */
export const WaitingMessage = memo(function WaitingMessage(props: WaitingMessageProps) {
  const { waiting, width, metrics, isNext, onDeliver } = props
  return (
    <>
      <button
        type="button"
        className="sequence-button sequence-waiting"
        data-next={isNext}
        onClick={() => onDeliver(waiting.gate)}
        aria-label={`Deliver ${waiting.name}`}
        title={waiting.text === waiting.label ? undefined : waiting.text}
      />
      <svg aria-hidden="true" width={width} height={metrics.rowHeight}>
        {props.from === props.to ? <WaitingStep {...props} /> : <WaitingArrow {...props} />}
      </svg>
    </>
  )
}, looksTheSame)

/** Whoever reads the credentials of a longer trace gets the same ones in a new list. */
function looksTheSame(before: WaitingMessageProps, after: WaitingMessageProps): boolean {
  const { carried, ...others } = after
  const keys = Object.keys(others) as (keyof typeof others)[]
  return looksAlike(before.carried, carried) && keys.every((key) => before[key] === others[key])
}

function WaitingArrow(props: WaitingMessageProps) {
  const { waiting, carried, from, to, metrics } = props
  const y = lineY(metrics)
  const { start, tip, direction } = spanArrow(from, to, metrics)
  const middle = (start + tip) / 2
  // Between the packet, which stands over the beginning of the arrow, and the pill.
  const free = Math.abs(middle - start) - metrics.badge - deliverWidth(metrics) / 2
  return (
    <>
      <line className="sequence-ghost" x1={start} x2={tip - direction * HEAD_LENGTH} y1={y} y2={y} />
      <Shapes
        shapes={[
          ...labelAbove(waiting, labelMiddle(waiting, props), metrics),
          arrowHead(tip, y, direction, true),
          ...carriedChips(carried, { start: start + direction * metrics.badge, direction, free }, y, metrics),
        ]}
      />
      <Packet x={from} y={y} size={metrics.badge * 2.6} />
      <DeliverPill middle={middle} y={y} metrics={metrics} />
    </>
  )
}

/** A step inside a server has no arrow: it waits on the server's own life line. */
function WaitingStep(props: WaitingMessageProps) {
  const { waiting, from, width, metrics } = props
  const label = { label: waiting.label }
  const y = lineY(metrics)
  const side = from < width / 2 ? 1 : -1
  return (
    <>
      <Shapes shapes={labelAbove(label, labelMiddle(label, props), metrics)} />
      <Packet x={from} y={y} size={metrics.badge * 2.6} />
      <DeliverPill middle={from + side * metrics.badge * 7} y={y} metrics={metrics} />
    </>
  )
}

const DELIVER = 'Deliver'

function deliverWidth(metrics: Metrics): number {
  return textWidth(DELIVER, metrics.smallFontSize) + 20
}

function DeliverPill({
  middle,
  y,
  metrics,
}: {
  readonly middle: number
  readonly y: number
  readonly metrics: Metrics
}) {
  const width = deliverWidth(metrics)
  const height = metrics.badge * 2 + 4
  return (
    <g>
      <rect
        className="sequence-pill"
        x={middle - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={height / 2}
      />
      <text
        className="sequence-pill-text"
        x={middle}
        y={y}
        fontSize={metrics.smallFontSize}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {DELIVER}
      </text>
    </g>
  )
}
