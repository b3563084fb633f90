/** What a rule over a recorded login is: one clause, what it finds, how to fix it, and the run that shows it. */
import type { Login } from '../login.ts'
import type { LoginExchange } from '../recognition.ts'

/** A run of the playground: `failure` breaks the rule before one's eyes, `remedy` shows how it is kept. */
export interface NearestRun {
  readonly scenario: string
  readonly outcome: string
  readonly shows: 'failure' | 'remedy'
}

/** A value of the recording, with the name that it stands under: what may be shown of it depends on that. */
export interface Evidence {
  readonly name: string
  readonly value: string
}

/** One place where a rule was checked. */
export interface Verdict {
  readonly exchange: LoginExchange
  readonly part: 'request' | 'response'
  /** Absent where the rule holds. */
  readonly problem?: Problem
}

/** How a rule is broken. `message` has nothing of the recording in it but error codes. */
export interface Problem {
  readonly message: string
  readonly sent?: Evidence
  readonly expected?: Evidence
  /** What a server wrote about it for people. */
  readonly description?: string
  /** The exchange as text, where it holds an error that may be known; it is looked at and never shown. */
  readonly evidence?: string
  /** In place of the rule's own. */
  readonly fix?: string
  readonly see?: NearestRun
}

/** A rule. */
export interface Rule {
  readonly id: string
  /** The rule as a sentence that holds or does not. */
  readonly title: string
  /** Where it stands; `policy` when no specification has it. */
  readonly clause: string
  /** `breaks`: the login fails or is attacked. `weakens`: it works, and could be safer. */
  readonly weight: 'breaks' | 'weakens'
  readonly fix: string
  /** True for a rule that misses answers: it is left out where a file holds requests alone. */
  readonly needsAnswers?: boolean
  /** Absent while no flow of the playground shows it. */
  readonly see?: NearestRun
  /** One verdict for each place that it concerns; none when it concerns nothing here. */
  check(login: Login): readonly Verdict[] | Promise<readonly Verdict[]>
}

/** A run in which a rule is broken. */
export function fails(scenario: string, outcome: string): NearestRun {
  return { scenario, outcome, shows: 'failure' }
}

/** A run in which it is kept. */
export function works(scenario: string, outcome: string): NearestRun {
  return { scenario, outcome, shows: 'remedy' }
}

/** The verdict at a request. */
export function atRequest(exchange: LoginExchange, problem: Problem | false | undefined): Verdict {
  return { exchange, part: 'request', ...(problem && { problem }) }
}

/** The verdict at a response. */
export function atResponse(exchange: LoginExchange, problem: Problem | false | undefined): Verdict {
  return { exchange, part: 'response', ...(problem && { problem }) }
}
