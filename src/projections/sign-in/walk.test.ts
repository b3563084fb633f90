import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type SignInState, signInTransitions, type Transition } from '../../protocol/index.ts'
import type { Scenario, Solution } from '../../scenarios/contract.ts'
import { expandSolution } from '../../scenarios/run.ts'
import type { Trace } from '../../simulation/index.ts'
import { signInWalk } from './walk.ts'

/** Rows that no solution comes to yet, and why. The list may only shrink. */
const NOT_COVERED: Readonly<Record<string, string>> = {
  'MFA Verified: session started [secondFactorDue]': 'no policy of the server asks for a third factor',
}

const nameOf = ({ from, event, guard }: Transition) => `${from}: ${event} [${guard}]`

const here = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`../../scenarios/${name}/index.ts`)).default),
)
/** Where a sign-in is what the scenario is about. */
const cases = scenarios
  .filter(({ group }) => group === 'Sign in' || group === 'MFA')
  .flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))

const traces = new Map<Solution, Promise<Trace>>()

function traceOf(scenario: Scenario, solution: Solution): Promise<Trace> {
  const trace = traces.get(solution) ?? expandSolution(scenario, solution).then((expanded) => expanded.trace)
  traces.set(solution, trace)
  return trace
}

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

async function play(id: string, solution: string) {
  const found = cases.find((candidate) => candidate.scenario.id === id && candidate.solution.id === solution)
  if (found === undefined) throw new Error(`no solution ${id}/${solution}`)
  const trace = await traceOf(found.scenario, found.solution)
  const { state, firings } = signInWalk(trace, lastStep(trace), signInTransitions)
  return { trace, state, fired: firings.map(({ row }) => `${row.event} [${row.guard}]`) }
}

/** Every state that a server of the run holds at its end, of sessions and of pending requests. */
function heldStates(trace: Trace): string[] {
  const text = JSON.stringify(trace.filter((event) => event.type === 'state'))
  return [...text.matchAll(/"(?:state|sign_in)":"([^"]+)"/g)].flatMap(([, state]) => state ?? [])
}

test('every row of the table applies in some solution, save those that are listed', async () => {
  const walks = await Promise.all(
    cases.map(async ({ scenario, solution }) => {
      const trace = await traceOf(scenario, solution)
      return signInWalk(trace, lastStep(trace), signInTransitions)
    }),
  )
  const covered = new Set(walks.flatMap(({ firings }) => firings.map(({ row }) => row)))
  const missing = signInTransitions.filter((row) => !covered.has(row)).map(nameOf)
  expect(missing).toEqual(Object.keys(NOT_COVERED))
})

test.each(cases)('$scenario.id / $solution.id: each step goes on where the last one stood', async (given) => {
  const trace = await traceOf(given.scenario, given.solution)
  const held = new Set<string>(heldStates(trace))
  let previous: string = 'Unauthenticated' satisfies SignInState
  for (let step = 0; step <= lastStep(trace); step += 1) {
    const { state, firings } = signInWalk(trace, step, signInTransitions)
    for (const { row } of firings.filter((firing) => firing.step === step)) {
      // A password begins anew wherever the sign-in stood.
      if (row.event !== 'password submitted') expect(row.from, `step ${step}, ${nameOf(row)}`).toBe(previous)
      previous = row.to
    }
    if (firings.at(-1)?.step !== step) previous = state
    // What a sign-in passes within one request is never held.
    if (state !== 'Primary Auth Passed' && state !== 'Unauthenticated') expect(held).toContain(state)
  }
})

test('a one-time code after the password: the way of a second factor', async () => {
  const { trace, state, fired } = await play('mfa-sign-in', 'totp')
  expect(state).toBe('Session Established')
  expect(fired).toEqual([
    'password submitted [credentialsMatch]',
    'session started [secondFactorDue]',
    'factor submitted [factorVerified]',
    'session started [noSecondFactorDue]',
  ])
  expect(signInWalk(trace, 7, signInTransitions).state).toBe('MFA Challenge Issued')
  expect(signInWalk(trace, 0, signInTransitions)).toEqual({ state: 'Unauthenticated', firings: [] })
})

test('a session that is too weak for a request steps up (RFC 9470 §5)', async () => {
  const { fired } = await play('step-up', 'at-the-endpoint')
  expect(fired).toContain('request arrived [secondFactorDue]')
})

test('a wrong password leads nowhere', async () => {
  const { state, fired } = await play('authorization-code-pkce', 'wrong-password')
  expect(state).toBe('Unauthenticated')
  expect(fired).toEqual(['password submitted [credentialsDiffer]'])
})
