/** The verdict on a second factor: it held, or it failed under a stable code that people search for. */

import type { Environment } from '../environment.ts'
import { accept, refuse } from '../verdict.ts'

/** Why a second factor was refused. The codes are our own and stable: a note's rule, and what the page shows. */
export type FactorFailureCode =
  | 'otp_invalid'
  | 'otp_expired'
  | 'otp_reused'
  | 'otp_clock_skew'
  | 'too_many_attempts'
  | 'push_denied'
  | 'push_timeout'
  | 'push_number_mismatch'
  | 'too_many_prompts'
  | 'factor_not_enrolled'

/** What came of an answer. */
export type FactorVerdict =
  /** `method` is the factor's `amr` value (RFC 8176 §2). */
  | { readonly type: 'passed'; readonly method: string }
  | { readonly type: 'failed'; readonly code: FactorFailureCode; readonly message: string }
  /** A prompt was not answered yet: neither good nor bad. */
  | { readonly type: 'waiting' }

/** Notes that a factor held. */
export function passFactor(
  factor: { readonly rule: string; readonly clause: string; readonly method: string },
  message: string,
  environment: Pick<Environment, 'note'>,
): FactorVerdict {
  const { rule, clause, method } = factor
  accept({ rule, clause }, message, environment)
  return { type: 'passed', method }
}

/** Notes why a factor was refused. The message is for the person, the fix for both. */
export function failFactor(
  code: FactorFailureCode,
  failure: {
    readonly clause: string
    readonly message: string
    readonly fix: string
    readonly sent?: string
    readonly expected?: string
  },
  environment: Pick<Environment, 'note'>,
): FactorVerdict {
  const { clause, message, ...rest } = failure
  refuse({ rule: code, clause }, { code: 'access_denied', message, ...rest }, environment)
  return { type: 'failed', code, message: `${message} ${failure.fix}` }
}
