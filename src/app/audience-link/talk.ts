/** The clock of a talk: how long it has been going, how much is left, and when that becomes little. */
import type { Talk } from '../state/presenter.ts'

/** The shortest and the longest talk that can be set, in minutes. */
export const [SHORTEST_TALK, LONGEST_TALK] = [1, 480]

/** The share of a talk that counts as its end. */
const END_SHARE = 0.1

/** A talk at a moment. */
export interface TalkMoment {
  readonly elapsedMs: number
  /** Negative once the time is over. */
  readonly remainingMs: number
  readonly phase: 'under-way' | 'near-end' | 'over'
}

/** Where a talk of `minutes` stands at `now`, epoch milliseconds. */
export function talkAt({ elapsedMs, startedAt }: Talk, minutes: number, now: number): TalkMoment {
  const lengthMs = minutes * 60_000
  // The machine's clock may have been set back.
  const elapsed = elapsedMs + (startedAt === undefined ? 0 : Math.max(0, now - startedAt))
  const remainingMs = lengthMs - elapsed
  const phase = remainingMs <= 0 ? 'over' : remainingMs <= lengthMs * END_SHARE ? 'near-end' : 'under-way'
  return { elapsedMs: elapsed, remainingMs, phase }
}

/** `9:05`, `1:02:03`; without a sign. Whole seconds, rounded down. */
export function formatTalkTime(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = String(seconds % 60).padStart(2, '0')
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`
}

/** Whether a value, perhaps kept by another version, is a length that can be set. */
export function isTalkLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= SHORTEST_TALK && value <= LONGEST_TALK
}
