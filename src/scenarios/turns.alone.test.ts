import { expect, test, vi } from 'vitest'
import type { Scenario } from '../scenario-kit/contract.ts'
import { playOutcome } from '../scenario-kit/run.ts'
import parallelRace from './parallel-401-race/index.ts'

test('turns by a message port, as a browser takes them, leave the trace that Node’s own leave', async () => {
  const { recipe, trace } = await playOutcome(parallelRace, parallelRace.outcomes[0])
  vi.resetModules()
  vi.stubGlobal('process', Object.create(process, { nextTick: { value: undefined } }))
  const run: typeof import('../scenario-kit/run.ts') = await import('../scenario-kit/run.ts')
  vi.unstubAllGlobals()
  const posted = vi.spyOn(MessagePort.prototype, 'postMessage')
  const again: { default: Scenario } = await import('./parallel-401-race/index.ts')
  expect(JSON.stringify((await run.replayRecipe(again.default, recipe)).trace)).toBe(JSON.stringify(trace))
  expect(posted.mock.calls.length).toBeGreaterThan(recipe.choices.length)
  posted.mockRestore()
})
