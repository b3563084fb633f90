/** The sticky heads of the life lines: icon, title and kind of each actor. */
import { AppWindow, Globe, type LucideIcon, Server, Smartphone, User, VenetianMask } from 'lucide-react'
import { memo } from 'react'
import { LANE_WORDS } from '../projections/drawing/lane-words.ts'
import { type Columns, laneX } from '../projections/drawing/metrics.ts'
import type { Lane } from '../projections/sequence/types.ts'

const icons: Readonly<Record<Lane['kind'], LucideIcon>> = {
  person: User,
  browser: Globe,
  app: AppWindow,
  server: Server,
  attacker: VenetianMask,
  device: Smartphone,
}

/** One head per lane, above its life line. */
export const LaneHeaders = memo(function LaneHeaders(props: {
  readonly lanes: readonly Lane[]
  readonly columns: Columns
  readonly height: number
}) {
  const { lanes, columns, height } = props
  return (
    <ul className="sequence-lanes" aria-label="Actors" style={{ width: columns.width, height }}>
      {lanes.map((lane, index) => {
        const Icon = icons[lane.kind]
        return (
          <li
            key={lane.id}
            className="sequence-lane"
            data-kind={lane.kind}
            title={lane.title}
            style={{ left: laneX(columns, index) - columns.column / 2, width: columns.column }}
          >
            <span className="sequence-lane-title">
              <Icon aria-hidden="true" size="1.15em" />
              <span>{lane.title}</span>
            </span>
            <span className="sequence-lane-kind">{LANE_WORDS[lane.kind]}</span>
          </li>
        )
      })}
    </ul>
  )
})

/** The life lines: one line each, as high as the view below the heads. */
export const LifeLines = memo(function LifeLines(props: {
  readonly lanes: readonly Lane[]
  readonly columns: Columns
  readonly top: number
  readonly height: number
}) {
  const { lanes, columns, top, height } = props
  return (
    <svg className="sequence-life-lines" aria-hidden="true" width={columns.width} height={height} style={{ top }}>
      {lanes.map((lane, index) => (
        <line
          key={lane.id}
          data-kind={lane.kind}
          x1={laneX(columns, index)}
          x2={laneX(columns, index)}
          y1={0}
          y2={height}
        />
      ))}
    </svg>
  )
})
