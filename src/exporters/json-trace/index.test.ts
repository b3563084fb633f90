import { expect, test } from 'vitest'
import { ACTORS, SIGN_IN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import { firstDifference, readTraceFile } from '../../share/index.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun, outcomeNames } from '../example-runs.fixture.ts'
import { hostileTrace } from '../hostile-traces.fixture.ts'
import { withoutSignatures } from '../signatures.ts'
import jsonTrace from './index.ts'

test.each(outcomeNames)('%s: comes back from its file, and is what the replay gives', async (name) => {
  const { recipe, step, trace, ...rest } = await exportableRun(name)
  const read = readTraceFile(jsonTrace.convert({ ...rest, recipe, step, trace }))
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.shared.recipe).toEqual(recipe)
  expect(read.shared.cursor).toBe(step)
  expect(firstDifference(read.shared, trace)).toBeUndefined()
})

test('is written as it was', async () => {
  const choices = SIGN_IN.flatMap((event) => (event.type === 'choice' ? [event.choice] : []))
  const recipe = { scenario: 'example', settings: { rotation: true }, seed: 'authlane', choices }
  const model = createSequence(ACTORS)
  const text = jsonTrace.convert({ title: 'Example', recipe, step: 5, trace: SIGN_IN, model, rowCount: 0 })
  await expect(text).toMatchFileSnapshot('sign-in.txt')
})

test('has one event a line after what says whose it is', async () => {
  const run = await exportableRun('client-credentials/cold')
  const lines = jsonTrace.convert(run).split('\n')
  expect(lines.slice(1, 4)).toEqual([
    '"format": "authlane-trace",',
    '"version": 1,',
    `"notice": ${JSON.stringify(FIXTURE_NOTICE)},`,
  ])
  expect(lines.slice(7, -3)).toEqual(
    run.trace.map((event, index) => JSON.stringify(event) + (index < run.trace.length - 1 ? ',' : '')),
  )
})

test('a file without signatures is held against a replay without them', async () => {
  const run = await exportableRun('client-credentials/cold')
  const trace = withoutSignatures(run.trace)
  const read = readTraceFile(jsonTrace.convert({ ...run, trace }))
  if (!read.ok) throw new Error(read.problem.message)
  expect(firstDifference(read.shared, run.trace)).toBeGreaterThan(0)
  expect(firstDifference(read.shared, withoutSignatures(run.trace))).toBeUndefined()
})

test('2,000 hostile texts come back as they were', () => {
  const recipe = { scenario: 'example', settings: {}, seed: 'authlane', choices: [] }
  const trace = hostileTrace(500)
  const run = { title: 'Example', recipe, step: 0, trace, model: createSequence([]), rowCount: 0 }
  const read = readTraceFile(jsonTrace.convert(run))
  if (!read.ok) throw new Error(read.problem.message)
  expect(firstDifference(read.shared, trace)).toBeUndefined()
})
