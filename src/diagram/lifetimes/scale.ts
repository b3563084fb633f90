/** A time scale on which a code of 60 seconds stands beside a token of a day: each gap between two instants is shortened. */
import { formatDuration } from '../../projections/index.ts'

/** An instant on the scale. */
interface Tick {
  /** Virtual time, epoch milliseconds. */
  readonly time: number
  /** Percent of the width. */
  readonly at: number
  /** Time since the first tick, such as `+5 min`; absent where it would run into another one. */
  readonly label?: string
}

/** Where times stand. */
export interface Scale {
  readonly ticks: readonly Tick[]
  /** Percent of the width; a time outside of the scale stands at its end. */
  position(time: number): number
}

/** The first and the last instant in percent; the rest is for what has no end. */
const [FIRST, LAST] = [2, 96] as const
/** Room of a label, in percent: what ten characters need in the narrowest pane. */
const LABEL_ROOM = 20

/**
 * A scale through instants (epoch milliseconds, in any order). Between two neighbours time runs evenly; how wide their gap is
 * grows with its logarithm, so the order of instants is always right and none of them coincide.
 */
export function createScale(instants: readonly number[]): Scale {
  const times = [...new Set(instants)].sort((one, other) => one - other)
  const widths = times.map((time, index) => (index === 0 ? 0 : widthOf(time - (times[index - 1] ?? time))))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let reached = 0
  const places = times.map((time, index) => {
    reached += widths[index] ?? 0
    return { time, at: whole === 0 ? FIRST : FIRST + ((LAST - FIRST) * reached) / whole }
  })
  return { ticks: labelled(places), position: (time) => positionOf(time, places) }
}

/** How wide a gap of milliseconds is, in no unit: a second 1, a minute 2, an hour 7, a day 11.5. */
function widthOf(gap: number): number {
  return 1 + Math.log2(1 + gap / 60_000)
}

function positionOf(time: number, places: readonly Tick[]): number {
  const index = places.findIndex((place) => place.time >= time)
  const [before, after] = [places[index - 1], places[index]]
  if (after === undefined) return LAST
  if (before === undefined) return after.at
  return before.at + ((after.at - before.at) * (time - before.time)) / (after.time - before.time)
}

/** Labels the last instant, then the others where there is room; the first one is the caller's to tell. */
function labelled(places: readonly Tick[]): Tick[] {
  const [first, last] = [places[0], places.at(-1)]
  let taken = first?.at ?? 0
  return places.map((place) => {
    if (first === undefined || last === undefined || place === first) return place
    const hasRoom = place.at - taken >= LABEL_ROOM && (place === last || last.at - place.at >= LABEL_ROOM * 1.5)
    if (!hasRoom && place !== last) return place
    taken = place.at
    return { ...place, label: `+${formatDuration((place.time - first.time) / 1000)}` }
  })
}
