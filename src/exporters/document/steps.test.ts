import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioIds } from '../../scenario-kit/played.fixture.ts'
import { documentOf } from './example-documents.fixture.ts'

test.each(scenarioIds)('%s: its steps point at the lines of the code that made them', async (id) => {
  const { outcomes } = await documentOf(id)
  const found = outcomes.flatMap(({ steps }) => steps.flatMap(({ code }) => code ?? []))
  expect(found.length).toBeGreaterThan(0)
  for (const { file, region, from, to } of found) {
    const lines = readFileSync(`src/scenarios/${file}`, 'utf8').split('\n')
    expect(lines[from - 2]).toContain(`#region ${region}`)
    expect(lines[to]).toContain('#endregion')
    expect(to).toBeGreaterThanOrEqual(from)
  }
})

test.each(scenarioIds)('%s: each outcome has the steps that it does not share', async (id) => {
  const [happy, ...others] = (await documentOf(id)).outcomes
  expect(happy.branchesOff).toBeUndefined()
  expect(happy.steps.length).toBeGreaterThan(0)
  for (const { branchesOff, steps } of others) {
    if (branchesOff !== undefined)
      expect(steps[0]?.number ?? Number.POSITIVE_INFINITY).toBeGreaterThan(branchesOff.step - 1)
    else expect(steps[0]?.number).toBe(1)
  }
})
