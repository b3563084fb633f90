/** One entry of a HAR, checked and brought down to what matters here (http://www.softwareishard.com/blog/har-12-spec/#entries). */
import * as v from 'valibot'
import {
  type HeaderLine,
  type HttpRequest,
  type HttpResponse,
  header,
  mediaType,
  serialiseForm,
} from '../../http/index.ts'
import { fromUtf8 } from '../../lib/encoding.ts'
import { parseJson } from '../../lib/json.ts'
import { pageWords } from './page-words.ts'

/** A request and its answer, as recorded. Bodies are kept where they can say something of a login: forms and JSON. */
export interface RecordedExchange {
  /** Epoch milliseconds; `NaN` where the recorder has kept no time. */
  readonly sentAt: number
  /** From the first byte sent to the last one received, in milliseconds. */
  readonly durationMs: number
  /** `url` has no fragment. */
  readonly request: HttpRequest
  /** Behind `#` of the address, where the recorder has kept it. */
  readonly fragment: string
  /** Absent when no answer came. */
  readonly response?: HttpResponse
  /** False where the recorder wrote down no answer at all, not even that none came. */
  readonly isAnswerWritten: boolean
  /** What a page says in words, its errors first; `''` for everything else. */
  readonly page: string
  /** What the recorder calls the resource: `document`, `fetch`, `image` …; `''` when it does not say. */
  readonly resourceType: string
  /** Who sent it, where the recorder was no browser and says so. */
  readonly sender?: string
}

const LONGEST_URL = 32_000
const LONGEST_BODY = 500_000
const LONGEST_TEXT = 100_000
const MOST_PAIRS = 500

/** ISO 8601 with a time, as the format asks for. */
const ISO_DATE = /^\d{4}-\d\d-\d\dT[\d:.,]{4,20}(?:Z|[+-]\d\d:?\d\d)?$/i

/** Recorders write null, -1 and lists where the format wants none: whatever has another shape counts as left out. */
const body = v.fallback(v.string(), '')
const text = v.fallback(v.pipe(v.string(), v.maxLength(LONGEST_TEXT)), '')
const number = v.fallback(v.number(), 0)
const pairs = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.slice(0, MOST_PAIRS).flatMap(toPair)),
  ),
  [],
)

const shape = v.object({
  startedDateTime: text,
  time: number,
  request: v.object({
    method: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,20}$/)),
    url: v.pipe(v.string(), v.maxLength(20_000_000)),
    headers: pairs,
    postData: v.fallback(v.object({ mimeType: text, text: body, params: pairs }), {
      mimeType: '',
      text: '',
      params: [],
    }),
  }),
  response: v.fallback(
    v.optional(
      v.object({
        status: v.fallback(v.pipe(v.number(), v.integer(), v.maxValue(999)), 0),
        headers: pairs,
        redirectURL: text,
        content: v.fallback(v.object({ mimeType: text, text: body, encoding: text }), {
          mimeType: '',
          text: '',
          encoding: '',
        }),
      }),
    ),
    undefined,
  ),
  _resourceType: text,
  _actor: v.fallback(v.optional(text), undefined),
})

type Entry = v.InferOutput<typeof shape>

/** What an entry is: an exchange, none of HTTP (`data:`, extensions, sockets), or damaged. */
export type ReadEntry =
  | { readonly type: 'exchange'; readonly exchange: RecordedExchange }
  | { readonly type: 'other' }
  | { readonly type: 'damaged'; readonly reason: string }

/** Reads the text of an entry. Never throws. */
export function readEntry(json: string): ReadEntry {
  const value = parseJson(json)
  if (value === undefined) return { type: 'damaged', reason: 'is not valid JSON' }
  const read = v.safeParse(shape, value, { abortEarly: true })
  if (!read.success) {
    const [issue] = read.issues
    return { type: 'damaged', reason: `has no usable “${(v.getDotPath(issue) ?? 'content').slice(0, 60)}”` }
  }
  const entry = read.output
  if (!/^https?:/i.test(entry.request.url) || entry.request.url.length > LONGEST_URL) return { type: 'other' }
  if (!URL.canParse(entry.request.url)) return { type: 'damaged', reason: 'has an address that is not a URL' }
  return { type: 'exchange', exchange: toExchange(entry) }
}

