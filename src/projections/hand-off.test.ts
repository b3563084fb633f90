import { expect, test } from 'vitest'
import type { ServerSnapshot } from '../protocol/index.ts'
import { cases, findOutcome, findScenario, played } from '../scenario-kit/played.fixture.ts'
import type { Trace } from '../simulation/index.ts'
import { handOffAt } from './hand-off.ts'
import { stateAt } from './present.ts'
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
      // Whose sign-in it was: somebody’s who has granted something at the server that says so.
      const { iss, sub } = token?.jwt?.claims ?? {}
      const servers = Object.values(stateAt(trace, step)) as unknown as readonly Partial<ServerSnapshot>[]
      const grants = servers.flatMap((server) => (server.issuer === iss ? (server.grants ?? []) : []))
      expect(grants.map((grant) => grant.sub)).toContain(sub)
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
