/** The exchanges of a run that another program can repeat: what a client sends, and what it is told. */

import { type HeaderLine, type HttpRequest, type HttpResponse, mediaType, parseForm } from '../../http/index.ts'
import { fromUtf8, utf8 } from '../../lib/encoding.ts'
import { parseJson } from '../../lib/json.ts'
import { carriedExchanges, type ExchangeView } from '../../projections/index.ts'
import { requestLabel } from '../../projections/labels.ts'
import type { ExportableRun } from '../contract.ts'

/** One exchange. What is written as source has only what the file needs, in its order. */
export interface RecordedCall {
  readonly step: number
  /** `Step 3: Browser → Authorization Server, GET /authorize`. One line. */
  readonly title: string
  /** Seconds of virtual time since the call before. */
  readonly secondsLater: number
  /** The address without its query: with the method, what an endpoint is known by. */
  readonly endpoint: string
  /** Of the query and the form, and the Authorization header: what tells requests to an endpoint apart. */
  readonly parameters: Readonly<Record<string, string>>
  readonly request: SentRequest
  readonly response: RecordedResponse | 'lost'
}

/** What `fetch` is given. */
interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** A response as source. JSON that would be written differently again is text. */
export interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly json: unknown
  /** The lines of a body that is not JSON. */
  readonly lines: readonly string[] | undefined
}

/** What MSW has handlers for. Of the others `fetch` refuses CONNECT, TRACE and TRACK (Fetch §2.2.1). */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Headers that a client writes itself, or that only a browser may write. */
const LEFT_OUT = /^(?:host|content-length|sec-fetch-.*)$/i

/** What can stand in a field at all (RFC 9110 §5.1, §5.5); `fetch` throws at the rest. */
const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** Every exchange that came to an end, in the order in which the servers saw them. */
export function recordedCalls({ trace, model }: ExportableRun): RecordedCall[] {
  const titles = new Map(model.lanes.map((lane) => [lane.id, lane.title]))
  const title = (actor: string) => titles.get(actor) ?? actor
  let before = Number.POSITIVE_INFINITY
  return carriedExchanges(trace).flatMap((exchange) => {
    const { request, requestStep, from, to, servedAt = before } = exchange
    const response = recordedResponse(exchange)
    const method = request.method.toUpperCase()
    if (response === undefined || !METHODS.includes(method)) return []
    const secondsLater = Math.max(0, (servedAt - before) / 1000)
    before = servedAt
    const sent = sentRequest(request, method)
    const { origin, pathname } = new URL(request.url)
    return {
      step: requestStep,
      title: oneLine(`Step ${requestStep}: ${title(from)} → ${title(to)}, ${requestLabel(request).label}`),
      secondsLater,
      endpoint: origin + pathname,
      parameters: parametersOf(sent),
      request: sent,
      response,
    }
  })
}

/** A text without line ends, for a comment or a title. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function sentRequest({ url, headers, body }: HttpRequest, method: string): SentRequest {
  const kept = headers.filter(([name]) => !LEFT_OUT.test(name))
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD'
  return {
    method,
    url: new URL(url).href,
    headers: fields(kept, (values) => values.join(', ')),
    body: hasBody ? wellFormed(body) : undefined,
  }
}

/** As `src/answers.ts` of the project reads them: each request then fits its own answer best, and the run repeats itself. */
function parametersOf({ url, headers, body = '' }: SentRequest): Readonly<Record<string, string>> {
  const isForm = /^application\/x-www-form-urlencoded *(?:;|$)/i.test(headers['content-type'] ?? '')
  const { authorization } = headers
  return Object.fromEntries([
    ...parseForm(new URL(url).search),
    ...(isForm ? parseForm(body) : []),
    ...(authorization === undefined ? [] : [['authorization', authorization] as const]),
  ])
}

/** What the client was told; `undefined` when it still waits. */
function recordedResponse({ requestFate, responseFate, response }: ExchangeView): RecordedCall['response'] | undefined {
  if (requestFate === 'lost' || responseFate === 'lost') return 'lost'
  if (response === undefined) return undefined
  const body = wellFormed(response.body)
  const json = jsonOf(response, body)
  return {
    status: response.status,
    headers: fields(response.headers, (values) => (values.length === 1 ? (values[0] ?? '') : values)),
    json,
    lines: json !== undefined || body === '' ? undefined : body.split('\n'),
  }
}

function jsonOf(response: HttpResponse, body: string): unknown {
  if (!mediaType(response).endsWith('json')) return undefined
  const value = parseJson(body)
  return JSON.stringify(value) === body ? value : undefined
}

/** A text as it comes out of a body: lone surrogates replaced, a byte order mark gone. */
function wellFormed(text: string): string {
  return fromUtf8(utf8(text))
}

/** Header lines by name; `join` makes one of several. */
function fields<Value>(
  lines: readonly HeaderLine[],
  join: (values: readonly string[]) => Value,
): Readonly<Record<string, Value>> {
  const byName = new Map<string, string[]>()
  for (const [name, value] of lines) {
    if (!FIELD_NAME.test(name) || !FIELD_VALUE.test(value)) continue
    const key = name.toLowerCase()
    byName.set(key, [...(byName.get(key) ?? []), value.replace(/^[\t ]+|[\t ]+$/g, '')])
  }
  return Object.fromEntries([...byName].map(([name, values]) => [name, join(values)]))
}
