/** The marks that rows are drawn with: status icons, arrow heads, the step badge and the packet. */
import { HEAD_LENGTH, type Metrics, textWidth } from './geometry.ts'

/** Icons on a 12 × 12 grid, stroked. */
const icons = {
  ok: 'M2.5 6.5 5 9l4.5-6',
  error: 'M3 3l6 6M9 3l-6 6',
  lost: 'M6 1.5 11.2 10.5H.8ZM6 5v2.6M6 9v.4',
  neutral: 'M6 5.8v.4',
  clock: 'M6 1a5 5 0 1 0 .01 0M6 3.4V6l1.9 1.3',
  person: 'M6 1.2a2.2 2.2 0 1 0 .01 0M2 11c0-5 8-5 8 0',
  changed: 'M1.5 10.5 2 8l6-6 2 2-6 6Z',
} as const

/** Name of an icon. */
export type IconName = keyof typeof icons

/** An icon with its top left corner at `x`, `y`. */
export function Icon(props: {
  readonly name: IconName
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  const { name, x, y, size } = props
  return <path className="sequence-icon" d={icons[name]} transform={`translate(${x} ${y}) scale(${size / 12})`} />
}

/** An arrow head whose tip is at `x`, `y`: filled on requests, open on responses. */
export function ArrowHead(props: {
  readonly x: number
  readonly y: number
  readonly direction: 1 | -1
  readonly isOpen: boolean
}) {
  const { x, y, direction, isOpen } = props
  const back = x - direction * HEAD_LENGTH
  return (
    <path
      className={isOpen ? 'sequence-head' : 'sequence-head sequence-head-filled'}
      d={`M${back} ${y - 5}L${x} ${y}L${back} ${y + 5}${isOpen ? '' : 'Z'}`}
    />
  )
}

/** The number of a step, on the life line that it starts from. */
export function StepBadge(props: {
  readonly step: number
  readonly x: number
  readonly y: number
  readonly metrics: Metrics
}) {
  const { step, x, y, metrics } = props
  const half = Math.max(metrics.badge, textWidth(String(step), metrics.smallFontSize) / 2 + 4)
  return (
    <g>
      <rect
        className="sequence-badge"
        x={x - half}
        y={y - metrics.badge}
        width={2 * half}
        height={2 * metrics.badge}
        rx={metrics.badge}
      />
      <text
        className="sequence-badge-text"
        x={x}
        y={y}
        fontSize={metrics.smallFontSize}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {step}
      </text>
    </g>
  )
}

/** A message in a small envelope, centred at `x`, `y`. */
export function Packet(props: { readonly x: number; readonly y: number; readonly size: number }) {
  const { x, y, size } = props
  const [w, h] = [size, size * 0.7]
  return (
    <g transform={`translate(${x - w / 2} ${y - h / 2})`}>
      <rect className="sequence-packet" width={w} height={h} rx={3} />
      <path className="sequence-packet-flap" d={`M2 2.5 ${w / 2} ${h * 0.58} ${w - 2} 2.5`} />
    </g>
  )
}
