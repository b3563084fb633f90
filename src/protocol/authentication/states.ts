/**
 * The sign-in state machine: one transition table with named guards.
 *
 * The server runs on this table and notes each row that applies; the state diagram and the guard table are drawn from it.
 */
import type { Environment } from '../environment.ts'
import type { SignInState } from '../state/records.ts'

/** What can happen to a sign-in. */
export type SignInEvent =
  | 'password submitted'
  | 'signed in elsewhere'
  | 'factor submitted'
  | 'session started'
  | 'request arrived'
  | 'time passed'
  | 'session ended'

/** The facts that guards decide on. A fact that nobody established counts as false. */
export interface SignInFacts {
  readonly credentialsMatch?: boolean
  /** What the person owes before a request or a session can go on. */
  readonly due?: 'sign-in' | 'second factor' | undefined
  readonly factorVerified?: boolean
  readonly lifetimeOver?: boolean
}

/** Guards by name: each one a claim about the facts. */
export const guards = {
  credentialsMatch: (facts: SignInFacts) => facts.credentialsMatch === true,
  credentialsDiffer: (facts: SignInFacts) => facts.credentialsMatch !== true,
  signInDue: (facts: SignInFacts) => facts.due === 'sign-in',
  secondFactorDue: (facts: SignInFacts) => facts.due === 'second factor',
  noSecondFactorDue: (facts: SignInFacts) => facts.due !== 'second factor',
  nothingDue: (facts: SignInFacts) => facts.due === undefined,
  factorVerified: (facts: SignInFacts) => facts.factorVerified === true,
  factorRefused: (facts: SignInFacts) => facts.factorVerified !== true,
  lifetimeOver: (facts: SignInFacts) => facts.lifetimeOver === true,
  lifetimeLeft: (facts: SignInFacts) => facts.lifetimeOver !== true,
  always: () => true,
} as const

/** The name of a guard. */
export type GuardName = keyof typeof guards

/** One row of the table: in `from`, when `event` happens and `guard` holds, go `to`. */
export interface Transition {
  readonly from: SignInState
  readonly event: SignInEvent
  readonly guard: GuardName
  readonly to: SignInState
}

/**
 * The table. For each state and event the guards are complete and exclude each other, so that exactly one row applies.
 * After a second factor nothing is asked any more: two of them are the strongest sign-in that the server knows. A session
 * that has expired is over; whoever comes back begins a new sign-in.
 */
export const signInTransitions: readonly Transition[] = [
  { from: 'Unauthenticated', event: 'password submitted', guard: 'credentialsMatch', to: 'Primary Auth Passed' },
  { from: 'Unauthenticated', event: 'password submitted', guard: 'credentialsDiffer', to: 'Unauthenticated' },
  { from: 'Unauthenticated', event: 'signed in elsewhere', guard: 'always', to: 'Primary Auth Passed' },
  { from: 'Primary Auth Passed', event: 'session started', guard: 'noSecondFactorDue', to: 'Session Established' },
  { from: 'Primary Auth Passed', event: 'session started', guard: 'secondFactorDue', to: 'MFA Challenge Issued' },
  { from: 'MFA Challenge Issued', event: 'factor submitted', guard: 'factorVerified', to: 'MFA Verified' },
  { from: 'MFA Challenge Issued', event: 'factor submitted', guard: 'factorRefused', to: 'MFA Challenge Issued' },
  { from: 'MFA Verified', event: 'session started', guard: 'always', to: 'Session Established' },
  { from: 'Session Established', event: 'request arrived', guard: 'nothingDue', to: 'Session Established' },
  { from: 'Session Established', event: 'request arrived', guard: 'secondFactorDue', to: 'MFA Challenge Issued' },
  { from: 'Session Established', event: 'request arrived', guard: 'signInDue', to: 'Unauthenticated' },
  { from: 'Session Established', event: 'time passed', guard: 'lifetimeLeft', to: 'Session Established' },
  { from: 'Session Established', event: 'time passed', guard: 'lifetimeOver', to: 'Session Expired' },
  { from: 'Session Established', event: 'session ended', guard: 'always', to: 'Unauthenticated' },
]

/** A sign-in in some state: of a pending request (`request-1`) until that is answered, of a session (its `sid`) from then on. */
export interface SignInAt {
  readonly id: string
  readonly state: SignInState
}

/** The row that applies. Throws a RangeError when the table has none: the server asked for the impossible. */
export function transitionFor(from: SignInState, event: SignInEvent, facts: SignInFacts): Transition {
  const row = signInTransitions.find((row) => row.from === from && row.event === event && guards[row.guard](facts))
  if (row === undefined) throw new RangeError(`no transition from ${from} on ${event}`)
  return row
}

/** Takes a row: notes it and returns the state that it leads to. */
export function takeTransition(id: string, row: Transition, { note }: Pick<Environment, 'note'>): SignInState {
  note({ type: 'transition', machine: 'sign-in', id, ...row })
  return row.to
}

/** Finds the row that applies and takes it. */
export function moveSignIn(
  { id, state }: SignInAt,
  event: SignInEvent,
  facts: SignInFacts,
  environment: Pick<Environment, 'note'>,
): SignInState {
  return takeTransition(id, transitionFor(state, event, facts), environment)
}
