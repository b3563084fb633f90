/** The verdict on one rule: every check says what it found, so that a run can explain itself from its notes alone. */
import type { Environment } from './environment.ts'
import { type ErrorCode, ProtocolError } from './errors.ts'

/** A rule by its short name and where it stands; clause `policy` when no specification has it. */
export interface Rule {
  readonly rule: string
  readonly clause: string
}

/** What to say when a rule is broken. */
export interface Refusal {
  readonly code: ErrorCode
  /** One sentence that says which rule failed; it becomes `error_description`. */
  readonly message: string
  /** What was sent and what was expected, where comparing them explains the failure. */
  readonly sent?: string | undefined
  readonly expected?: string | undefined
  /** How to mend it. */
  readonly fix?: string
}

/** Notes that a rule holds. */
export function accept(rule: Rule, message: string, { note }: Pick<Environment, 'note'>): void {
  note({ type: 'check', ...rule, passed: true, message })
}

/** Notes that a rule is broken and returns the error to throw, so that `throw refuse(…)` narrows what follows. */
export function refuse(rule: Rule, refusal: Refusal, { note }: Pick<Environment, 'note'>): ProtocolError {
  const { code, message, sent, expected, fix } = refusal
  note({
    type: 'check',
    ...rule,
    passed: false,
    message,
    ...(sent !== undefined && { sent }),
    ...(expected !== undefined && { expected }),
    ...(fix !== undefined && { fix }),
  })
  return new ProtocolError(code, message)
}
