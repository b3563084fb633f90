// @ts-check
/** Prints what the benches measured as one table and writes it to `.bench/results.json`; silent when nothing was measured. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** @typedef {import('../e2e/bench/measure.ts').Measurement} Measurement */

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3))
}

export default class BenchReporter {
  /** @type {Measurement[]} */
  measurements = []

  /** @param {import('@playwright/test/reporter').TestCase} _test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(_test, { annotations }) {
    for (const { type, description } of annotations) {
      if (type === 'measurement' && description !== undefined) this.measurements.push(JSON.parse(description))
    }
  }

  onEnd() {
    if (this.measurements.length === 0) return
    console.table(
      this.measurements.map(({ what, value, unit, against, limit }) => ({
        measured: what,
        value: `${round(value)} ${unit}`,
        against: against === undefined ? '' : `${round(against.value)} ${unit} ${against.what}`,
        ratio: against === undefined ? '' : `${round(value / against.value)}`,
        limit: limit === undefined ? '' : `${round(limit)} ${unit}${value > limit ? ' EXCEEDED' : ''}`,
      })),
    )
    const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
    mkdirSync('.bench', { recursive: true })
    writeFileSync('.bench/results.json', `${JSON.stringify({ machine, measurements: this.measurements }, null, 2)}\n`)
    console.log('Written to .bench/results.json')
  }

  printsToStdio() {
    return false
  }
}
