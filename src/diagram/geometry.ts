/** Which rows of the live diagram exist, and where its view stands: arithmetic on fixed row heights. */
import type { Metrics } from '../projections/drawing/metrics.ts'

/** The rows to draw: `first` included, `end` not. */
export interface RowWindow {
  readonly first: number
  readonly end: number
}

/** Rows beyond each edge of the view that are drawn too, so that a scroll by a few rows draws nothing new. */
const OVERSCAN = 2
/** The window moves by so many rows at a time. */
const STRIDE = 8

/** The scroll position rounded down to where the window changes, so that a smaller scroll renders nothing. */
export function strideTop(scrollTop: number, metrics: Metrics): number {
  const stride = STRIDE * metrics.rowHeight
  return Math.floor(Math.max(0, scrollTop) / stride) * stride
}

/** The rows to draw when `height` px are seen from `scrollTop` on; `count` rows exist. */
export function visibleWindow(scrollTop: number, height: number, count: number, metrics: Metrics): RowWindow {
  const top = strideTop(scrollTop, metrics) / metrics.rowHeight
  const rows = Math.ceil(height / metrics.rowHeight) + STRIDE
  const end = Math.min(count, top + rows + OVERSCAN)
  return { first: Math.max(0, Math.min(top - OVERSCAN, end)), end }
}

/** Indices of the rows to draw, in order. The selected row is always among them, because it holds the tab stop. */
export function drawnRows(window: RowWindow, selected: number | undefined, count: number): number[] {
  const indices = Array.from({ length: window.end - window.first }, (_, offset) => window.first + offset)
  if (selected === undefined || selected < 0 || selected >= count) return indices
  if (selected < window.first) return [selected, ...indices]
  return selected >= window.end ? [...indices, selected] : indices
}

/** Index of the last of the first `count` rows that is as asked for; -1 for none. What comes after them is not looked at. */
export function lastIndexOf<Row>(
  rows: readonly Row[],
  count: number,
  isWanted: (row: Row | undefined) => boolean,
): number {
  let index = count - 1
  while (index >= 0 && !isWanted(rows[index])) index--
  return index
}

/** Where to scroll so that a row is seen whole below the sticky header; the same place when it is. */
export function scrollToRow(scrollTop: number, height: number, row: number, metrics: Metrics): number {
  const top = row * metrics.rowHeight
  const lowest = top + metrics.rowHeight + metrics.headerHeight - height
  return Math.max(0, scrollTop > top ? top : Math.max(scrollTop, lowest))
}

/**
 * Where to scroll across so that an arrow is seen whole, with `margin` px on either side; the same place when it is. Of one
 * that is longer than the view its middle is seen, where its words are.
 */
export function scrollToArrow(
  scrollLeft: number,
  width: number,
  { from, to, margin }: { readonly from: number; readonly to: number; readonly margin: number },
): number {
  const left = Math.min(from, to) - margin
  const right = Math.max(from, to) + margin
  if (right - left > width) return Math.max(0, (left + right - width) / 2)
  return Math.max(0, Math.min(left, Math.max(scrollLeft, right - width)))
}

/** Where the view stands when it follows the run: at the end, unless so much waits that the newest row would leave it. */
export function tailTop(contentHeight: number, height: number, count: number, metrics: Metrics): number {
  return Math.max(0, Math.min(contentHeight - height, (count - 1) * metrics.rowHeight))
}

/** True when a row is seen below the sticky header, but for a few pixels of it; also when there is no such row. */
export function isInView(scrollTop: number, height: number, row: number, metrics: Metrics): boolean {
  return Math.abs(scrollToRow(scrollTop, height, row, metrics) - scrollTop) < metrics.rowHeight / 4
}
