/**
 * The change log is true: what the messages of a version are called stands in the scenario's `rows.txt`. Rows that change
 * need a new version with an entry in `changes`; `npx vitest run src/scenarios/versions.test.ts -u` then writes the file
 * anew. For the same version it does not: a scenario that nobody has yet is recorded again once its file is deleted.
 */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Scenario } from '../scenario-kit/contract.ts'
import { played, scenarios } from '../scenario-kit/played.fixture.ts'

/** The version, then what the messages of every outcome are called, in order: how a check is worded is no new version. */
async function rowsOf(scenario: Scenario): Promise<string> {
  const lines = [versionLine(scenario)]
  for (const outcome of scenario.outcomes) {
    const { sequence } = await played(scenario, outcome)
    const messages = sequence.rows.filter(({ kind }) => kind === 'message')
    lines.push('', outcome.id, ...messages.map(({ from, to, label }) => `${from} → ${to}: ${label}`))
  }
  return `${lines.join('\n')}\n`
}

function versionLine({ version }: Scenario): string {
  return `version ${version}`
}

test.each(scenarios)('$id: its runs are those of its version', async (scenario) => {
  const file = `src/scenarios/${scenario.id}/rows.txt`
  const recorded = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const rows = await rowsOf(scenario)
  if (recorded?.split('\n', 1)[0] === versionLine(scenario)) {
    const problem = `The runs of “${scenario.title}” have changed: give it a new version, with an entry in its change log.`
    expect(rows, problem).toBe(recorded)
  }
  await expect(rows).toMatchFileSnapshot(`./${scenario.id}/rows.txt`)
})
