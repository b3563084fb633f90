import { expect, test } from 'vitest'
import type { Note } from '../environment.ts'
import { guards, moveSignIn, type SignInFacts, signInTransitions, transitionFor } from './states.ts'

const booleans = [true, false]
const everyFacts: SignInFacts[] = booleans.flatMap((credentialsMatch) =>
  ([undefined, 'sign-in', 'second factor'] as const).flatMap((due) =>
    booleans.flatMap((factorVerified) =>
      booleans.map((lifetimeOver) => ({ credentialsMatch, due, factorVerified, lifetimeOver })),
    ),
  ),
)

const nextState = (...given: Parameters<typeof transitionFor>) => transitionFor(...given).to

test('for each state and event exactly one row applies, whatever the facts', () => {
  for (const { from, event } of signInTransitions) {
    for (const facts of everyFacts) {
      const rows = signInTransitions.filter(
        (row) => row.from === from && row.event === event && guards[row.guard](facts),
      )
      expect(rows, `${from} on ${event} with ${JSON.stringify(facts)}`).toHaveLength(1)
    }
  }
})

test('every guard stands in the table', () => {
  expect(new Set(signInTransitions.map((row) => row.guard))).toEqual(new Set(Object.keys(guards)))
})

test('a password alone establishes a session where no second factor is due', () => {
  const passed = nextState('Unauthenticated', 'password submitted', { credentialsMatch: true })
  expect(passed).toBe('Primary Auth Passed')
  expect(nextState(passed, 'session started', {})).toBe('Session Established')
})

test('a wrong password leaves the person where they were', () => {
  expect(nextState('Unauthenticated', 'password submitted', { credentialsMatch: false })).toBe('Unauthenticated')
})

test('no session without a factor that is due', () => {
  const challenged = nextState('Primary Auth Passed', 'session started', { due: 'second factor' })
  expect(challenged).toBe('MFA Challenge Issued')
  expect(nextState(challenged, 'factor submitted', {})).toBe('MFA Challenge Issued')
})

test('a session that is not strong enough for a request steps up (RFC 9470 §5)', () => {
  expect(nextState('Session Established', 'request arrived', { due: 'second factor' })).toBe('MFA Challenge Issued')
  expect(nextState('Session Established', 'request arrived', {})).toBe('Session Established')
})

test('a request that asks for a new sign-in begins it anew (OpenID Connect Core §3.1.2.1)', () => {
  expect(nextState('Session Established', 'request arrived', { due: 'sign-in' })).toBe('Unauthenticated')
})

test('notes the row that applies, and goes where it leads', () => {
  const notes: Note[] = []
  const environment = { note: (note: Note) => void notes.push(note) }
  const signIn = { id: 'request-1', state: 'MFA Challenge Issued' } as const
  expect(moveSignIn(signIn, 'factor submitted', { factorVerified: true }, environment)).toBe('MFA Verified')
  const row = { from: 'MFA Challenge Issued', event: 'factor submitted', guard: 'factorVerified', to: 'MFA Verified' }
  expect(notes).toEqual([{ type: 'transition', machine: 'sign-in', id: 'request-1', ...row }])
})

test('refuses what the table does not know', () => {
  expect(() => nextState('Unauthenticated', 'session started', {})).toThrow(RangeError)
})
