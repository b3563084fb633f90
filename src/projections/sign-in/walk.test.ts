import { expect, test } from 'vitest'
import { type SignInState, signInTransitions } from '../../protocol/index.ts'
import { cases, findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import type { Trace } from '../../simulation/index.ts'
import { type Firing, signInWalk, type TableRow } from './walk.ts'

const nameOf = ({ from, event, guard }: TableRow) => `${from}: ${event} [${guard}]`

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

const walkTo = (trace: Trace, step = lastStep(trace)) => signInWalk(trace, step, signInTransitions)
const namesIn = (firings: readonly Firing[]) => firings.map(({ row }) => `${row.event} [${row.guard}]`)

async function play(id: string, outcomeId: string) {
  const { scenario, outcome } = findOutcome(id, outcomeId)
  const { trace } = await played(scenario, outcome)
  return { trace, ...walkTo(trace) }
}

/** Every state that a server of the run has held, of sessions and of pending requests. */
function heldStates(trace: Trace): string[] {
  const text = JSON.stringify(trace.filter((event) => event.type === 'state'))
  return [...text.matchAll(/"(?:state|sign_in)":"([^"]+)"/g)].flatMap(([, state]) => state ?? [])
}

test('every row of the table applies in some outcome', async () => {
  const runs = await Promise.all(cases.map(({ scenario, outcome }) => played(scenario, outcome)))
  const fired = new Set(runs.flatMap(({ trace }) => walkTo(trace).firings.map(({ row }) => row)))
  const missing = signInTransitions.filter((row) => !fired.has(row))
  expect(missing.map(nameOf)).toEqual([])
})

test.each(cases)('$scenario.id / $outcome.id: each sign-in goes on where it stood', async ({ scenario, outcome }) => {
  const { trace } = await played(scenario, outcome)
  const stands = new Map<string, string>()
  const { firings } = walkTo(trace)
  const jumps = firings.filter(({ id, row }) => {
    // A password begins anew wherever the sign-in stood.
    const from = row.event === 'password submitted' ? 'Unauthenticated' : (stands.get(id) ?? row.from)
    stands.set(id, row.to)
    return row.from !== from
  })
  expect(jumps).toEqual([])
  // Whatever a server noted stands in the table.
  const noted = trace.flatMap((event) => (event.type === 'note' && event.note.type === 'transition' ? event.note : []))
  expect(noted.map(({ id, to }) => [id, to])).toEqual(firings.map(({ id, row }) => [id, row.to]))

  // What a sign-in passes within one request is never where it stands after a step; everything else its server holds.
  const lit = [...Array(lastStep(trace) + 1).keys()].map((step) => walkTo(trace, step).state)
  const held = [...heldStates(trace), 'Primary Auth Passed', 'Unauthenticated']
  expect(lit.filter((state) => !held.includes(state))).toEqual([])
})

test('every state is lit after some step, save the one that a sign-in only passes', async () => {
  const lit = new Set<string>()
  for (const { scenario, outcome } of cases) {
    const { trace } = await played(scenario, outcome)
    for (let step = 0; step <= lastStep(trace); step += 1) lit.add(walkTo(trace, step).state)
  }
  const states = new Set<string>(signInTransitions.flatMap(({ from, to }) => [from, to]))
  expect([...states].filter((state) => !lit.has(state))).toEqual(['MFA Verified' satisfies SignInState])
})

test('a one-time code after the password: the way of a second factor', async () => {
  const { trace, state, firings } = await play('mfa-sign-in', 'totp')
  expect(namesIn(firings)).toEqual([
    'password submitted [credentialsMatch]',
    'session started [secondFactorDue]',
    'factor submitted [factorVerified]',
    'session started [always]',
    // The consent page, and its form.
    'time passed [lifetimeLeft]',
    'time passed [lifetimeLeft]',
  ])
  expect(state).toBe('Session Established' satisfies SignInState)
  expect(walkTo(trace, 7).state).toBe('MFA Challenge Issued' satisfies SignInState)
  expect(walkTo(trace, 0)).toEqual({ state: 'Unauthenticated' satisfies SignInState, firings: [] })
})

test('a session that is too weak for a request steps up (RFC 9470 §5)', async () => {
  const { firings } = await play('step-up', 'at-the-endpoint')
  expect(namesIn(firings)).toContain('request arrived [secondFactorDue]')
})

test('a session that is too old for a request ends at a new sign-in (OpenID Connect Core §3.1.2.1)', async () => {
  const { firings } = await play('step-up', 'auth-time-too-old')
  expect(namesIn(firings)).toContain('request arrived [signInDue]')
})

test('a wrong password leads nowhere', async () => {
  const { firings } = await play('authorization-code-pkce', 'wrong-password')
  expect(namesIn(firings)).toEqual(['password submitted [credentialsDiffer]'])
})
