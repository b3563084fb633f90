/** One request and its response, as far as they had come at a step. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'
import type { Note, Purpose, Trace } from '../simulation/types.ts'
import { eventsUpTo } from './moments.ts'

/** Where a message is. `discarded`: it arrived, but nobody waited for it any more. */
export type Fate = 'waiting' | 'delivered' | 'lost' | 'discarded'

/** Something noted while an exchange was served. */
export interface NotedEvent {
  readonly actor: string
  readonly step: number
  readonly note: Note
}

/** An exchange at a step. Times are virtual epoch milliseconds. */
export interface ExchangeView {
  readonly id: string
  /** Actor ids of the client and the server. */
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  /** The exchange that this one is a copy of. */
  readonly copyOf?: string
  /** As it was at that step: a rewrite may have changed it. */
  readonly request: HttpRequest
  readonly requestFate: Fate
  readonly sentAt: number
  /** When the request had arrived. */
  readonly servedAt?: number
  /** Where the response is; absent while the server has not answered. */
  readonly responseFate?: Fate
  /** Present once it has arrived. */
  readonly response?: HttpResponse
  readonly answeredAt?: number
  /** What the server checked, issued and revoked while it served the request. */
  readonly notes: readonly NotedEvent[]
}

type Draft = { -readonly [Key in keyof ExchangeView]: ExchangeView[Key] }

/** The exchange with this id (the gate id of its request) at a step; `undefined` when it had not begun. */
export function exchangeAt(trace: Trace, exchange: string, step: number): ExchangeView | undefined {
  const notes: NotedEvent[] = []
  let view: Draft | undefined
  let responseGate: string | undefined
  let response: HttpResponse | undefined

  function moved(gate: string, fate: Fate, time: number): void {
    if (view === undefined) return
    if (gate === exchange) {
      view.requestFate = fate
      if (fate === 'delivered') view.servedAt = time
    } else if (gate === responseGate) {
      view.responseFate = fate
      if (fate === 'lost' || response === undefined) return
      view.response = response
      view.answeredAt ??= time
    }
  }

  for (const event of eventsUpTo(trace, step)) {
    if (event.type === 'held' && event.message.exchange === exchange) {
      const { message } = event
      if (message.direction === 'request') {
        const { from, to, purpose, request, copyOf } = message
        const ends = { id: exchange, from, to, purpose, ...(copyOf !== undefined && { copyOf }) }
        view = { ...ends, request, requestFate: 'waiting', sentAt: event.time, notes }
      } else if (message.direction === 'response' && view !== undefined) {
        responseGate = message.gate
        response = message.response
        view.responseFate = 'waiting'
      }
    } else if (event.type === 'rewritten' && event.message.gate === exchange && view !== undefined) {
      view.request = event.message.request
    } else if (event.type === 'note' && event.exchange === exchange) {
      notes.push({ actor: event.actor, step: event.step, note: event.note })
    } else if (event.type === 'delivered') moved(event.gate, 'delivered', event.time)
    else if (event.type === 'dropped') moved(event.gate, 'lost', event.time)
    else if (event.type === 'discarded') moved(event.gate, 'discarded', event.time)
  }
  return view
}
