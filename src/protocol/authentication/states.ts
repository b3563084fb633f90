/**
 * The sign-in state machine: one transition table with named guards.
 *
 * The server runs on this table, and the state diagram and the guard table of a document are drawn from it.
 */

/** Where a sign-in stands. */
export type SignInState =
  | 'Unauthenticated'
  | 'Primary Auth Passed'
  | 'MFA Challenge Issued'
  | 'MFA Verified'
  | 'Session Established'
  | 'Session Expired'

/** What can happen to a sign-in. */
export type SignInEvent =
  | 'password submitted'
  | 'factor submitted'
  | 'session started'
  | 'request arrived'
  | 'time passed'
  | 'session ended'

/** The facts that guards decide on. A fact that nobody established counts as false. */
export interface SignInFacts {
  readonly credentialsMatch?: boolean
  readonly secondFactorDue?: boolean
  readonly factorVerified?: boolean
  readonly lifetimeOver?: boolean
}

/** Guards by name: each one a claim about the facts. */
export const guards = {
  credentialsMatch: (facts: SignInFacts) => facts.credentialsMatch === true,
  credentialsDiffer: (facts: SignInFacts) => facts.credentialsMatch !== true,
  secondFactorDue: (facts: SignInFacts) => facts.secondFactorDue === true,
  noSecondFactorDue: (facts: SignInFacts) => facts.secondFactorDue !== true,
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

/** The table. For each state and event the guards are complete and exclude each other, so that exactly one row applies. */
export const signInTransitions: readonly Transition[] = [
  { from: 'Unauthenticated', event: 'password submitted', guard: 'credentialsMatch', to: 'Primary Auth Passed' },
  { from: 'Unauthenticated', event: 'password submitted', guard: 'credentialsDiffer', to: 'Unauthenticated' },
  { from: 'Primary Auth Passed', event: 'session started', guard: 'noSecondFactorDue', to: 'Session Established' },
  { from: 'Primary Auth Passed', event: 'session started', guard: 'secondFactorDue', to: 'MFA Challenge Issued' },
  { from: 'MFA Challenge Issued', event: 'factor submitted', guard: 'factorVerified', to: 'MFA Verified' },
  { from: 'MFA Challenge Issued', event: 'factor submitted', guard: 'factorRefused', to: 'MFA Challenge Issued' },
  { from: 'MFA Verified', event: 'session started', guard: 'noSecondFactorDue', to: 'Session Established' },
  { from: 'MFA Verified', event: 'session started', guard: 'secondFactorDue', to: 'MFA Challenge Issued' },
  { from: 'Session Established', event: 'request arrived', guard: 'noSecondFactorDue', to: 'Session Established' },
  { from: 'Session Established', event: 'request arrived', guard: 'secondFactorDue', to: 'MFA Challenge Issued' },
  { from: 'Session Established', event: 'time passed', guard: 'lifetimeLeft', to: 'Session Established' },
  { from: 'Session Established', event: 'time passed', guard: 'lifetimeOver', to: 'Session Expired' },
  { from: 'Session Established', event: 'session ended', guard: 'always', to: 'Unauthenticated' },
]

/** The state after an event. Throws a RangeError when the table has no row for it: the server asked for the impossible. */
export function nextState(from: SignInState, event: SignInEvent, facts: SignInFacts): SignInState {
  const row = signInTransitions.find((row) => row.from === from && row.event === event && guards[row.guard](facts))
  if (row === undefined) throw new RangeError(`no transition from ${from} on ${event}`)
  return row.to
}
