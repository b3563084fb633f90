/** The region of the client's code behind a row. */
import { eventsOf } from '../../projections/index.ts'
import { eventsUpTo } from '../../projections/moments.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import type { CodeSource } from '../contract.ts'

/** The region that made the row's message, or that ran because of what a person did. */
export function regionOfRow(trace: Trace, row: SequenceRow | undefined, code: CodeSource): string | undefined {
  if (row === undefined) return undefined
  const messages = row.exchange === undefined ? sentIn(eventsOf(trace, row.step)) : exchange(trace, row, row.exchange)
  return messages.map((message) => code.regionOf(message)).find((region) => region !== undefined)
}

function exchange(trace: Trace, row: SequenceRow, id: string): Message[] {
  return sentIn(eventsUpTo(trace, row.step)).filter((message) => message.exchange === id)
}

/** The requests that were put on the wire. */
export function sentIn(events: Trace): Message[] {
  return events.flatMap((event) =>
    event.type === 'held' && event.message.direction === 'request' ? [event.message] : [],
  )
}
