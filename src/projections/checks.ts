/** The rules that were checked for a row of the diagram, and the one that failed. */

import type { Note, Trace } from '../simulation/types.ts'
import { exchangeAt } from './exchanges.ts'
import { eventsOf } from './moments.ts'
import { responseError } from './response-detail.ts'
import type { SequenceRow } from './sequence/types.ts'

/** A rule that an actor checked. */
export type CheckNote = Extract<Note, { readonly type: 'check' }>

/** A checked rule, and who checked it when. */
export interface Check {
  readonly actor: string
  readonly step: number
  readonly check: CheckNote
}

/** Why a row is red. */
export interface Failure {
  /** Who refused or broke down. */
  readonly actor: string
  /** What went wrong, as a sentence. */
  readonly message: string
  /** The wire's name for it, such as `invalid_grant`. */
  readonly error?: string
  readonly rule?: string
  readonly clause?: string
  readonly sent?: string
  readonly expected?: string
  readonly fix?: string
}

/**
 * The rules checked because of a row: by whoever received it in that step, and for a response also those that its server
 * checked before it answered.
 */
export function checksOf(trace: Trace, row: SequenceRow): readonly Check[] {
  const served =
    row.isResponse && row.exchange !== undefined ? exchangeAt(trace, row.exchange, row.step)?.notes : undefined
  const own = eventsOf(trace, row.step).filter((event) => event.type === 'note')
  return [...(served ?? []), ...own]
    .flatMap(({ actor, step, note }) => (note.type === 'check' ? { actor, step, check: note } : []))
    .filter((found, index, all) => all.findIndex(({ check }) => check === found.check) === index)
}

/** Why a row went wrong; `undefined` when it did not. */
export function failureAt(trace: Trace, row: SequenceRow): Failure | undefined {
  const failed = checksOf(trace, row).find(({ check }) => !check.passed)
  const answered = answeredError(trace, row)
  if (failed !== undefined) {
    const { type: _type, passed: _passed, ...check } = failed.check
    return { actor: failed.actor, ...check, ...(answered?.error !== undefined && { error: answered.error }) }
  }
  if (row.tone !== 'error') return undefined
  const broken = eventsOf(trace, row.step).find((event) => event.type === 'failed')
  if (broken !== undefined) return { actor: broken.actor, message: broken.error }
  return answered ?? { actor: row.isResponse ? row.from : row.to, message: `${row.label}: ${row.status}` }
}

/** The error that a response itself names (RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3). */
function answeredError(trace: Trace, row: SequenceRow): Failure | undefined {
  if (!row.isResponse || row.exchange === undefined) return undefined
  const response = exchangeAt(trace, row.exchange, row.step)?.response
  const found = response && responseError(response)
  if (found === undefined) return undefined
  return { actor: row.from, error: found.code, message: found.description ?? `The answer is ${row.label}.` }
}
