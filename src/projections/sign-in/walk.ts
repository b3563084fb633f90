/** The way of a sign-in through the server's transition table, as the server noted it. */
import type { Trace } from '../../simulation/types.ts'
import { eventsUpTo } from '../moments.ts'

/** One row of a transition table, as `protocol` declares it. */
export interface TableRow {
  readonly from: string
  readonly event: string
  readonly guard: string
  readonly to: string
}

/** A row of the table that applied, when, and what went through it: a pending request or a session. */
export interface Firing<Row extends TableRow = TableRow> {
  readonly step: number
  readonly id: string
  readonly row: Row
}

/** Where the sign-in stands that moved last, and every row that applied on the way, oldest first. */
export interface SignInWalk<Row extends TableRow = TableRow> {
  readonly state: string
  readonly firings: readonly Firing<Row>[]
}

/** Walks the table up to a step. Before anything applied, a sign-in stands where the table begins. */
export function signInWalk<Row extends TableRow>(trace: Trace, step: number, table: readonly Row[]): SignInWalk<Row> {
  const firings = eventsUpTo(trace, step).flatMap(({ step, ...event }): Firing<Row>[] => {
    if (event.type !== 'note' || event.note.type !== 'transition' || event.note.machine !== 'sign-in') return []
    const { note } = event
    const row = table.find(
      ({ from, event, guard }) => from === note.from && event === note.event && guard === note.guard,
    )
    return row === undefined ? [] : [{ step, id: note.id, row }]
  })
  return { state: firings.at(-1)?.row.to ?? table[0]?.from ?? '', firings }
}
