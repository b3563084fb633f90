import { expect, test } from 'vitest'
import { formatInstant, relativeTime } from './virtual-time.ts'

test('says how far a time lies ahead or back', () => {
  expect(relativeTime(1252, 1000)).toBe('in 4 min 12 s')
  expect(relativeTime(700, 1000)).toBe('5 min ago')
  expect(relativeTime(1000, 1000)).toBe('now')
})

test('writes an instant in UTC', () => {
  expect(formatInstant(1_793_620_800)).toBe('2026-11-02 12:00:00 UTC')
})

test('keeps a number that is no date', () => {
  expect(formatInstant(1e20)).toBe('100000000000000000000')
})
