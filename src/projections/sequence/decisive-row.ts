/** The row that decided a run which came to a bad end. */
import type { SequenceRow } from './types.ts'

/**
 * The last refusal that whoever was refused did not get over; `undefined` where there is none: then what is wrong is that something worked. A
 * refusal after which the same request was sent again and answered well, such as a 401 before a sign-in or a refresh, decided nothing, and
 * neither did an answer that only means: ask again later.
 */
export function decisiveRow(rows: readonly SequenceRow[]): SequenceRow | undefined {
  return rows.findLast((row) => row.tone === 'error' && !isPending(row) && !isOvercome(row, rows))
}

/** `authorization_pending`: the person has not decided yet (RFC 8628 §3.5). */
function isPending({ label }: SequenceRow): boolean {
  return label.endsWith(' authorization_pending')
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
