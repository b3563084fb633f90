// @ts-check
/** Prints what the benches measured as one table and writes it to `.bench/results.json`; silent when nothing was measured. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'

/** @typedef {import('../e2e/bench/measure.ts').Measurement} Measurement */

const HEADINGS = ['measured', 'median', 'p95', 'ratio', 'against', 'budget']

export default class BenchReporter {
  /** @type {Measurement[]} */
  measurements = []
  load = { before: loadavg(), after: loadavg() }
  startedAt = Date.now()

  /** @param {import('@playwright/test/reporter').TestCase} _test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(_test, { annotations }) {
    for (const { type, description } of annotations) {
      if (type === 'measurement' && description !== undefined) this.measurements.push(JSON.parse(description))
    }
  }

  onEnd() {
    if (this.measurements.length === 0) return
    this.load.after = loadavg()
    const rows = [HEADINGS, ...this.measurements.map(toCells)]
    const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
    for (const cells of rows)
      console.log(
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
    const [before, after] = [this.load.before, this.load.after].map(([minute = 0]) => minute.toFixed(1))
    console.log(`Load of the last minute on ${availableParallelism()} cores: ${before} before, ${after} after.`)

    const machine = {
      at: new Date().toISOString(),
      seconds: Math.round((Date.now() - this.startedAt) / 1000),
      node: process.version,
      cpu: cpus()[0]?.model,
      cores: availableParallelism(),
      load: this.load,
    }
    const measurements = this.measurements.map((one) => ({ ...one, ratio: ratioOf(one), verdict: verdictOf(one) }))
    mkdirSync('.bench', { recursive: true })
    writeFileSync('.bench/results.json', `${JSON.stringify({ machine, measurements }, null, 2)}\n`)
    console.log('Written to .bench/results.json')
  }

  printsToStdio() {
    return false
  }
}

/** @param {Measurement} measurement */
function toCells(measurement) {
  const { what, unit, value, p95, against } = measurement
  const ratio = ratioOf(measurement)
  return [
    what,
    `${round(value)} ${unit}`,
    p95 === undefined ? '' : `${round(p95)} ${unit}`,
    ratio === undefined ? '' : `× ${round(ratio)}`,
    against === undefined ? '' : `${against.what} (${round(against.value)} ${unit})`,
    verdictOf(measurement),
  ]
}

/** Against nothing at all there is no ratio. @param {Measurement} measurement */
function ratioOf({ value, against }) {
  return against === undefined || against.value === 0 ? undefined : value / against.value
}

/** @param {Measurement} measurement */
function verdictOf(measurement) {
  const { unit, value, target, ratioLimit } = measurement
  const verdicts = []
  if (target !== undefined) verdicts.push(`${value <= target ? 'met' : 'MISSED'}: ≤ ${round(target)} ${unit}`)
  if (ratioLimit !== undefined) {
    verdicts.push(`${(ratioOf(measurement) ?? Number.NaN) <= ratioLimit ? 'met' : 'EXCEEDED'}: ratio ≤ ${ratioLimit}`)
  }
  return verdicts.join(', ')
}

/** @param {number} value */
function round(value) {
  return `${Number(value.toPrecision(3))}`
}
