/** The row that decided how a run ended. */
import { header } from '../../http/index.ts'
import type { Trace } from '../../simulation/types.ts'
import { failureAt } from '../checks.ts'
import { exchangesIn } from '../exchanges.ts'
import type { Lane, SequenceModel, SequenceRow } from './types.ts'

/**
 * The last refusal that whoever was refused did not get over. Where there is none, what is wrong is that something worked: then the last
 * answer to a request that nobody had made and that ended something, and `undefined` without one. A refusal after which the same request
 * was sent again and answered well, such as a 401 before a sign-in or a refresh, decided nothing, and neither did an answer that only
 * means: ask again later, nor any where an attacker got what they wanted in the end. An error page for what another party refused decided
 * nothing either: that party did.
 */
export function decisiveRow(
  { rows, lanes }: Pick<SequenceModel, 'rows' | 'lanes'>,
  trace: Trace,
): SequenceRow | undefined {
  const end = rows.findLast(({ kind }) => kind === 'message')
  if (end?.isResponse === true && end.tone === 'ok' && isAttacker(end.to, lanes)) return undefined
  const last = rows.findLast(
    (row) => row.tone === 'error' && !isPending(row) && !isOvercome(row, rows) && !hasLedToRefresh(row, rows),
  )
  return last ? originOf(last, rows, trace) : endedUnasked(rows, trace)
}

/** The row that decided an end: any bad one, and a good one that is a refusal. `undefined` where the run just went on until it was there. */
export function decisiveRowOf(
  result: 'success' | 'failure',
  model: Pick<SequenceModel, 'rows' | 'lanes'>,
  trace: Trace,
): SequenceRow | undefined {
  const isRefusal = result === 'failure' || model.rows.at(-1)?.tone === 'error'
  return isRefusal ? decisiveRow(model, trace) : undefined
}

/** The last answer to a prefetch that ended something, such as a session: a safe request must not (RFC 9110 §9.2.1). */
function endedUnasked(rows: readonly SequenceRow[], trace: Trace): SequenceRow | undefined {
  const exchanges = exchangesIn(trace)
    .filter(({ request }) => header(request, 'sec-purpose')?.startsWith('prefetch'))
    .filter(({ notes }) => notes.some(({ note }) => note.type === 'lifecycle' && note.change === 'ended'))
  return rows.findLast((row) => row.isResponse && exchanges.some(({ id }) => id === row.exchange))
}

function isAttacker(actor: string, lanes: readonly Lane[]): boolean {
  return lanes.some(({ id, kind }) => id === actor && kind === 'attacker')
}

/** Where an answer that rests on no rule of its own passes on what went wrong before: there; each other row itself. */
export function originOf(answer: SequenceRow, rows: readonly SequenceRow[], trace: Trace): SequenceRow {
  const request = requestOf(answer.exchange, rows)
  if (!answer.isResponse || request === undefined || failureAt(trace, answer)?.rule !== undefined) return answer
  const before = rows.slice(0, answer.index).filter(({ tone }) => tone === 'error')
  const meanwhile = before.findLast((row) => row.index > request.index && receiverOf(row) === answer.from)
  const origin = meanwhile ?? before.find((row) => row.index === request.index - 1 && isRedirectTo(request, row))
  return origin === undefined ? answer : originOf(origin, rows, trace)
}

/** Who learns from a row that something went wrong: the one it was sent to, or its sender where it reached nobody. */
function receiverOf({ isResponse, from, to }: SequenceRow): string {
  return isResponse ? to : from
}

/** True when a request is what the redirect before it led to: an error response of an authorization endpoint (RFC 6749 §4.1.2.1). */
function isRedirectTo(request: SequenceRow, redirect: SequenceRow): boolean {
  return redirect.isResponse && redirect.to === request.from && redirect.label.startsWith('30')
}

/** `authorization_pending`: the person has not decided yet (RFC 8628 §3.5). */
function isPending({ label }: SequenceRow): boolean {
  return label.endsWith(' authorization_pending')
}

/**
 * A 401 of an API (RFC 6750 §3.1) after which new tokens were asked for, or a request was held up on its way: what came of that
 * decided, or that nothing did.
 */
function hasLedToRefresh({ index, label }: SequenceRow, rows: readonly SequenceRow[]): boolean {
  const isTried = (row: SequenceRow) => row.kind === 'wire' || row.label.includes('grant_type=refresh_token')
  return label.startsWith('401 ') && rows.slice(index + 1).some(isTried)
}

function isOvercome({ index, exchange }: SequenceRow, rows: readonly SequenceRow[]): boolean {
  const refused = requestOf(exchange, rows)
  return rows
    .slice(index + 1)
    .filter(({ isResponse, tone }) => isResponse && tone === 'ok')
    .map((answer) => requestOf(answer.exchange, rows))
    .some((again) => again !== undefined && again.index > index && isSame(again, refused))
}

function requestOf(exchange: string | undefined, rows: readonly SequenceRow[]): SequenceRow | undefined {
  return rows.find((row) => row.kind === 'message' && row.exchange === exchange && !row.isResponse)
}

function isSame(one: SequenceRow, other: SequenceRow | undefined): boolean {
  return one.from === other?.from && one.to === other.to && withoutToken(one) === withoutToken(other)
}

function withoutToken({ text }: SequenceRow): string {
  return text.replace(/ Authorization: .*$/, '')
}
