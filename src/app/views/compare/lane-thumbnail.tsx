/** Who talks to whom in a row, as a small picture: the lanes, and the arrow between two of them. */
import type { SequenceModel, SequenceRow } from '../../../projections/sequence/index.ts'
import './lane-thumbnail.css'

/** A row of a run with these lanes. */
export interface LaneThumbnailProps {
  readonly row: SequenceRow
  readonly lanes: SequenceModel['lanes']
}

/** From one lane to the next, and the height, in px. */
const [LANE, HEIGHT] = [14, 18]

/** The picture; its words stand beside it. */
export function LaneThumbnail({ row, lanes }: LaneThumbnailProps) {
  const xOf = (id: string) =>
    (Math.max(
      0,
      lanes.findIndex((lane) => lane.id === id),
    ) +
      0.5) *
    LANE
  const width = lanes.length * LANE
  return (
    <svg className="lane-thumbnail" aria-hidden="true" width={width} height={HEIGHT}>
      {lanes.map(({ id }) => (
        <line key={id} className="lane-thumbnail-lane" x1={xOf(id)} x2={xOf(id)} y1={0} y2={HEIGHT} />
      ))}
      {row.kind === 'clock' ? (
        <line x1={2} x2={width - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} strokeDasharray="2 3" />
      ) : row.from === row.to ? (
        <circle cx={xOf(row.from)} cy={HEIGHT / 2} r={3} />
      ) : (
        <Arrow from={xOf(row.from)} to={xOf(row.to)} isDashed={row.isResponse} />
      )}
    </svg>
  )
}

function Arrow({ from, to, isDashed }: { readonly from: number; readonly to: number; readonly isDashed: boolean }) {
  const middle = HEIGHT / 2
  const back = to + (from < to ? -5 : 5)
  return (
    <>
      <line x1={from} x2={to} y1={middle} y2={middle} strokeDasharray={isDashed ? '3 2' : undefined} />
      <path d={`M${back} ${middle - 3.5}L${to} ${middle}L${back} ${middle + 3.5}`} />
    </>
  )
}
