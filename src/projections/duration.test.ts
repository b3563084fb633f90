import { expect, test } from 'vitest'
import { formatDuration, formatTime } from './duration.ts'

test.each([
  [0, '0 s'],
  [59.6, '1 min'],
  [90, '90 s'],
  [300, '5 min'],
  [3725, '1 h 2 min 5 s'],
  [172_800, '2 d'],
  [-150, '-2 min 30 s'],
])('writes %d seconds as %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words)
})

test('writes the time of day in UTC', () => {
  expect(formatTime(Date.UTC(2026, 10, 2, 12, 0, 7, 999))).toBe('12:00:07')
})