function toExchange(entry: Entry): RecordedExchange {
  const url = new URL(entry.request.url)
  const fragment = url.hash.slice(1)
  url.hash = ''
  const response = toResponse(entry)
  return {
    // Engines find a date in almost any text; what is none is not a time that may be shown.
    sentAt: ISO_DATE.test(entry.startedDateTime) ? Date.parse(entry.startedDateTime) : Number.NaN,
    durationMs: Math.max(0, entry.time),
    request: toRequest(entry.request, url.href),
    fragment,
    ...(response && { response }),
    isAnswerWritten: entry.response !== undefined,
    page: response === undefined ? '' : pageOf(entry),
    resourceType: entry._resourceType.toLowerCase(),
    // What a browser does between servers nobody records; the exporter of this project does.
    ...(entry._actor !== undefined && entry._resourceType === 'other' && { sender: entry._actor }),
  }
}

function toRequest({ method, headers, postData }: Entry['request'], url: string): HttpRequest {
  const lines = toLines(headers)
  const body = postData.text || serialiseForm(postData.params.map(({ name, value }) => [name, value]))
  const type = postData.mimeType
  const isTyped = type === '' || header({ headers: lines }, 'content-type') !== undefined
  const message = { headers: isTyped ? lines : [...lines, ['content-type', type] as const] }
  return { method: method.toUpperCase(), url, ...message, body: keptBody(message, body) }
}

function toResponse({ response }: Entry): HttpResponse | undefined {
  // Playwright writes -1 where a request was aborted, the browsers write 0.
  if (response === undefined || response.status <= 0) return undefined
  const { status, redirectURL, content } = response
  const lines = toLines(response.headers)
  const add = (name: string, value: string) => {
    if (value !== '' && header({ headers: lines }, name) === undefined) lines.push([name, value])
  }
  if (status >= 300 && status < 400) add('location', redirectURL)
  add('content-type', content.mimeType)
  return { status, headers: lines, body: keptBody({ headers: lines }, contentOf(content)) }
}

function contentOf({ text: content, encoding }: NonNullable<Entry['response']>['content']): string {
  return encoding === 'base64' ? decode(content) : content
}

function pageOf({ response }: Entry): string {
  if (response === undefined || !/html/i.test(response.content.mimeType)) return ''
  return pageWords(contentOf(response.content).slice(0, LONGEST_BODY))
}

/** Names in lower case; the pseudo-headers of HTTP/2 (`:path`) say what stands elsewhere. */
function toLines(headers: Entry['request']['headers']): HeaderLine[] {
  return headers.flatMap(({ name, value }): HeaderLine[] => (name.startsWith(':') ? [] : [[name.toLowerCase(), value]]))
}

/** Pictures and code say nothing that a rule reads, and of a page its words are kept. */
function keptBody(message: Pick<HttpRequest, 'headers'>, body: string): string {
  const type = mediaType(message)
  const isRead = type === 'application/x-www-form-urlencoded' || type.endsWith('json') || type.endsWith('jwt')
  return isRead && body.length <= LONGEST_BODY ? body : ''
}

/** A header or parameter; a list of values is one line, as recorders of Node’s headers mean it. */
function toPair(value: unknown): { readonly name: string; readonly value: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const { name, value: content } = value as { readonly name?: unknown; readonly value?: unknown }
  if (typeof name !== 'string' || name === '') return []
  const line = Array.isArray(content) ? content.filter((item) => typeof item === 'string').join(', ') : content
  const shown = typeof line === 'number' || typeof line === 'boolean' ? String(line) : line
  return [{ name, value: typeof shown === 'string' && shown.length <= LONGEST_TEXT ? shown : '' }]
}

function decode(base64: string): string {
  try {
    return base64.length > LONGEST_BODY
      ? ''
      : fromUtf8(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}
