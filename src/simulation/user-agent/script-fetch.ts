/** `fetch` as a page's script has it: cookies, CORS and preflights by the user agent, every message through the gates. */
import type { HeaderLine, HttpRequest, HttpResponse } from '../../http/index.ts'
import { header } from '../../http/index.ts'
import type { Network, Recorded } from '../network.ts'
import { NetworkError } from '../network.ts'
import type { CookieExchange } from './cookie-exchange.ts'
import {
  type CorsRequest,
  exposedHeaders,
  needsPreflight,
  preflightMaxAge,
  preflightRefusal,
  responseRefusal,
  unsafeHeaderNames,
} from './cors.ts'
import { refererFor, relate, withoutFragment } from './site.ts'

/** What a script's fetch needs from its page and browser. */
export interface FetchContext {
  readonly task: string
  readonly actor: string
  readonly browser: string
  readonly documentUrl: URL
  readonly network: Network
  readonly cookies: CookieExchange
  readonly preflights: Map<string, number>
  now(): number
  record(event: Recorded): void
}

/** The `fetch` of a page's script. A failure of the wire or of CORS is a `TypeError`, as in a browser. */
export type ScriptFetch = (input: string | URL, init?: RequestInit) => Promise<Response>

/** Statuses whose response has no body (Fetch §2.2.4). */
const NULL_BODY_STATUSES = [101, 204, 205, 304]
const REDIRECT_STATUSES = [301, 302, 303, 307, 308]

/** Makes the `fetch` of one script. */
export function createScriptFetch(context: FetchContext): ScriptFetch {
  async function send(request: CorsRequest, body: string): Promise<HttpResponse> {
    const url = new URL(request.url)
    const isCrossOrigin = request.origin !== url.origin
    if (isCrossOrigin && needsPreflight(request)) await preflight(request)
    const relation = relate(context.documentUrl, url)
    const referer = refererFor(context.documentUrl, url)
    const cookieRequest = { url, method: request.method, initiator: context.documentUrl, isNavigation: false }
    const cookie = request.withCredentials ? context.cookies.headerFor(cookieRequest) : undefined
    const isSafe = request.method === 'GET' || request.method === 'HEAD'
    const lines: HeaderLine[] = [
      ['host', url.host],
      ...request.headers,
      ...line('cookie', cookie),
      ...line('origin', isCrossOrigin || !isSafe ? request.origin : undefined),
      ...line('referer', referer),
      ['sec-fetch-dest', 'empty'],
      ['sec-fetch-mode', 'cors'],
      ['sec-fetch-site', relation],
    ]
    const message: HttpRequest = { method: request.method, url: withoutFragment(url), headers: lines, body }
    const { response } = await context.network.exchange({ ...context, purpose: 'fetch' }, message)
    if (request.withCredentials) context.cookies.store(cookieRequest, response)
    if (isCrossOrigin) refuse(responseRefusal(request, response), `The answer to ${request.method} ${url.href}`)
    return response
  }

  async function preflight(request: CorsRequest): Promise<void> {
    const names = unsafeHeaderNames(request)
    const key = JSON.stringify([request.origin, request.url, request.withCredentials, request.method, names])
    if ((context.preflights.get(key) ?? 0) > context.now()) return
    const url = new URL(request.url)
    const message: HttpRequest = {
      method: 'OPTIONS',
      url: withoutFragment(url),
      headers: [
        ['host', url.host],
        ['origin', request.origin],
        ['access-control-request-method', request.method],
        ...line('access-control-request-headers', names.length > 0 ? names.join(',') : undefined),
      ],
      body: '',
    }
    const { response } = await context.network.exchange(
      { ...context, actor: context.browser, purpose: 'preflight' },
      message,
    )
    refuse(preflightRefusal(request, response), `The request ${request.method} ${url.href}`)
    context.preflights.set(key, context.now() + preflightMaxAge(response) * 1000)
  }

  function refuse(reason: string | undefined, what: string): void {
    if (reason === undefined) return
    context.record({ type: 'refused', actor: context.browser, what, reason })
    throw new TypeError('Failed to fetch')
  }

  return async (input, init = {}) => {
    const credentials = init.credentials ?? 'same-origin'
    let url = new URL(input, context.documentUrl)
    let method = (init.method ?? 'GET').toUpperCase()
    let headers = requestHeaders(init)
    let body = bodyText(init.body)
    try {
      for (let hop = 0; hop <= 20; hop++) {
        const withCredentials =
          credentials === 'include' || (credentials === 'same-origin' && url.origin === context.documentUrl.origin)
        const request = { origin: context.documentUrl.origin, url: url.href, method, headers, withCredentials }
        const response = await send(request, body)
        const location = header(response, 'location')
        if (!REDIRECT_STATUSES.includes(response.status) || location === undefined || init.redirect === 'manual') {
          const isCrossOrigin = url.origin !== context.documentUrl.origin
          return toResponse(response, isCrossOrigin ? exposedHeaders(request, response) : response.headers)
        }
        if (init.redirect === 'error') throw new TypeError('Failed to fetch')
        const target = new URL(location, url)
        if (target.origin !== url.origin) headers = headers.filter(([name]) => name !== 'authorization')
        if (response.status === 303 || (response.status < 303 && method === 'POST')) {
          method = 'GET'
          body = ''
        }
        url = target
      }
    } catch (error) {
      if (error instanceof NetworkError) throw new TypeError('Failed to fetch', { cause: error })
      throw error
    }
    throw new TypeError('Failed to fetch')
  }
}

function line(name: string, value: string | undefined): HeaderLine[] {
  return value === undefined ? [] : [[name, value]]
}

function requestHeaders(init: RequestInit): HeaderLine[] {
  const given = new Headers(init.headers)
  if (init.body instanceof URLSearchParams && !given.has('content-type')) {
    given.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
  }
  if (typeof init.body === 'string' && !given.has('content-type')) given.set('content-type', 'text/plain;charset=UTF-8')
  if (!given.has('accept')) given.set('accept', '*/*')
  return [...given]
}

function bodyText(body: RequestInit['body']): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString()
  throw new TypeError('A simulated fetch takes a string or URLSearchParams as its body.')
}

/** A real `Response` whose body is read without the event loop, because only WebCrypto may be asynchronous in a run. */
function toResponse(response: HttpResponse, headers: readonly HeaderLine[]): Response {
  const hasBody = !NULL_BODY_STATUSES.includes(response.status)
  const visible = headers
    .filter(([name]) => name.toLowerCase() !== 'set-cookie')
    .map(([name, value]): [string, string] => [name, value])
  const result = new Response(hasBody ? response.body : null, { status: response.status, headers: visible })
  return Object.assign(result, {
    text: async () => response.body,
    json: async (): Promise<unknown> => JSON.parse(response.body),
    clone: () => toResponse(response, headers),
  })
}
