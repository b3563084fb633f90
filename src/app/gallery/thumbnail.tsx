/** Arrows between life lines, small enough for a card. */
import { type Arrow, type Thumbnail as Model, thumbnailOf } from './arrows.ts'
import { rowsOf } from './rows-files.ts'

/** In px. */
const [WIDTH, HEIGHT, HEAD] = [88, 60, 3]

/** The arrows of an outcome; decoration, since the card says what it is. */
export function Thumbnail({ scenario, outcome }: { readonly scenario: string; readonly outcome: string }) {
  const model = thumbnailOf(rowsOf(scenario), outcome)
  return (
    <svg className="gallery-thumbnail" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path
        className="gallery-lanes"
        d={Array.from({ length: model.lanes }, (_, lane) => `M${laneX(model, lane)} 2V${HEIGHT - 2}`).join('')}
      />
      {placed(model).map(({ arrow, x, to, y }) => (
        <path
          key={y}
          className="gallery-arrow"
          data-response={arrow.isResponse || undefined}
          data-error={arrow.isError || undefined}
          d={`M${x} ${y}H${to}${arrow.from === arrow.to ? `v2H${x}` : headAt(x, to, y)}`}
        />
      ))}
    </svg>
  )
}

function placed(model: Model) {
  const gap = (HEIGHT - 8) / Math.max(model.arrows.length, 1)
  return model.arrows.map((arrow: Arrow, index) => {
    const [x, end] = [laneX(model, arrow.from), laneX(model, arrow.to)]
    return { arrow, x, to: arrow.from === arrow.to ? x + 6 : end, y: 4 + gap * (index + 0.5) }
  })
}

function laneX({ lanes }: Model, lane: number): number {
  return 8 + (lane * (WIDTH - 16)) / Math.max(lanes - 1, 1)
}

function headAt(x: number, to: number, y: number): string {
  const back = to > x ? to - HEAD : to + HEAD
  return `M${back} ${y - HEAD / 2}L${to} ${y}L${back} ${y + HEAD / 2}`
}
