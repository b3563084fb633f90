import { expect, test } from 'vitest'
import { codeOf, runningCode } from '../scenario-kit/contract.ts'
import { loadScenario, loadScenarios } from './registry.ts'
import { codeSource, loadSources } from './scenario-sources.ts'

test('every file of code and every lesson of every scenario can be shown', async () => {
  for (const scenario of await loadScenarios()) {
    const { code, lesson, base } = await loadSources(scenario)
    expect([...code.keys()]).toEqual(codeOf(scenario).map(({ file }) => file))
    for (const text of [...code.values(), lesson]) expect(text).not.toBe('')
    expect(base?.scenario.id).toBe(scenario.variantOf)
  }
})

test('shows the files of the chosen strategy, and the one whose place it takes', async () => {
  const scenario = await loadScenario('parallel-401-race')
  const sources = await loadSources(scenario)
  const { files } = codeSource(scenario, { strategy: 'single_flight' }, sources)
  expect(files.map(({ file }) => file)).toEqual(['client.ts', 'strategy-single-flight.ts'])
  expect(files[1]?.insteadOf?.text).toBe(sources.code.get('strategy-none.ts'))
  expect(runningCode(scenario, {}).map(({ file }) => file)).toEqual(['client.ts', 'strategy-none.ts'])
})
