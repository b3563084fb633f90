/** Where things stand in a drawing of a run: arithmetic on fixed columns, fixed row heights and a fixed-width typeface, so that no text is ever measured. */

/** `compact` is for a low window; `large` for a projector: labels of at least 20 px. The halves are for two diagrams beside each other. */
export type DiagramSize = 'regular' | 'compact' | 'large' | 'half' | 'large-half'

/** Fixed lengths of a size, in px. */
export interface Metrics {
  readonly rowHeight: number
  /** Of the heads, room for two lines of a title in it. */
  readonly headerHeight: number
  /** What pockets under the titles add to the heads. */
  readonly pocketHeight: number
  /** What stands below the last row when something or nothing waits. */
  readonly footHeight: number
  readonly minColumn: number
  readonly maxColumn: number
  readonly fontSize: number
  readonly smallFontSize: number
  /** Half the height of the step badge. */
  readonly badge: number
  /** Edge length of an icon. */
  readonly icon: number
  /** Height of a credential's chip; its letters and its width follow from it. */
  readonly credential: number
}

const regular: Metrics = {
  rowHeight: 52,
  headerHeight: 42,
  pocketHeight: 22,
  footHeight: 56,
  minColumn: 116,
  maxColumn: 400,
  fontSize: 12.5,
  smallFontSize: 11,
  badge: 9,
  icon: 12,
  credential: 17,
}

const compact: Metrics = {
  ...regular,
  rowHeight: 44,
  headerHeight: 40,
  pocketHeight: 20,
  footHeight: 48,
  fontSize: 12,
  smallFontSize: 10.5,
  badge: 8.5,
  icon: 11,
  credential: 16,
}

const large: Metrics = {
  rowHeight: 64,
  headerHeight: 54,
  pocketHeight: 28,
  footHeight: 4,
  minColumn: 200,
  maxColumn: 560,
  fontSize: 20,
  smallFontSize: 17,
  badge: 13,
  icon: 18,
  credential: 24,
}

/** The lengths of each size. */
export const METRICS: Readonly<Record<DiagramSize, Metrics>> = {
  regular,
  compact,
  large,
  half: { ...regular, rowHeight: 48, minColumn: 87, fontSize: 11.5, smallFontSize: 10, badge: 8.5, icon: 11 },
  'large-half': { ...large, minColumn: 132 },
}

/** The same lengths with the pockets in the heads. */
export const METRICS_WITH_POCKETS: Readonly<Record<DiagramSize, Metrics>> = {
  regular: withPockets(METRICS.regular),
  compact: withPockets(METRICS.compact),
  large: withPockets(METRICS.large),
  half: withPockets(METRICS.half),
  'large-half': withPockets(METRICS['large-half']),
}

function withPockets(metrics: Metrics): Metrics {
  return { ...metrics, headerHeight: metrics.headerHeight + metrics.pocketHeight }
}

/** Advance of a glyph of the monospaced face over its font size: 600 of 1000 units, as in JetBrains Mono and its fallbacks. */
const GLYPH_ADVANCE = 0.6

/** Width of a text in the monospaced face, in px. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * GLYPH_ADVANCE
}

/** The life lines' places: equal columns, centred when the container is wider than they may grow. */
export interface Columns {
  /** Width of the drawing; more than the container's when the columns can shrink no further. */
  readonly width: number
  readonly column: number
  readonly left: number
}

/** Lays out the columns of `laneCount` lanes in a container of `containerWidth` px. */
export function layOutColumns(containerWidth: number, laneCount: number, metrics: Metrics): Columns {
  const lanes = Math.max(1, laneCount)
  const column = Math.min(metrics.maxColumn, Math.max(metrics.minColumn, containerWidth / lanes))
  const width = Math.max(containerWidth, lanes * column)
  return { width, column, left: (width - lanes * column) / 2 }
}

/** The x of a lane's life line. */
export function laneX(columns: Columns, lane: number): number {
  return columns.left + columns.column * (lane + 0.5)
}

/** The height at which a row's arrow stands, from the top of the row. */
export function lineY(metrics: Metrics): number {
  return Math.round(metrics.rowHeight * 0.64)
}

/** The middle of something `length` px long that belongs at `middle` but must stay inside the drawing. */
export function middleInside(length: number, middle: number, width: number): number {
  const half = length / 2 + 4
  return Math.min(Math.max(middle, half), Math.max(half, width - half))
}

/** From left to right, in px. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** The same inside what is in view of the drawing, as long as the arrow is that it belongs to; of what has no room there the beginning. */
export function middleInView(length: number, middle: number, arrow: Span, view: Span): number {
  if (arrow.right < view.left || arrow.left > view.right) return middle
  const half = length / 2 + 4
  return Math.max(Math.min(middle, view.right - half), view.left + half)
}

/** A status chip on an arrow: its width and as much of the word as there is room for. */
export interface Chip {
  readonly text: string
  readonly width: number
}

/** Fits a status into `room` px: whole, else its first word, else none but the icon. */
export function fitChip(status: string, room: number, metrics: Metrics): Chip {
  const iconWidth = metrics.icon + 12
  for (const text of [status, status.split(' ', 1)[0] ?? '']) {
    const width = iconWidth + 5 + textWidth(text, metrics.smallFontSize)
    if (text !== '' && width <= room) return { text, width }
  }
  return { text: '', width: iconWidth }
}

/** The ends of an arrow between two life lines: clear of the step badge, and with its tip on the line. */
export interface ArrowSpan {
  readonly start: number
  readonly tip: number
  /** 1 to the right, -1 to the left. */
  readonly direction: 1 | -1
  /** What is left for a status chip between badge and arrow head. */
  readonly room: number
}

/** Length of an arrow head in px. */
export const HEAD_LENGTH = 10

/** Spans an arrow from the life line at `from` to the one at `to`. */
export function spanArrow(from: number, to: number, metrics: Metrics): ArrowSpan {
  const direction = to >= from ? 1 : -1
  const start = from + direction * (metrics.badge + 4)
  const tip = to - direction * 2
  return { start, tip, direction, room: Math.abs(tip - start) - HEAD_LENGTH - 16 }
}
