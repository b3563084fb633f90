import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Scenario } from '../scenario-kit/contract.ts'
import { playOutcome } from '../scenario-kit/run.ts'
import type { Trace } from '../simulation/index.ts'
import { handOffAt } from './hand-off.ts'
import { tokensIn } from './tokens.ts'

const here = fileURLToPath(new URL('../scenarios/', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`../scenarios/${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.outcomes.map((outcome) => ({ scenario, outcome })))

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

async function play(id: string, outcome: string): Promise<Trace> {
  const found = cases.find((candidate) => candidate.scenario.id === id && candidate.outcome.id === outcome)
  if (found === undefined) throw new Error(`no outcome ${id}/${outcome}`)
  return (await playOutcome(found.scenario, found.outcome)).trace
}

test.each(cases)('$scenario.id / $outcome.id: no hand-off before the ID token is with the client', async (given) => {
  const { trace } = await playOutcome(given.scenario, given.outcome)
  const moments = [...Array(lastStep(trace) + 1).keys()].map((step) => ({ step, handOff: handOffAt(trace, step) }))
  for (const { step, handOff } of moments) expect(handOff?.step ?? step).toBeLessThanOrEqual(step)
  const handOffs = moments.flatMap(({ handOff }) => handOff ?? [])
  for (const { step, idToken } of handOffs) {
    const token = tokensIn(trace, step).find(({ name }) => name === idToken)
    expect(token?.jwt?.claims.sub).toBe('user-1')
  }
})

test.each(['authorization-code-pkce', 'authorization-code-web-app', 'logout', 'session-cookie', 'mfa-sign-in'])(
  '%s: the first outcome comes to the hand-off',
  async (id) => {
    const scenario = scenarios.find((candidate) => candidate.id === id)
    const trace = await play(id, scenario?.outcomes[0].id ?? '')
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
