import { expect, test } from 'vitest'
import { fittingScale } from './pixels.ts'

test('draws at the wanted scale where a canvas has room', () => {
  expect(fittingScale({ width: 1400, height: 1600 }, 2)).toBe(2)
})

test('keeps every side and the area within what a canvas can hold', () => {
  for (const size of [
    { width: 1840, height: 46_123 },
    { width: 20_000, height: 20_000 },
    { width: 100_000, height: 100 },
  ]) {
    const scale = fittingScale(size, 2)
    expect(scale).toBeLessThan(2)
    expect(Math.max(size.width, size.height) * scale).toBeLessThanOrEqual(32_767.01)
    expect(size.width * size.height * scale ** 2).toBeLessThanOrEqual(200_000_001)
  }
})
