import { expect, test } from 'vitest'
import { decisiveRow } from '../../projections/sequence/decisive-row.ts'
import { findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import { CAUSES } from './causes/index.ts'
import { failingRow } from './failing-row.ts'

const runs = CAUSES.flatMap(({ id, runs }) => runs.map((run) => ({ cause: id, ...run })))

test.each(runs)('$cause shows in a red row of $scenario/$outcome, or at its end', async ({ says, ...run }) => {
  const { scenario, outcome } = findOutcome(run.scenario, run.outcome)
  const { trace, sequence } = await played(scenario, outcome)
  const row = failingRow(trace, sequence.rows, says)
  expect(row?.tone).toBe(says === undefined ? undefined : 'error')
  // The page selects the same one when it plays the run. Where the end is good, only the cause knows which refusal is meant.
  if (outcome.result === 'failure' && says !== undefined) expect(row).toBe(decisiveRow(sequence, trace))
})

test.each([
  ['parallel-401-race', 'each-refreshes', 'The refresh token was used before.', '400 invalid_grant', 'before the end'],
  ['two-tabs-race', 'strict', 'The refresh token was used before.', '400 invalid_grant', 'before the end'],
  ['token-lifecycle', 'retry-refused', 'The token expired', '401 invalid_token', 'at the end'],
  ['authorization-code-web-app', 'strict-cookie', 'The cookie is SameSite=Strict', '400 Bad Request', 'at the end'],
])('%s/%s breaks at “%4$s”, %5$s', async (scenarioId, outcomeId, says, label, place) => {
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const { trace, sequence } = await played(scenario, outcome)
  const row = failingRow(trace, sequence.rows, says)
  expect(row?.label).toBe(label)
  expect(row === sequence.rows.at(-1) ? 'at the end' : 'before the end').toBe(place)
})
