/** A replay's trace is the same text whatever was computed before, however replays mingle, and however turns are taken; a quiet one has the same events. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { createRandom, type Session, type Trace } from '../simulation/index.ts'
import { forgetCrypto } from '../simulation/web-crypto.ts'
import type { Scenario } from './contract.ts'
import { expandSolution, replaySession } from './run.ts'

const folders = readdirSync(fileURLToPath(new URL('.', import.meta.url)), { withFileTypes: true })
const scenarios = await Promise.all(
  folders
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }): Promise<Scenario> => (await import(`./${name}/index.ts`)).default),
)

/** Every solution of a scenario. */
async function sessionsOf(scenario: Scenario): Promise<Session[]> {
  const played: Session[] = []
  for (const solution of scenario.solutions) played.push((await expandSolution(scenario, solution)).session)
  return played
}

async function traceText(scenario: Scenario, session: Session): Promise<string> {
  return JSON.stringify((await replaySession(scenario, session)).trace)
}

test.each(scenarios)(
  '$id: the trace is the same text with nothing, something and all computed before',
  async (scenario) => {
    for (const session of await sessionsOf(scenario)) {
      forgetCrypto()
      const cold = await traceText(scenario, session)
      expect(await traceText(scenario, session)).toBe(cold)
      // Forgets in the midst of it, where it is another moment each time.
      const random = createRandom(JSON.stringify(session.choices))
      const run = await replaySession(scenario, { ...session, choices: [] })
      for (const choice of session.choices) {
        if ((random(1, 'forget')[0] ?? 0) < 128) forgetCrypto()
        await run.apply(choice)
      }
      expect(JSON.stringify(run.trace)).toBe(cold)
    }
  },
)

test.each(scenarios)('$id: replays that go on at the same time leave the traces they leave alone', async (scenario) => {
  const sessions = await sessionsOf(scenario)
  const alone: string[] = []
  for (const session of sessions) alone.push(await traceText(scenario, session))
  forgetCrypto()
  const twice = await Promise.all([...sessions, ...sessions].map((session) => traceText(scenario, session)))
  expect(twice).toEqual([...alone, ...alone])
})

test.each(scenarios)('$id: a quiet run has every event but the offers', async (scenario) => {
  // As JSON: what is read late is read now, and members stand in another order.
  const events = (trace: Trace): Trace => JSON.parse(JSON.stringify(trace))
  for (const session of await sessionsOf(scenario)) {
    const full = await replaySession(scenario, session)
    const quiet = await replaySession(scenario, session, { recording: 'ends' })
    expect(events(quiet.trace)).toEqual(events(full.trace).filter(({ type }) => type !== 'offers'))
    expect(quiet.held()).toEqual(full.held())
  }
})

test('turns by a message port, as a browser takes them, leave the trace that Node’s own leave', async () => {
  const [scenario] = scenarios.filter(({ id }) => id === 'parallel-401-race')
  if (scenario === undefined) throw new Error('The scenario is gone.')
  const [session] = await sessionsOf(scenario)
  if (session === undefined) throw new Error('It has no solution.')
  const trace = await traceText(scenario, session)
  vi.resetModules()
  vi.stubGlobal('process', Object.create(process, { nextTick: { value: undefined } }))
  const run: typeof import('./run.ts') = await import('./run.ts')
  vi.unstubAllGlobals()
  const posted = vi.spyOn(MessagePort.prototype, 'postMessage')
  const again: { default: Scenario } = await import('./parallel-401-race/index.ts')
  expect(JSON.stringify((await run.replaySession(again.default, session)).trace)).toBe(trace)
  expect(posted.mock.calls.length).toBeGreaterThan(session.choices.length)
  posted.mockRestore()
})
