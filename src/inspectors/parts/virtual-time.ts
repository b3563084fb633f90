/** Times of a run as a person says them: against the virtual clock, never the real one. */
import { formatDuration } from '../../projections/index.ts'

/** “in 4 min 12 s”, “3 min ago”, “now”. Both in epoch seconds. */
export function relativeTime(time: number, now: number): string {
  const seconds = Math.round(time - now)
  if (seconds === 0) return 'now'
  return seconds > 0 ? `in ${formatDuration(seconds)}` : `${formatDuration(-seconds)} ago`
}

/** `2026-11-02 12:05:00 UTC` of epoch seconds; the number itself when it is no date. */
export function formatInstant(time: number): string {
  const date = new Date(time * 1000)
  return Number.isNaN(date.getTime()) ? String(time) : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
