import { expect, test } from 'vitest'
import { createScale } from './scale.ts'

const SECOND = 1000
const DAY = 86_400 * SECOND

test('keeps the order of instants and room for a code of a minute beside a token of a day', () => {
  const { ticks } = createScale([DAY, 0, 60 * SECOND, 300 * SECOND, 60 * SECOND])
  expect(ticks.map(({ time }) => time)).toEqual([0, 60 * SECOND, 300 * SECOND, DAY])
  const places = ticks.map(({ at }) => at)
  for (const [index, place] of places.slice(1).entries()) expect(place - (places[index] ?? 0)).toBeGreaterThan(5)
  expect([places[0], places.at(-1)]).toEqual([2, 96])
})

test('runs evenly between two instants', () => {
  const scale = createScale([0, 100 * SECOND])
  expect(scale.position(50 * SECOND)).toBe(49)
  expect(scale.position(0)).toBe(2)
  expect(scale.position(DAY)).toBe(96)
})

test('a run of one instant stands at the beginning', () => {
  const scale = createScale([5, 5])
  expect(scale.ticks).toEqual([{ time: 5, at: 2 }])
  expect(scale.position(5)).toBe(2)
})

test('labels the end and whatever else has room, with the time since the beginning', () => {
  const { ticks } = createScale([0, 1, 2, 60 * SECOND, 300 * SECOND, 28_800 * SECOND, DAY])
  const labelled = ticks.filter(({ label }) => label !== undefined)
  expect(labelled.at(-1)?.label).toBe('+1 d')
  expect(labelled.length).toBeGreaterThan(1)
  for (const [index, { at }] of labelled.slice(1).entries()) {
    expect(at - (labelled[index]?.at ?? 0)).toBeGreaterThanOrEqual(20)
  }
})
