import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Scenario } from '../scenarios/contract.ts'
import { expandSolution } from '../scenarios/run.ts'
import type { Trace } from '../simulation/index.ts'
import { handOffAt } from './hand-off.ts'
import { tokensIn } from './tokens.ts'

const here = fileURLToPath(new URL('../scenarios/', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`../scenarios/${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

async function play(id: string, solution: string): Promise<Trace> {
  const found = cases.find((candidate) => candidate.scenario.id === id && candidate.solution.id === solution)
  if (found === undefined) throw new Error(`no solution ${id}/${solution}`)
  return (await expandSolution(found.scenario, found.solution)).trace
}

test.each(cases)('$scenario.id / $solution.id: no hand-off before the ID token is with the client', async (given) => {
  const { trace } = await expandSolution(given.scenario, given.solution)
  const moments = [...Array(lastStep(trace) + 1).keys()].map((step) => ({ step, handOff: handOffAt(trace, step) }))
  for (const { step, handOff } of moments) expect(handOff?.step ?? step).toBeLessThanOrEqual(step)
  const handOffs = moments.flatMap(({ handOff }) => handOff ?? [])
  for (const { step, idToken } of handOffs) {
    const token = tokensIn(trace, step).find(({ name }) => name === idToken)
    expect(token?.jwt?.claims.sub).toBe('user-1')
  }
})

test.each(['authorization-code-pkce', 'authorization-code-web-app', 'logout', 'session-cookie', 'mfa-sign-in'])(
  '%s: the first solution comes to the hand-off',
  async (id) => {
    const scenario = scenarios.find((candidate) => candidate.id === id)
    const trace = await play(id, scenario?.solutions[0].id ?? '')
    expect(handOffAt(trace, lastStep(trace))).toMatchObject({ client: scenario?.client, idToken: 'id token 1' })
  },
)

test('a sign-in that fails never comes to it', async () => {
  const trace = await play('authorization-code-pkce', 'wrong-password')
  expect(handOffAt(trace, lastStep(trace))).toBeUndefined()
})

test('a request without openid brings no identity token, so there is nothing to hand over (OpenID Connect Core §3.1.2.1)', async () => {
  const trace = await play('step-up', 'at-the-endpoint')
  expect(handOffAt(trace, lastStep(trace))).toBeUndefined()
})

test('the newest sign-in counts', async () => {
  const trace = await play('mfa-sign-in', 'trusted-device')
  expect(handOffAt(trace, lastStep(trace))?.idToken).toBe('id token 2')
})
