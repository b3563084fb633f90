/** A trace by its exchanges, each with the answer as soon as it is on the wire: what narration looks things up in. */
import { type FormFields, type HttpRequest, type HttpResponse, header, mediaType, parseForm } from '../../http/index.ts'
import { parseJsonObject } from '../../lib/json.ts'
import { remember } from '../../lib/remember.ts'
import type { Note, Purpose, Trace } from '../../simulation/types.ts'
import { exchangesIn } from '../exchanges.ts'
import { formBody, redirectFields } from '../message-fields.ts'

/** An exchange as far as it had come at a step. */
export interface Told {
  readonly id: string
  /** Actor ids of the client and the server. */
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  /** True for the copy that a person put on the wire. */
  readonly isCopy: boolean
  readonly request: HttpRequest
  /** What the request carries in its query, its form or its JSON body, by name. */
  readonly fields: ReadonlyMap<string, string>
  /** The redirect that led to it, when one did. */
  readonly redirect?: HttpResponse
  /** The answer, once the server has given it, whether it has arrived or not. */
  readonly answer?: HttpResponse
  /** What its server noted while it served it. */
  readonly notes: readonly { readonly actor: string; readonly note: Note }[]
}

/** All exchanges of a trace. */
interface TraceRecord {
  readonly exchanges: ReadonlyMap<string, ReturnType<typeof exchangesIn>[number]>
  readonly answers: ReadonlyMap<string, { readonly response: HttpResponse; readonly step: number }>
}

/** An exchange with what was known of it at a step; `undefined` for one that the trace does not have. */
export function toldAt(trace: Trace, exchange: string | undefined, step: number): Told | undefined {
  const { exchanges, answers } = recordOf(trace)
  const view = exchange === undefined ? undefined : exchanges.get(exchange)
  if (view === undefined) return undefined
  const { id, from, to, purpose, copyOf, request, redirectedFrom, notes } = view
  const answer = answers.get(id)
  const redirect = redirectedFrom === undefined ? undefined : answers.get(redirectedFrom)?.response
  return {
    ...{ id, from, to, purpose, request },
    isCopy: copyOf !== undefined,
    fields: fieldsOf(request),
    notes: notes.filter((noted) => noted.step <= step),
    ...(redirect !== undefined && { redirect }),
    ...(answer !== undefined && answer.step <= step && { answer: answer.response }),
  }
}

/** The actor at an origin that somebody was sent to until a step, in order to sign in. */
export function serverAt(trace: Trace, origin: string, step: number): string | undefined {
  return trace
    .filter((event) => event.step <= step)
    .flatMap((event) => (event.type === 'held' && event.message.direction === 'request' ? [event.message] : []))
    .find(({ request }) => {
      const url = new URL(request.url)
      return url.origin === origin && url.searchParams.has('response_type')
    })?.to
}

/** The calls that a server made in order to answer an exchange, the newest first. */
export function callsFor(trace: Trace, exchange: string, step: number): readonly Told[] {
  return [...recordOf(trace).exchanges.keys()]
    .filter((id) => id.slice(id.indexOf('@') + 1, id.lastIndexOf('#')) === exchange)
    .reverse()
    .flatMap((id) => toldAt(trace, id, step) ?? [])
}

/** True when one of these notes fits. */
export function hasNote({ notes }: Told, fits: (note: Note) => boolean): boolean {
  return notes.some(({ note }) => fits(note))
}

/** True when something happened to an artifact: `issued`, `ended`, `revoked` … */
export function hasLifecycle(told: Told, artifact: string, ...changes: readonly string[]): boolean {
  return hasNote(
    told,
    (note) => note.type === 'lifecycle' && note.artifact === artifact && changes.includes(note.change),
  )
}

/** True when a rule was checked and held. */
export function hasPassed(told: Told, rule: string): boolean {
  return hasNote(told, (note) => note.type === 'check' && note.rule === rule && note.passed)
}

/** The parameters of the address that a response leads to, in its query and its fragment. */
export function targetFields(response: HttpResponse | undefined): ReadonlyMap<string, string> {
  if (response === undefined || header(response, 'location') === undefined) return new Map()
  const { query, fragment } = redirectFields(response)
  return new Map([...fragment, ...query])
}

/** False when the token that a request carries was given to somebody else and never to its sender. */
export function carriesOwnToken(trace: Trace, { from, request, fields }: Told, step: number): boolean {
  const token = fields.get('refresh_token') ?? /^\w+ (.+)$/.exec(header(request, 'authorization') ?? '')?.[1] ?? ''
  const { answers, exchanges } = recordOf(trace)
  const receivers = [...answers].flatMap(([id, { response, step: given }]) => {
    const isCarrier = given <= step && `${header(response, 'location') ?? ''} ${response.body}`.includes(token)
    return isCarrier ? (exchanges.get(id)?.from ?? []) : []
  })
  return token === '' || receivers.length === 0 || receivers.includes(from)
}

const recordOf = remember((trace: Trace): TraceRecord => {
  const answers = new Map<string, { response: HttpResponse; step: number }>()
  for (const event of trace) {
    if (event.type !== 'held' || event.message.response === undefined) continue
    answers.set(event.message.exchange, { response: event.message.response, step: event.step })
  }
  return { exchanges: new Map(exchangesIn(trace).map((view) => [view.id, view])), answers }
})

function fieldsOf(request: HttpRequest): ReadonlyMap<string, string> {
  const query = parseForm(new URL(request.url).search)
  const members = mediaType(request).endsWith('json') ? (parseJsonObject(request.body) ?? {}) : {}
  const json: FormFields = Object.entries(members).map(([name, value]) => [name, String(value)])
  return new Map([...json, ...formBody(request), ...query])
}
