/** Requests and their responses, as far as they had come: one of them at a step, or all of a trace. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'
import type { Message, Note, Purpose, Trace, TraceEvent } from '../simulation/types.ts'
import { redirectTarget } from './message-fields.ts'
import { eventsUpTo } from './moments.ts'

/** Where a message is. `discarded`: it arrived, but nobody waited for it any more. */
export type Fate = 'waiting' | 'delivered' | 'lost' | 'discarded'

/** Something noted while an exchange was served. */
interface NotedEvent {
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
  /** The exchange whose redirect led to this one (RFC 9110 §15.4): one hop of a chain. */
  readonly redirectedFrom?: string
  readonly sentAt: number
  /** When the request had arrived. */
  readonly servedAt?: number
  /** The step at which the request arrived or was lost: the number of its arrow. */
  readonly requestStep?: number
  /** Where the response is; absent while the server has not answered. */
  readonly responseFate?: Fate
  /** Present once it has arrived. */
  readonly response?: HttpResponse
  readonly answeredAt?: number
  /** The step at which the response arrived or was lost: the number of its arrow. */
  readonly responseStep?: number
  /** What the server checked, issued and revoked while it served the request. */
  readonly notes: readonly NotedEvent[]
}

type Draft = { -readonly [Key in keyof Omit<ExchangeView, 'notes'>]: ExchangeView[Key] } & {
  readonly notes: NotedEvent[]
}

/** The exchange with this id (the gate id of its request) at a step; `undefined` when it had not begun. */
export function exchangeAt(trace: Trace, exchange: string, step: number): ExchangeView | undefined {
  return follow(eventsUpTo(trace, step)).get(exchange)
}

/** Every exchange of a trace, in the order in which the requests were sent. */
export function exchangesIn(trace: Trace): readonly ExchangeView[] {
  return [...follow(trace).values()]
}

/** The exchanges whose request has arrived or was lost, in the order in which that happened: as the servers saw them. */
export function carriedExchanges(trace: Trace): readonly (ExchangeView & { readonly requestStep: number })[] {
  return exchangesIn(trace)
    .flatMap((view) => (view.requestStep === undefined ? [] : [{ ...view, requestStep: view.requestStep }]))
    .sort((one, other) => one.requestStep - other.requestStep)
}

/** Goes through a trace once. */
function follow(trace: Trace): ReadonlyMap<string, ExchangeView> {
  const views = new Map<string, Draft>()
  /** Responses on the wire, by their gates. */
  const responses = new Map<string, { readonly view: Draft; readonly response: HttpResponse | undefined }>()
  /** By task: the exchange whose redirect its next request may follow, and the address. */
  const redirects = new Map<string, { readonly from: string; readonly url: string }>()

  function held(message: Message, time: number): void {
    if (message.direction === 'request') {
      const { exchange: id, from, to, purpose, request, copyOf } = message
      const redirect = redirects.get(taskOf(id))
      redirects.delete(taskOf(id))
      views.set(id, {
        ...{ id, from, to, purpose, request, requestFate: 'waiting', sentAt: time, notes: [] },
        ...(copyOf !== undefined && { copyOf }),
        ...(redirect?.url === request.url && { redirectedFrom: redirect.from }),
      })
    } else if (message.direction === 'response') {
      const view = views.get(message.exchange)
      if (view === undefined) return
      responses.set(message.gate, { view, response: message.response })
      view.responseFate = 'waiting'
    }
  }

  function moved(gate: string, fate: Fate, { time, step }: TraceEvent): void {
    const sent = views.get(gate)
    const answered = responses.get(gate)
    if (sent !== undefined) {
      sent.requestFate = fate
      sent.requestStep = step
      if (fate === 'delivered') sent.servedAt = time
    } else if (answered !== undefined) {
      const { view, response } = answered
      view.responseFate = fate
      view.responseStep = step
      if (fate === 'lost' || response === undefined) return
      view.response = response
      view.answeredAt ??= time
      const target = redirectTarget(view.request, response)
      if (target === undefined) return
      // A fragment is for the user agent alone; the next request is without it.
      target.hash = ''
      redirects.set(taskOf(view.id), { from: view.id, url: target.href })
    }
  }

  for (const event of trace) {
    if (event.type === 'held') held(event.message, event.time)
    else if (event.type === 'delivered') moved(event.gate, 'delivered', event)
    else if (event.type === 'dropped') moved(event.gate, 'lost', event)
    else if (event.type === 'discarded') moved(event.gate, 'discarded', event)
    else if (event.type === 'rewritten') {
      const view = views.get(event.message.gate)
      if (view !== undefined) view.request = event.message.request
    } else if (event.type === 'note' && event.exchange !== undefined) {
      views.get(event.exchange)?.notes.push({ actor: event.actor, step: event.step, note: event.note })
    }
  }
  return views
}

/** Gates are named `TASK#N`. */
function taskOf(gate: string): string {
  return gate.slice(0, gate.lastIndexOf('#'))
}
