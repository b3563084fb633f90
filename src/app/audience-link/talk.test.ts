import { expect, test } from 'vitest'
import { formatTalkTime, isTalkLength, talkAt } from './talk.ts'

const MINUTE = 60_000

test('stands still until it is started', () => {
  expect(talkAt({ elapsedMs: 0, startedAt: undefined }, 45, 99 * MINUTE)).toEqual({
    elapsedMs: 0,
    remainingMs: 45 * MINUTE,
    phase: 'under-way',
  })
})

test('adds what ran before a pause to what runs now', () => {
  const moment = talkAt({ elapsedMs: 5 * MINUTE, startedAt: 100 * MINUTE }, 45, 110 * MINUTE)
  expect(moment.elapsedMs).toBe(15 * MINUTE)
  expect(moment.remainingMs).toBe(30 * MINUTE)
})

test('nears its end in the last tenth, and is over when nothing is left', () => {
  const phaseAfter = (minutes: number) => talkAt({ elapsedMs: minutes * MINUTE, startedAt: undefined }, 20, 0).phase
  expect(phaseAfter(17)).toBe('under-way')
  expect(phaseAfter(18)).toBe('near-end')
  expect(phaseAfter(20)).toBe('over')
})

test('does not run backwards when the machine’s clock is set back', () => {
  expect(talkAt({ elapsedMs: MINUTE, startedAt: 10 * MINUTE }, 45, 2 * MINUTE).elapsedMs).toBe(MINUTE)
})

test('writes minutes and seconds, and hours once there are some', () => {
  expect(formatTalkTime(0)).toBe('0:00')
  expect(formatTalkTime(9 * MINUTE + 5_900)).toBe('9:05')
  expect(formatTalkTime(62 * MINUTE + 3_000)).toBe('1:02:03')
  expect(formatTalkTime(-61_000)).toBe('1:01')
})

test('knows which lengths can be set', () => {
  expect([1, 45, 480].every(isTalkLength)).toBe(true)
  expect([0, 481, 1.5, Number.NaN, '45', undefined].some(isTalkLength)).toBe(false)
})
