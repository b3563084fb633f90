/** How each kind of row is drawn: an arrow between life lines, a self-arrow, a band over all lanes, a note. */
import { HUES, type ShownCredential } from '../credentials/faces.ts'
import type { SequenceRow } from '../sequence/types.ts'
import { credentialChips, takenWidth } from './credential.ts'
import {
  type Chip,
  fitChip,
  HEAD_LENGTH,
  lineY,
  type Metrics,
  middleInside,
  middleInView,
  type Span,
  spanArrow,
  textWidth,
} from './metrics.ts'
import {
  arrowHead,
  type IconName,
  icon,
  line,
  MIDDLE_TO_BASELINE,
  pill,
  type Shape,
  stepBadge,
  textAt,
} from './shapes.ts'

/** A row and where it stands. */
export interface PlacedRow {
  readonly row: SequenceRow
  /** What its message carries. */
  readonly carried?: readonly ShownCredential[]
  /** The x of the life lines it starts and ends at. */
  readonly from: number
  readonly to: number
  /** Width of the whole drawing. */
  readonly width: number
  /** What is in view of a drawing that is wider than its place. */
  readonly seen?: Span | undefined
  readonly metrics: Metrics
}

/** The shapes of a row, the first one undermost. */
export function drawRow(placed: PlacedRow): readonly Shape[] {
  switch (placed.row.kind) {
    case 'message':
      return placed.from === placed.to ? selfArrow(placed, 'neutral') : messageArrow(placed)
    case 'person':
      return selfArrow(placed, 'person')
    case 'clock':
      return clockBand(placed)
    case 'wire':
      return wireNote(placed)
    default:
      return placed.row.kind satisfies never
  }
}

/** What stands above the line of a row: the label, and before it the call that it belongs to. */
type Labelled = Pick<SequenceRow, 'label' | 'thread'>

/** Where the middle of a label belongs: inside the drawing, and in view where the arrow is. */
export function labelMiddle(
  row: Labelled,
  { from, to, width, seen, metrics }: Pick<PlacedRow, 'from' | 'to' | 'width' | 'seen' | 'metrics'>,
): number {
  const { length } = measureLabel(row, metrics)
  const middle = middleInside(length, (from + to) / 2, width)
  const arrow = { left: Math.min(from, to), right: Math.max(from, to) }
  return seen === undefined ? middle : middleInView(length, middle, arrow, seen)
}

function measureLabel({ label, thread }: Labelled, metrics: Metrics) {
  const tag = thread === undefined ? 0 : textWidth(thread, metrics.smallFontSize) + 14
  return { tag, length: textWidth(drawnLabel(label), metrics.fontSize) + tag + 2 * PADDING }
}

/** A label above the line of a row. */
export function labelAbove(row: Labelled, middle: number, metrics: Metrics): readonly Shape[] {
  const { label, thread } = row
  const { tag, length } = measureLabel(row, metrics)
  const y = metrics.rowHeight * 0.36 - metrics.fontSize * MIDDLE_TO_BASELINE
  const left = middle - length / 2
  return [
    ...(thread === undefined ? [] : threadTag(thread, left + PADDING - 2, y, metrics)),
    {
      type: 'text',
      role: 'label',
      text: drawnLabel(label),
      x: left + (length + tag) / 2,
      y: y + metrics.fontSize * MIDDLE_TO_BASELINE,
      fontSize: metrics.fontSize,
      anchor: 'middle',
    },
  ]
}

const PADDING = 4
/** A page is known by the first words of its title: what the title of its app adds, every row of the app would have. */
const LONGEST_TITLE = 18

