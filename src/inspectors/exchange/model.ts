/** What the exchange inspector says about a step: the request, its answer, what was checked and what a browser refused. */
import {
  type Check,
  checksOf,
  curlCommand,
  type ExchangeView,
  eventsOf,
  exchangeAt,
  type Fate,
} from '../../projections/index.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import type { Purpose, Trace } from '../../simulation/types.ts'
import { type ParameterGroup, parametersOf } from './parameters.ts'
import { type RawMessage, rawRequest, rawResponse } from './raw-http.ts'

/** Something a user agent refused: a cookie, or to let a script read an answer. */
export interface Refusal {
  readonly what: string
  readonly reason: string
}

/** An exchange, ready to be shown. */
export interface ExchangeModel {
  readonly view: ExchangeView
  /** Why the request is made, as a sentence. */
  readonly purpose: string
  readonly request: RawMessage
  /** Where the request is, when it has not arrived as sent. */
  readonly requestFate: string | undefined
  readonly response: RawMessage | undefined
  /** Why there is no response yet, or what became of it. */
  readonly responseFate: string | undefined
  readonly parameters: readonly ParameterGroup[]
  readonly checks: readonly Check[]
  readonly refusals: readonly Refusal[]
  readonly curl: string
}

const PURPOSES: Readonly<Record<Purpose, string>> = {
  navigation: 'A page load: the browser goes there, and the address bar shows it.',
  fetch: 'A call by the page’s script. CORS decides whether the script may read the answer.',
  preflight: 'A CORS preflight: the browser asks whether the script may send the request that follows.',
  backchannel: 'A call that a program makes itself, on a server or elsewhere: no browser sees it.',
  console: 'Sent from the console, from outside the scenario.',
}

/** The exchange of a row as far as it had come; `undefined` for rows without one. */
export function exchangeModel(trace: Trace, row: SequenceRow, cursor: number): ExchangeModel | undefined {
  const view = row.exchange === undefined ? undefined : exchangeAt(trace, row.exchange, cursor)
  if (view === undefined) return undefined
  return {
    view,
    purpose: PURPOSES[view.purpose],
    request: rawRequest(view.request),
    requestFate: requestFate(view.requestFate),
    response: view.response && rawResponse(view.response),
    responseFate: responseFate(view),
    parameters: parametersOf(view),
    checks: checksOf(trace, row),
    refusals: refusalsOf(trace, row.step),
    curl: curlCommand(view.request),
  }
}

/** What user agents refused in a step. */
export function refusalsOf(trace: Trace, step: number): readonly Refusal[] {
  return eventsOf(trace, step).flatMap((event) =>
    event.type === 'refused' ? [{ what: event.what, reason: event.reason }] : [],
  )
}

function requestFate(fate: Fate): string | undefined {
  switch (fate) {
    case 'waiting':
      return 'It is on the wire. The server has not seen it yet.'
    case 'lost':
      return 'It was lost on the wire: the server never saw it, and the sender gets a network error.'
    case 'discarded':
      return 'It arrived, but nobody was waiting for it any more.'
    case 'delivered':
      return undefined
    default:
      return fate satisfies never
  }
}

function responseFate({ requestFate: request, responseFate: response }: ExchangeView): string | undefined {
  switch (response) {
    case undefined:
      return request === 'delivered' ? 'The server is still working on it.' : undefined
    case 'waiting':
      return 'The server has answered. The answer has not arrived yet.'
    case 'lost':
      return 'It was lost on the wire: the server has done its work, and the client will never know.'
    case 'discarded':
      return 'It arrived, but nobody was waiting for it any more.'
    case 'delivered':
      return undefined
    default:
      return response satisfies never
  }
}
