import { expect, test } from 'vitest'
import {
  fitChip,
  laneX,
  layOutColumns,
  METRICS,
  METRICS_WITH_POCKETS,
  middleInside,
  middleInView,
  spanArrow,
  textWidth,
} from './metrics.ts'

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

test('keeps the longest label inside the narrowest drawing', () => {
  const length = textWidth('x'.repeat(44), metrics.fontSize)
  expect(middleInside(length, 10, 464) - length / 2).toBeGreaterThanOrEqual(0)
  expect(middleInside(length, 460, 464) + length / 2).toBeLessThanOrEqual(464)
})

test('leaves a label alone that has room', () => {
  expect(middleInside(60, 300, 800)).toBe(300)
})

test('a label is in view as long as its arrow is, and begins there when it has no room', () => {
  const view = { left: 200, right: 600 }
  const inView = (length: number, left: number, right: number) =>
    middleInView(length, (left + right) / 2, { left, right }, view)
  expect(inView(100, 300, 400)).toBe(350)
  expect(inView(300, 150, 260) - 150).toBeGreaterThan(200)
  expect(inView(300, 560, 700) + 150).toBeLessThan(600)
  expect(inView(900, 300, 400) - 450).toBeGreaterThan(200)
  expect(inView(300, 20, 120)).toBe(70)
})

test('shortens a status to its first word, then to its icon', () => {
  expect(fitChip('401 Unauthorized', 300, metrics).text).toBe('401 Unauthorized')
  expect(fitChip('401 Unauthorized', 70, metrics).text).toBe('401')
  expect(fitChip('401 Unauthorized', 10, metrics).text).toBe('')
})

test('always has room for the number of a status in the narrowest column', () => {
  for (const size of Object.values(METRICS)) {
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

test('keeps the heads low: 64 px with their pockets, and rows of 44 px in a low window', () => {
  expect(METRICS.regular.headerHeight).toBeLessThanOrEqual(44)
  expect(METRICS_WITH_POCKETS.regular.headerHeight).toBeLessThanOrEqual(64)
  expect(METRICS.compact.rowHeight).toBe(44)
})
