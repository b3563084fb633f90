/** The sticky heads of the life lines: icon and title of each actor, and its pocket. */
import { type ComponentType, memo, type ReactNode } from 'react'
import type { Pocket, PocketItem } from '../projections/credentials/index.ts'
import { type Columns, laneX, type Metrics } from '../projections/drawing/metrics.ts'
import type { Lane } from '../projections/sequence/types.ts'
import { ACTOR_ICONS } from './actor-icons.ts'
import { looksAlike } from './credential-chip.tsx'
import { PocketChips } from './pocket.tsx'

/** What makes a button of a head, whose words and chips are its content. */
export interface HeadProps {
  readonly lane: Lane
  readonly items: readonly PocketItem[]
  readonly children: ReactNode
}

interface LaneHeadersProps {
  readonly lanes: readonly Lane[]
  readonly columns: Columns
  readonly metrics: Metrics
  /** Whether there is room for pockets; they may be empty. */
  readonly pockets: readonly Pocket[] | undefined
  readonly Head: ComponentType<HeadProps> | undefined
}

const EMPTY: readonly PocketItem[] = []

/** One head per lane, above its life line. */
export const LaneHeaders = memo(function LaneHeaders({ lanes, columns, metrics, pockets, Head }: LaneHeadersProps) {
  return (
    <ul className="sequence-lanes" aria-label="Actors" style={{ width: columns.width, height: metrics.headerHeight }}>
      {lanes.map((lane, index) => (
        <li
          key={lane.id}
          className="sequence-lane"
          data-kind={lane.kind}
          style={{ left: laneX(columns, index) - columns.column / 2, width: columns.column }}
        >
          <LaneHead
            lane={lane}
            items={pockets && (pockets.find(({ actor }) => actor === lane.id)?.items ?? EMPTY)}
            room={columns.column - 10}
            metrics={metrics}
            Head={Head}
          />
        </li>
      ))}
    </ul>
  )
})

interface LaneHeadProps {
  readonly lane: Lane
  readonly items: readonly PocketItem[] | undefined
  readonly room: number
  readonly metrics: Metrics
  readonly Head: ComponentType<HeadProps> | undefined
}

const LaneHead = memo(function LaneHead({ lane, items, room, metrics, Head = PlainHead }: LaneHeadProps) {
  const Icon = ACTOR_ICONS[lane.kind]
  return (
    <Head lane={lane} items={items ?? EMPTY}>
      <span className="sequence-lane-title">
        <span>
          <Icon aria-hidden="true" size="1em" />
          {lane.title}
        </span>
      </span>
      {items !== undefined && <PocketChips items={items} room={room} metrics={metrics} />}
    </Head>
  )
}, looksTheSame)

function PlainHead({ lane, children }: HeadProps) {
  return (
    <div className="sequence-head-box" title={lane.title}>
      {children}
    </div>
  )
}

/** Pockets are computed anew with every step. */
function looksTheSame(before: LaneHeadProps, after: LaneHeadProps): boolean {
  return (
    before.lane === after.lane &&
    before.room === after.room &&
    before.metrics === after.metrics &&
    before.Head === after.Head &&
    (before.items === undefined) === (after.items === undefined) &&
    looksAlike(before.items, after.items) &&
    (before.items ?? EMPTY).every(({ isHeld }, index) => after.items?.[index]?.isHeld === isHeld)
  )
}

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
