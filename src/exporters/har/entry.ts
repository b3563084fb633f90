/** One exchange as an entry of an HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/#entries). */
import { type HttpRequest, type HttpResponse, header, mediaType, parseForm } from '../../http/index.ts'
import { utf8 } from '../../lib/encoding.ts'
import { type ExchangeView, reasonPhrase } from '../../projections/index.ts'
import type { Purpose } from '../../simulation/types.ts'
import { requestCookies, responseCookies } from './cookies.ts'

/** What the network panel of Chromium sorts requests by. */
const RESOURCE_TYPES: Readonly<Record<Purpose, string>> = {
  navigation: 'document',
  fetch: 'fetch',
  preflight: 'preflight',
  backchannel: 'other',
  console: 'fetch',
}

const HTTP_VERSION = 'HTTP/1.1'

/** The entry of an exchange that is over; `undefined` while it is on the wire. Names of our own begin with `_`, as the format asks. */
export function toEntry(exchange: ExchangeView, titles: ReadonlyMap<string, string>) {
  const response = toResponse(exchange)
  if (response === undefined) return undefined
  const timings = toTimings(exchange)
  const title = (actor: string) => titles.get(actor) ?? actor
  return {
    startedDateTime: new Date(exchange.sentAt).toISOString(),
    time: timings.send + timings.wait + timings.receive,
    request: toRequest(exchange.request),
    response,
    cache: {},
    timings,
    comment: `Step ${exchange.requestStep}: ${title(exchange.from)} → ${title(exchange.to)}`,
    _resourceType: RESOURCE_TYPES[exchange.purpose],
    _actor: exchange.from,
    _server: exchange.to,
    _exchange: exchange.id,
    ...(exchange.copyOf !== undefined && { _copyOf: exchange.copyOf }),
    ...(exchange.redirectedFrom !== undefined && { _redirectedFrom: exchange.redirectedFrom }),
  }
}

/** Milliseconds of virtual time. A message takes none unless it is kept waiting; where it was lost, time stops. */
function toTimings({ sentAt, servedAt = sentAt, answeredAt = servedAt }: ExchangeView) {
  return {
    blocked: -1,
    dns: -1,
    connect: -1,
    send: servedAt - sentAt,
    wait: answeredAt - servedAt,
    receive: 0,
    ssl: -1,
  }
}

function toRequest(request: HttpRequest) {
  const { method, url, body } = request
  const { pathname, search } = new URL(url)
  return {
    method,
    url,
    httpVersion: HTTP_VERSION,
    cookies: requestCookies(request),
    headers: toPairs(request.headers),
    queryString: toPairs(parseForm(search)),
    ...(body !== '' && { postData: toPostData(request) }),
    headersSize: headersSize(`${method} ${pathname}${search} ${HTTP_VERSION}`, request),
    bodySize: utf8(body).length,
  }
}

function toPostData(request: HttpRequest) {
  const isForm = mediaType(request) === 'application/x-www-form-urlencoded'
  return {
    mimeType: header(request, 'content-type') ?? '',
    text: request.body,
    ...(isForm && { params: toPairs(parseForm(request.body)) }),
  }
}

function toResponse(exchange: ExchangeView) {
  if (exchange.requestFate === 'lost' || exchange.responseFate === 'lost') return lost(exchange)
  const { response, answeredAt = 0 } = exchange
  if (response === undefined) return undefined
  const { status, headers, body } = response
  const statusText = reasonPhrase(status)
  const size = utf8(body).length
  return {
    status,
    statusText,
    httpVersion: HTTP_VERSION,
    cookies: responseCookies(response, answeredAt),
    headers: toPairs(headers),
    content: { size, mimeType: header(response, 'content-type') ?? '', text: body },
    redirectURL: header(response, 'location') ?? '',
    headersSize: headersSize(`${HTTP_VERSION} ${status} ${statusText}`, response),
    bodySize: size,
    ...(exchange.responseFate === 'discarded' && { comment: 'Nobody was waiting for this answer any more.' }),
  }
}

/** No answer came: status 0 and an error, as network panels write it. */
function lost({ requestFate }: ExchangeView) {
  return {
    status: 0,
    statusText: '',
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    comment: requestFate === 'lost' ? 'The request was lost on the way.' : 'The response was lost on the way.',
    _error: 'net::ERR_CONNECTION_RESET',
  }
}

function toPairs(pairs: readonly (readonly [name: string, value: string])[]) {
  return pairs.map(([name, value]) => ({ name, value }))
}

/** Bytes from the start line to the empty line that ends the headers (RFC 9112 §2.1). */
function headersSize(startLine: string, { headers }: Pick<HttpResponse, 'headers'>): number {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return utf8(lines.join('\r\n')).length
}
