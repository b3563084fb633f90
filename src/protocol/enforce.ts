/** One checked rule: its verdict goes into the notes, and its failure into the refusal. */

import { challengeError, type Refusal, type TokenScheme } from './challenge.ts'
import type { Environment } from './environment.ts'
import { ProtocolError } from './errors.ts'

/** A rule with its verdict and the sentences for both outcomes. */
export interface Rule {
  /** Short name, such as `audience`. */
  readonly rule: string
  /** Where it stands, such as `RFC 9068 §4`. */
  readonly clause: string
  readonly holds: boolean
  /** What to say when it holds. */
  readonly success: string
  /** What to say when it doesn't; the `error_description` too. */
  readonly failure: string
  readonly sent?: string | undefined
  readonly expected?: string | undefined
  /** How a client mends it. */
  readonly fix: string
}

/** Takes a rule: notes its verdict, and throws the refusal (`invalid_token` unless another is given) when it doesn't hold. */
export type Enforce = (rule: Rule, refusal?: Omit<Refusal, 'description'>) => void

/**
 * Enforcement of a protected resource: reports to `note` and challenges by `scheme` in the name of `realm`, with the address of its
 * metadata where that is given (RFC 9728 §5.1). Throws ProtocolError.
 */
export function createEnforce(
  note: Environment['note'],
  realm: string,
  scheme: TokenScheme = 'Bearer',
  resource_metadata?: string,
): Enforce {
  return enforcement(note, (refusal) =>
    challengeError(realm, {
      scheme,
      ...refusal,
      ...(resource_metadata !== undefined && { parameters: { ...refusal.parameters, resource_metadata } }),
    }),
  )
}

/** Enforcement of an endpoint that answers in JSON and challenges nobody (RFC 6749 §5.2). Throws ProtocolError. */
export function createPlainEnforce(note: Environment['note']): Enforce {
  return enforcement(note, ({ code, description }) => new ProtocolError(code, description))
}

function enforcement(note: Environment['note'], toError: (refusal: Refusal) => ProtocolError): Enforce {
  return ({ rule, clause, holds, success, failure, sent, expected, fix }, refusal = { code: 'invalid_token' }) => {
    note({
      type: 'check',
      rule,
      clause,
      passed: holds,
      message: holds ? success : failure,
      ...(sent === undefined ? {} : { sent }),
      ...(expected === undefined ? {} : { expected }),
      ...(holds ? {} : { fix }),
    })
    if (!holds) throw toError({ ...refusal, description: failure })
  }
}

/** Enforces that a value is there, and returns it. */
export function enforcePresent<T>(value: T | undefined, rule: Omit<Rule, 'holds'>, enforce: Enforce): T {
  enforce({ ...rule, holds: value !== undefined })
  return value as T
}
