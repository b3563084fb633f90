/** What a measurement is, and how a bench hands it to the reporter that prints the table and writes the JSON. */
import { expect, test } from '@playwright/test'

/** One line of the table. */
export interface Measurement {
  /** What was done. */
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 'frames' | 'kB' | '/s' | '×'
  /** What it is held against, measured in the same run. */
  readonly against?: { readonly what: string; readonly value: number }
  /** The most that it may be. */
  readonly limit?: number
}

/** Puts a measurement into the table; over its limit, the bench fails when it is over. */
export function record(measurement: Measurement): void {
  test.info().annotations.push({ type: 'measurement', description: JSON.stringify(measurement) })
  if (measurement.limit !== undefined) {
    expect.soft(measurement.value, measurement.what).toBeLessThanOrEqual(measurement.limit)
  }
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
