/** How each kind of row is drawn: an arrow between life lines, a self-arrow, a band over all lanes, a note. */
import type { SequenceRow } from '../sequence/types.ts'
import { fitChip, HEAD_LENGTH, labelMiddle, lineY, type Metrics, spanArrow, textWidth } from './metrics.ts'
import { arrowHead, type IconName, icon, line, pill, type Shape, stepBadge, textAt } from './shapes.ts'

/** A row and where it stands. */
export interface PlacedRow {
  readonly row: SequenceRow
  /** The x of the life lines it starts and ends at. */
  readonly from: number
  readonly to: number
  /** Width of the whole drawing. */
  readonly width: number
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

/** A label above the line of a row, inside of the drawing. */
export function labelAbove(text: string, middle: number, width: number, metrics: Metrics): Shape {
  const x = labelMiddle(text, middle, width, metrics)
  const y = metrics.rowHeight * 0.36
  return { type: 'text', role: 'label', text, x, y, fontSize: metrics.fontSize, anchor: 'middle' }
}

/** The share of the way that a lost message gets. */
const LOST_AT = 0.45

function messageArrow({ row, from, to, width, metrics }: PlacedRow): readonly Shape[] {
  const y = lineY(metrics)
  const { start, tip, direction, room } = spanArrow(from, to, metrics)
  const isLost = row.tone === 'lost'
  const end = isLost ? start + (tip - start) * LOST_AT : tip - direction * (HEAD_LENGTH - 2)
  const chip = {
    edge: isLost ? end + direction * 14 : tip - direction * (HEAD_LENGTH + 4),
    growsRight: isLost === (direction === 1),
    room: isLost ? room * (1 - LOST_AT) : room,
  }
  return [
    labelAbove(row.label, (from + to) / 2, width, metrics),
    line(`M${start} ${y}H${end}`, row.isResponse),
    isLost
      ? { type: 'path', role: 'cross', d: `M${end - 6} ${y - 6}l12 12m0-12l-12 12` }
      : arrowHead(tip, y, direction, row.isResponse),
    ...stepBadge(row.step, from, y, metrics),
    ...(hasChip(row) ? statusChip(row, chip, y, metrics) : []),
  ]
}

/** A request that arrived says so by its arrow, and an answer by its icon: the label has its status. Every other fate is said in a word. */
function hasChip(row: SequenceRow): boolean {
  return row.isResponse || row.status !== DELIVERED
}

const DELIVERED = 'delivered'

/** `edge` is where the chip begins to grow. */
function statusChip(
  row: SequenceRow,
  place: { readonly edge: number; readonly growsRight: boolean; readonly room: number },
  y: number,
  metrics: Metrics,
): readonly Shape[] {
  const chip = fitChip(row.status === DELIVERED ? '' : row.status, place.room, metrics)
  const left = place.growsRight ? place.edge : place.edge - chip.width
  return [
    pill('chip', left, y, chip.width, 2 * metrics.badge),
    icon(row.tone, left + 6, y - metrics.icon / 2, metrics.icon),
    textAt('chip-text', chip.text, left + metrics.icon + 10, y, metrics.smallFontSize),
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