/** A label with the title of a page in it cut to a few words. */
export function drawnLabel(label: string): string {
  return label.replace(/^(\d{3}(?: [^“]*)? )“([^”]*)”?$/, (_, status: string, whole: string) => {
    const title = whole.split(' – ', 1)[0] ?? whole
    return `${status}“${title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`}”`
  })
}

/** The name of a call on a ground of its colour. */
function threadTag(thread: string, x: number, middle: number, metrics: Metrics): readonly Shape[] {
  const width = textWidth(thread, metrics.smallFontSize) + 8
  const number = Number(/\d+$/.exec(thread)?.[0] ?? 1)
  // Colours of calls begin where those of the first credentials end.
  const hue = (number + 2) % HUES
  return [
    { ...pill('thread', x, middle, width, metrics.fontSize + 3), hue },
    textAt('thread-text', thread, x + 4, middle, metrics.smallFontSize),
  ]
}

/** The share of the way that a lost message gets. */
const LOST_AT = 0.45

function messageArrow(placed: PlacedRow): readonly Shape[] {
  const { row, carried = [], from, to, metrics } = placed
  const y = lineY(metrics)
  const { start, tip, direction, room } = spanArrow(from, to, metrics)
  const isLost = row.tone === 'lost'
  // Between the head of an arrow and what stands before it.
  const headRoom = room < 130 ? 4 : 10
  const end = isLost ? start + (tip - start) * LOST_AT : tip - direction * (HEAD_LENGTH - 2)
  const edge = isLost ? end + direction * 14 : tip - direction * (HEAD_LENGTH + headRoom)
  const chip = hasChip(row)
    ? fitChip(row.status === DELIVERED ? '' : row.status, (isLost ? 1 - LOST_AT : 1) * room - headRoom, metrics)
    : undefined
  const free = Math.abs(end - start) - (isLost ? 16 : HEAD_LENGTH + headRoom + (chip?.width ?? 0)) - headRoom
  return [
    ...labelAbove(row, labelMiddle(row, placed), metrics),
    line(`M${start} ${y}H${end}`, row.isResponse),
    isLost
      ? { type: 'path', role: 'cross', d: `M${end - 6} ${y - 6}l12 12m0-12l-12 12` }
      : arrowHead(tip, y, direction, row.isResponse),
    ...stepBadge(row.step, from, y, metrics),
    ...carriedChips(carried, { start, direction, free }, y, metrics),
    ...(chip === undefined
      ? []
      : statusChip(row, chip, isLost === (direction === 1) ? edge : edge - chip.width, y, metrics)),
  ]
}

/** Chips in the middle of the `free` px of an arrow that begin at `start`, in the order of the message from left to right. */
export function carriedChips(
  carried: readonly ShownCredential[],
  { start, direction, free }: { readonly start: number; readonly direction: 1 | -1; readonly free: number },
  y: number,
  metrics: Metrics,
): readonly Shape[] {
  if (carried.length === 0) return []
  const taken = takenWidth(carried.length, metrics.credential, free)
  const middle = start + (direction * Math.max(free, taken)) / 2 + direction * 4
  return credentialChips(carried, middle - taken / 2, y, metrics.credential, free)
}

/** A request that arrived says so by its arrow, and an answer by its icon: the label has its status. Every other fate is said in a word. */
function hasChip(row: SequenceRow): boolean {
  return row.isResponse || row.status !== DELIVERED
}

const DELIVERED = 'delivered'

function statusChip(row: SequenceRow, chip: Chip, left: number, y: number, metrics: Metrics): readonly Shape[] {
  return [
    pill('chip', left, y, chip.width, 2 * metrics.badge),
    icon(row.tone, left + 6, y - metrics.icon / 2, metrics.icon),
    ...(chip.text === '' ? [] : [textAt('chip-text', chip.text, left + metrics.icon + 10, y, metrics.smallFontSize)]),
  ]
}

function selfArrow({ row, from, width, metrics }: PlacedRow, name: IconName): readonly Shape[] {
  const [upper, lower] = [metrics.rowHeight * 0.32, metrics.rowHeight * 0.72]
  const reach = metrics.badge * 3.6
  const length = textWidth(row.label, metrics.fontSize) + metrics.icon + 6
  const isRight = from + reach + 8 + length <= width || from < width / 2
  const direction = isRight ? 1 : -1
  const text = isRight
    ? Math.min(from + reach + 8, Math.max(4, width - length))
    : Math.max(4, from - reach - 8 - length)
  const middle = (upper + lower) / 2
  return [
    line(
      `M${from + direction * (metrics.badge + 3)} ${upper}H${from + direction * reach}V${lower}H${from + direction * 8}`,
    ),
    arrowHead(from + direction, lower, isRight ? -1 : 1, false),
    ...stepBadge(row.step, from, upper, metrics),
    icon(row.tone === 'neutral' || row.tone === 'ok' ? name : row.tone, text, middle - metrics.icon / 2, metrics.icon),
    textAt('label', row.label, text + metrics.icon + 6, middle, metrics.fontSize),
  ]
}

function clockBand({ row, width, metrics }: PlacedRow): readonly Shape[] {
  const middle = metrics.rowHeight / 2
  const start = (width - textWidth(row.label, metrics.fontSize)) / 2
  return [
    pill('band', 4, middle, width - 8, metrics.badge * 2 + 8),
    ...stepBadge(row.step, metrics.badge + 12, middle, metrics),
    icon('clock', start - metrics.icon - 6, middle - metrics.icon / 2, metrics.icon),
    textAt('label', row.label, start, middle, metrics.fontSize),
  ]
}

function wireNote({ row, from, to, width, metrics }: PlacedRow): readonly Shape[] {
  const y = metrics.rowHeight / 2
  const height = metrics.badge * 2 + 10
  const length = textWidth(row.label, metrics.fontSize) + metrics.icon + metrics.badge * 2 + 34
  const left = Math.min(Math.max((from + to - length) / 2, 4), Math.max(4, width - length - 4))
  const [top, right, bottom, fold] = [y - height / 2, left + length, y + height / 2, 8]
  const mark = left + metrics.badge * 2 + 14
  const name = row.tone === 'lost' || row.tone === 'error' ? row.tone : 'changed'
  return [
    { type: 'path', role: 'note', d: `M${left} ${top}H${right - fold}L${right} ${top + fold}V${bottom}H${left}Z` },
    { type: 'path', role: 'note', d: `M${right - fold} ${top}V${top + fold}H${right}` },
    ...stepBadge(row.step, left + metrics.badge + 6, y, metrics),
    icon(name, mark, y - metrics.icon / 2, metrics.icon),
    textAt('label', row.label, mark + metrics.icon + 6, y, metrics.fontSize),
  ]
}
