import { expect, test } from 'vitest'
import {
  drawnRows,
  fitChip,
  isAtTail,
  labelMiddle,
  laneX,
  layOutColumns,
  METRICS,
  scrollToRow,
  spanArrow,
  tailTop,
  textWidth,
  visibleWindow,
} from './geometry.ts'

const metrics = METRICS.regular

test('shares the width of the container among the lanes', () => {
  const columns = layOutColumns(800, 4, metrics)
  expect(columns).toEqual({ width: 800, column: 200, left: 0 })
  expect([0, 1, 2, 3].map((lane) => laneX(columns, lane))).toEqual([100, 300, 500, 700])
})

test('scrolls sideways instead of shrinking a column below its minimum', () => {
  const columns = layOutColumns(360, 4, metrics)
  expect(columns.column).toBe(metrics.minColumn)
  expect(columns.width).toBe(4 * metrics.minColumn)
})

test('centres the lanes when the columns are as wide as they may be', () => {
  const columns = layOutColumns(2000, 2, metrics)
  expect(columns.column).toBe(metrics.maxColumn)
  expect(laneX(columns, 0) + laneX(columns, 1)).toBe(2000)
})

test('lays out one column when there is no lane yet', () => {
  expect(layOutColumns(360, 0, metrics).width).toBe(360)
})

test('draws no more rows of a thousand than of a hundred', () => {
  const size = (count: number) => {
    const { first, end } = visibleWindow(60 * metrics.rowHeight, 600, count, metrics)
    return end - first
  }
  expect(size(1000)).toBe(size(100))
  expect(size(1000)).toBeLessThan(40)
})

test('covers every row that is in view, wherever the view is', () => {
  for (let scrollTop = 0; scrollTop < 200 * metrics.rowHeight; scrollTop += 37) {
    const { first, end } = visibleWindow(scrollTop, 613, 200, metrics)
    expect(first).toBeLessThanOrEqual(Math.floor(scrollTop / metrics.rowHeight))
    expect(end).toBeGreaterThanOrEqual(Math.min(200, Math.ceil((scrollTop + 613) / metrics.rowHeight)))
  }
})

test('keeps the window in bounds after the rows became fewer', () => {
  const { first, end } = visibleWindow(900 * metrics.rowHeight, 600, 3, metrics)
  expect(end).toBe(3)
  expect(first).toBeLessThanOrEqual(end)
})

test('draws the selected row even outside of the view, in order', () => {
  expect(drawnRows({ first: 4, end: 7 }, 1, 20)).toEqual([1, 4, 5, 6])
  expect(drawnRows({ first: 4, end: 7 }, 5, 20)).toEqual([4, 5, 6])
  expect(drawnRows({ first: 4, end: 7 }, 12, 20)).toEqual([4, 5, 6, 12])
})

test('ignores a selection that does not exist at this moment', () => {
  expect(drawnRows({ first: 0, end: 2 }, 9, 2)).toEqual([0, 1])
  expect(drawnRows({ first: 0, end: 2 }, undefined, 2)).toEqual([0, 1])
})

test('scrolls just as far as it takes to show a row, and not at all when it is in view', () => {
  const height = 10 * metrics.rowHeight + metrics.headerHeight
  expect(scrollToRow(0, height, 5, metrics)).toBe(0)
  expect(scrollToRow(0, height, 10, metrics)).toBe(metrics.rowHeight)
  expect(scrollToRow(20 * metrics.rowHeight, height, 3, metrics)).toBe(3 * metrics.rowHeight)
})

test('knows the tail from a place above it', () => {
  const tail = tailTop(1000, 600, 20, metrics)
  expect(tail).toBe(400)
  expect(isAtTail(400, tail, metrics)).toBe(true)
  expect(isAtTail(400 - metrics.rowHeight, tail, metrics)).toBe(false)
})

test('keeps the newest row in view however much waits below it', () => {
  const contentHeight = 40 * metrics.rowHeight
  expect(tailTop(contentHeight, 600, 3, metrics)).toBe(2 * metrics.rowHeight)
  expect(tailTop(contentHeight, 600, 0, metrics)).toBe(0)
})

test('keeps the longest label inside the narrowest drawing', () => {
  const label = 'x'.repeat(44)
  const half = textWidth(label, metrics.fontSize) / 2
  const middle = labelMiddle(label, 10, 464, metrics)
  expect(middle - half).toBeGreaterThanOrEqual(0)
  expect(labelMiddle(label, 460, 464, metrics) + half).toBeLessThanOrEqual(464)
})

test('leaves a label alone that has room', () => {
  expect(labelMiddle('GET /', 300, 800, metrics)).toBe(300)
})

test('shortens a status to its first word, then to its icon', () => {
  expect(fitChip('401 Unauthorized', 300, metrics).text).toBe('401 Unauthorized')
  expect(fitChip('401 Unauthorized', 70, metrics).text).toBe('401')
  expect(fitChip('401 Unauthorized', 10, metrics).text).toBe('')
})

test('always has room for the number of a status in the narrowest column', () => {
  for (const size of [METRICS.regular, METRICS.large]) {
    const { room } = spanArrow(0, size.minColumn, size)
    expect(fitChip('401 Unauthorized', room, size).text).toBe('401')
  }
})

test('points an arrow the way it goes', () => {
  expect(spanArrow(100, 300, metrics).direction).toBe(1)
  const back = spanArrow(300, 100, metrics)
  expect(back.direction).toBe(-1)
  expect(back.start).toBeLessThan(300)
  expect(back.tip).toBeGreaterThan(100)
})
