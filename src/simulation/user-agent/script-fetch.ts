/** `fetch` as a page's script has it: cookies, CORS and preflights by the user agent, every message through the gates. */
import type { HeaderLine, HttpRequest, HttpResponse } from '../../http/index.ts'
import { header } from '../../http/index.ts'
import { bodyText, requestHeaders, type ScriptFetch, toResponse } from '../fetch-messages.ts'
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
import type { PageLifecycle } from './lifecycle.ts'
import { refererFor, relate, withoutFragment } from './site.ts'

/** What a script's fetch needs from its page and browser. */
export interface FetchContext {
  readonly task: string
  readonly actor: string
  readonly browser: string
  /** A script may have changed it since its page was loaded. */
  documentUrl(): URL
  /** The page in the address bar, when the script is in a frame of it. */
  readonly top?: URL | undefined
  readonly network: Network
  readonly cookies: CookieExchange
  readonly lifecycle: PageLifecycle
  readonly preflights: Map<string, number>
  now(): number
  record(event: Recorded): void
}

const REDIRECT_STATUSES = [301, 302, 303, 307, 308]

/** Makes the `fetch` of one page's script; what CORS refuses is a `TypeError` too. */
export function createScriptFetch(context: FetchContext): ScriptFetch {
  async function send(request: CorsRequest, body: string, first: URL): Promise<HttpResponse> {
    const url = new URL(request.url)
    const isCrossOrigin = request.origin !== url.origin
    if (isCrossOrigin && needsPreflight(request)) await preflight(request, first)
    const relation = relate(context.documentUrl(), url)
    const referer = refererFor(context.documentUrl(), url)
    const cookieRequest = {
      url,
      method: request.method,
      initiator: context.documentUrl(),
      isNavigation: false,
      top: context.top,
    }
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
    if (context.lifecycle.isFrozen) await resumed()
    if (request.withCredentials) context.cookies.store(cookieRequest, response)
    if (isCrossOrigin) {
      refuse(told(responseRefusal(request, response), request, first), `The answer to ${request.method} ${url.href}`)
    }
    return response
  }

  function resumed(): Promise<void> {
    return new Promise((resolve) => context.lifecycle.run(resolve))
  }

  async function preflight(request: CorsRequest, first: URL): Promise<void> {
    const names = unsafeHeaderNames(request)
    const key = preflightKey(request)
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
    refuse(told(preflightRefusal(request, response), request, first), `The request ${request.method} ${url.href}`)
    context.preflights.set(key, context.now() + preflightMaxAge(response) * 1000)
  }

  function refuse(reason: string | undefined, what: string): void {
    if (reason === undefined) return
    context.record({ type: 'refused', actor: context.browser, what, reason })
    throw new TypeError('Failed to fetch')
  }

  async function load(input: string | URL, init: RequestInit): Promise<Response> {
    const credentials = init.credentials ?? 'same-origin'
    const first = new URL(input, context.documentUrl())
    let url = first
    let method = (init.method ?? 'GET').toUpperCase()
    let headers = requestHeaders(init)
    let body = bodyText(init.body)
    try {
      for (let hop = 0; hop <= 20; hop++) {
        const withCredentials =
          credentials === 'include' || (credentials === 'same-origin' && url.origin === context.documentUrl().origin)
        const request = { origin: context.documentUrl().origin, url: url.href, method, headers, withCredentials }
        const response = await send(request, body, first)
        const location = header(response, 'location')
        if (!REDIRECT_STATUSES.includes(response.status) || location === undefined || init.redirect === 'manual') {
          const isCrossOrigin = url.origin !== context.documentUrl().origin
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
      if (context.lifecycle.isFrozen) await resumed()
      if (error instanceof NetworkError) throw new TypeError('Failed to fetch', { cause: error })
      throw error
    }
    throw new TypeError('Failed to fetch')
  }

  return (input, init = {}) => {
    const { signal } = init
    if (!signal) return load(input, init)
    return new Promise((resolve, reject) => {
      const abort = () => {
        context.network.abandon(context.task, 'The script had given up waiting for it.')
        reject(signal.reason)
      }
      if (signal.aborted) return abort()
      signal.addEventListener('abort', abort)
      const over = () => signal.removeEventListener('abort', abort)
      load(input, init).then(resolve, reject).finally(over)
    })
  }
}

/** Under which the answer to a preflight is cached (Fetch §4.9). */
export function preflightKey(request: CorsRequest): string {
  const { origin, url, withCredentials, method } = request
  return JSON.stringify([origin, url, withCredentials, method, unsafeHeaderNames(request)])
}

/** Why, with what Chrome’s console says of a request that a redirect has led elsewhere: the script never asked for that address. */
function told(reason: string | undefined, { url, origin }: CorsRequest, first: URL): string | undefined {
  if (reason === undefined || url === first.href) return reason
  return `${reason} Console: Access to fetch at '${url}' (redirected from '${first.href}') from origin '${origin}' has been blocked by CORS policy.`
}

function line(name: string, value: string | undefined): HeaderLine[] {
  return value === undefined ? [] : [[name, value]]
}
