/**
 * The change log is true: what the runs of a version say is kept as a fingerprint. A run that changes needs a new version
 * with an entry in the scenario's `changes`; `RECORD_VERSIONS=1 npx vitest run src/scenarios/versions.test.ts` then writes
 * the new fingerprints, and the diff is read.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createSequence } from '../projections/sequence/index.ts'
import type { Scenario } from '../scenario-kit/contract.ts'
import { playOutcome, startRun } from '../scenario-kit/run.ts'

/** Fingerprints by scenario, then by version. */
type Versions = Record<string, Record<string, string>>

const here = fileURLToPath(new URL('.', import.meta.url))
const FILE = `${here}versions.json`
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const recorded: Versions = JSON.parse(readFileSync(FILE, 'utf8'))

/** What the messages of every outcome are called, in order: how a check is worded is no new version. */
async function fingerprint(scenario: Scenario): Promise<string> {
  const hash = createHash('sha256')
  for (const outcome of scenario.outcomes) {
    const { recipe, trace } = await playOutcome(scenario, outcome)
    const { actors } = await startRun(scenario, recipe)
    const sequence = createSequence(actors)
    sequence.push(trace)
    const rows = sequence.rows.filter(({ kind }) => kind === 'message')
    hash.update(JSON.stringify([outcome.id, rows.map(({ from, to, label }) => [from, to, label])]))
  }
  return hash.digest('hex').slice(0, 16)
}

test.each(folders)('%s: its runs are those of its version', async (id) => {
  const scenario: Scenario = (await import(`./${id}/index.ts`)).default
  const found = await fingerprint(scenario)
  if (process.env.RECORD_VERSIONS) {
    recorded[id] = { ...recorded[id], [scenario.version]: found }
    const sorted = Object.fromEntries(Object.entries(recorded).sort(([one], [other]) => (one < other ? -1 : 1)))
    writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
  }
  expect(
    recorded[id]?.[scenario.version],
    `The runs of “${scenario.title}” have changed since version ${scenario.version} was recorded. Give it a new version and an entry in its change log, then record it: RECORD_VERSIONS=1 npx vitest run src/scenarios/versions.test.ts`,
  ).toBe(found)
})

test('every recorded version has its entry in the change log, and no other', async () => {
  expect(Object.keys(recorded).sort()).toEqual([...folders].sort())
  for (const id of folders) {
    const scenario: Scenario = (await import(`./${id}/index.ts`)).default
    const versions = scenario.changes.map(({ version }) => String(version)).sort()
    expect(Object.keys(recorded[id] ?? {}).sort()).toEqual(versions)
  }
})
