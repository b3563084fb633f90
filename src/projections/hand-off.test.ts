import { expect, test } from 'vitest'
import { cases, findOutcome, findScenario, played } from '../scenario-kit/played.fixture.ts'
import type { Trace } from '../simulation/index.ts'
import { handOffAt } from './hand-off.ts'
import { tokensIn } from './tokens.ts'

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

async function play(id: string, outcomeId: string): Promise<Trace> {
  const { scenario, outcome } = findOutcome(id, outcomeId)
  return (await played(scenario, outcome)).trace
}

test.each(cases)(
  '$scenario.id / $outcome.id: no hand-off before the ID token is with the client',
  async ({ scenario, outcome }) => {
    const { trace } = await played(scenario, outcome)
    const moments = [...Array(lastStep(trace) + 1).keys()].map((step) => ({ step, handOff: handOffAt(trace, step) }))
    for (const { step, handOff } of moments) expect(handOff?.step ?? step).toBeLessThanOrEqual(step)
    const handOffs = moments.flatMap(({ handOff }) => handOff ?? [])
    for (const { step, idToken } of handOffs) {
      const token = tokensIn(trace, step).find(({ name }) => name === idToken)
      expect(token?.jwt?.claims.sub).toBe('user-1')
    }
  },
)

test.each(['authorization-code-pkce', 'authorization-code-web-app', 'logout', 'session-cookie', 'mfa-sign-in'])(
  '%s: the first outcome comes to the hand-off',
  async (id) => {
    const scenario = findScenario(id)
    const { trace } = await played(scenario, scenario.outcomes[0])
    expect(handOffAt(trace, lastStep(trace))).toMatchObject({ client: scenario.client, idToken: 'id token 1' })
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
