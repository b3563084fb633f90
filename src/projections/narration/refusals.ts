/** What a row that went wrong says to a newcomer: who stops, and why, first. */
import type { HttpResponse } from '../../http/index.ts'
import type { Trace } from '../../simulation/types.ts'
import { type Failure, failureAt } from '../checks.ts'
import { redirectTarget } from '../message-fields.ts'
import { eventsOf } from '../moments.ts'
import type { SequenceRow } from '../sequence/types.ts'
import type { NameOf } from './names.ts'
import { pageOf } from './pages.ts'
import { reasonOf } from './reasons.ts'
import { callsFor, type Told, targetFields } from './record.ts'
import type { RequestKind } from './request-kind.ts'
import type { Words } from './words.ts'

/** What went wrong in an exchange, and who says so. */
interface Refusal {
  readonly failure: Failure
  /** True when it is the answer itself that refuses; false when its receiver cannot go on. */
  readonly isAnswer: boolean
}

/** Narrates a red row. */
export function narrateRefusal(
  trace: Trace,
  row: SequenceRow,
  told: Told | undefined,
  { kind, name }: { readonly kind: RequestKind; readonly name: NameOf },
): Words {
  if (kind === 'preflight' && told?.answer !== undefined) {
    return {
      sentence: `${name(told.to)} refuses: scripts of that site may not call it.`,
      why: 'So the browser keeps the call itself back. All that the script learns is that it has failed.',
    }
  }
  const { failure, isAnswer } = refusalOf(trace, row, told)
  const { reason, why } = reasonOf(failure, told?.answer?.status)
  const actor = name(failure.actor)
  if (!isAnswer || told?.answer === undefined) return { sentence: `${actor} stops: ${reason}.`, why }
  return { sentence: `${name(told.to)} ${verb(told, told.answer, kind)}: ${reason}.`, why }
}

function refusalOf(trace: Trace, row: SequenceRow, told: Told | undefined): Refusal {
  const events = eventsOf(trace, row.step)
  const own = events.find(
    (event) =>
      event.type === 'note' && event.note.type === 'check' && !event.note.passed && event.exchange === undefined,
  )
  const failure: Failure =
    own?.type === 'note' && own.note.type === 'check'
      ? { actor: own.actor, rule: own.note.rule, clause: own.note.clause, message: own.note.message }
      : (failureAt(trace, row) ?? { actor: row.to, message: `${row.label}: ${row.status}.` })
  const isServed = told !== undefined && row.isResponse && own === undefined
  if (!isServed || failure.rule !== undefined) return { failure, isAnswer: isServed }
  // A server that was itself refused passes that on, and says no more than that it did not work.
  for (const call of callsFor(trace, told.id, row.step)) {
    const check = call.notes.map(({ note }) => note).find((note) => note.type === 'check' && !note.passed)
    if (check?.type !== 'check') continue
    const { rule, clause, message } = check
    return { failure: { actor: row.from, rule, clause, message }, isAnswer: true }
  }
  // What came back without a sign-in says why in its own parameters (RFC 6749 §4.1.2.1).
  const error = told.fields.get('error')
  return { failure: error === undefined ? failure : { ...failure, error }, isAnswer: true }
}

function verb(told: Told, answer: HttpResponse, kind: RequestKind): string {
  if (kind === 'introspection') return 'says no'
  if (redirectTarget(told.request, answer) !== undefined) {
    if (kind === 'logout' || kind === 'logout-answer') return 'sends the browser back'
    if (targetFields(answer).has('response_type')) return 'wants a new sign-in'
    return answer.headers.some(([name, value]) => name === 'location' && /[?&#]error=/.test(value))
      ? 'sends the browser back'
      : 'wants a second proof'
  }
  switch (pageOf(answer)) {
    case 'sign-in':
      return kind === 'password' ? 'asks again' : 'wants a new sign-in'
    case 'second-factor':
    case 'consent':
    case 'logout':
      return 'asks again'
    case 'other':
      return 'shows an error page'
    default:
      return 'refuses'
  }
}
