/** What a measurement is, and how a bench hands it to the reporter that prints the table and writes the JSON. */
import { expect, test } from '@playwright/test'

/** Milliseconds between two frames of a 60 Hz screen. */
export const FRAME_MS = 1000 / 60

/** One line of the table. */
export interface Measurement {
  /** What was done. */
  readonly what: string
  readonly unit: 'ms' | 'frames' | 'kB' | '/s'
  /** The median, where there were several. */
  readonly value: number
  /** Nineteen of twenty were at most this. */
  readonly p95?: number
  /** What it is held against, measured in the same run unless it is a constant. */
  readonly against?: { readonly what: string; readonly value: number }
  /** What it should be at most. A time depends on the machine and its load, so it is printed as met or missed and fails nothing. */
  readonly target?: number
  /** What `value / against` may be at most, wide enough for a busy machine; beyond it the bench fails. */
  readonly ratioLimit?: number
}

/** Puts a measurement into the table. Fails the bench when there is no number, or its ratio is over the limit. */
export function record(measurement: Measurement): void {
  test.info().annotations.push({ type: 'measurement', description: JSON.stringify(measurement) })
  const { what, value, against, ratioLimit } = measurement
  expect.soft(Number.isFinite(value), `${what}: a number`).toBe(true)
  if (against !== undefined && ratioLimit !== undefined) {
    expect.soft(value / against.value, `${what}, against ${against.what}`).toBeLessThanOrEqual(ratioLimit)
  }
}

/** The middle value; NaN when there is none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The middle value and the one that nineteen of twenty do not exceed. */
export function spread(values: readonly number[]): { value: number; p95: number } {
  return { value: median(values), p95: quantile(values, 0.95) }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Does each work once a round, in turn, so that load from elsewhere falls on all of them alike. A first tenth of the
 * rounds warms up. Returns the milliseconds of each work's rounds, in the order of the works.
 */
export function timeInTurn<Works extends readonly (() => Promise<unknown>)[]>(rounds: number, ...works: Works) {
  return measureInTurn(rounds, () => performance.now(), works)
}

/** The same in processor time of all threads of this process, which other programs on the machine do not lengthen. */
export function processorTimeInTurn<Works extends readonly (() => Promise<unknown>)[]>(
  rounds: number,
  ...works: Works
) {
  const processorMs = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  return measureInTurn(rounds, processorMs, works)
}

async function measureInTurn<Works extends readonly (() => Promise<unknown>)[]>(
  rounds: number,
  now: () => number,
  works: Works,
): Promise<{ [Index in keyof Works]: number[] }> {
  const warmUp = Math.ceil(rounds / 10)
  const times = works.map((): number[] => [])
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const startedAt = now()
      await work()
      if (round >= 0) times[index]?.push(now() - startedAt)
    }
  }
  return times as { [Index in keyof Works]: number[] }
}
