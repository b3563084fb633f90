import { expect, test } from 'vitest'
import { METRICS } from '../projections/drawing/metrics.ts'
import { drawnRows, isInView, scrollToArrow, scrollToRow, tailTop, visibleWindow } from './geometry.ts'

const metrics = METRICS.regular

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

test('knows a row in view from one that is cut off at an edge', () => {
  const height = 4 * metrics.rowHeight + metrics.headerHeight
  const seenFrom = (scrollTop: number) => [4, 5, 8, 9].map((row) => isInView(scrollTop, height, row, metrics))
  expect(seenFrom(5 * metrics.rowHeight)).toEqual([false, true, true, false])
  expect(seenFrom(5.5 * metrics.rowHeight)).toEqual([false, false, true, false])
  expect(isInView(0, height, -1, metrics)).toBe(true)
})

test('keeps the newest row in view however much waits below it', () => {
  const contentHeight = 40 * metrics.rowHeight
  expect(tailTop(contentHeight, 600, 3, metrics)).toBe(2 * metrics.rowHeight)
  expect(tailTop(contentHeight, 600, 0, metrics)).toBe(0)
})

test('scrolls across just as far as it takes to show an arrow, and to the middle of one that is longer than the view', () => {
  const margin = 50
  expect(scrollToArrow(0, 400, { from: 100, to: 300, margin })).toBe(0)
  expect(scrollToArrow(0, 400, { from: 300, to: 500, margin })).toBe(150)
  expect(scrollToArrow(0, 400, { from: 500, to: 300, margin })).toBe(150)
  expect(scrollToArrow(300, 400, { from: 100, to: 200, margin })).toBe(50)
  expect(scrollToArrow(0, 400, { from: 100, to: 700, margin })).toBe(200)
  expect(scrollToArrow(0, 400, { from: 30, to: 30, margin })).toBe(0)
})
