/** Page loads: redirects hop by hop, each one an exchange of its own with the headers that a browser sends. */
import { type HeaderLine, type HttpRequest, type HttpResponse, header } from '../../http/index.ts'
import type { Network } from '../network.ts'
import type { CookieExchange } from './cookie-exchange.ts'
import { originFor, type ReferrerPolicy, refererFor, relate, type SiteRelation, withoutFragment } from './site.ts'

/** A page load to come. Without an initiator the person started it (address bar, bookmark). */
export interface NavigationRequest {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  /** Form body of a POST. */
  readonly body: string
  readonly initiator: URL | undefined
  /** The policy of the page that starts it. Default: the browser's. */
  readonly referrerPolicy?: ReferrerPolicy | undefined
}

/** Where a page load ended. */
export interface NavigationResult {
  readonly url: URL
  readonly request: NavigationRequest
  readonly response: HttpResponse
}

/** What a page load needs from its window and browser. */
export interface NavigationContext {
  readonly task: string
  readonly actor: string
  readonly network: Network
  readonly cookies: CookieExchange
  /** The page in the address bar, when a frame of it is loaded. */
  readonly top?: URL | undefined
  /** True when nobody has asked for the page yet: it is no page load then, and says so. */
  readonly isPrefetch?: boolean
  /** What the browser says of itself in User-Agent (RFC 9110 §10.1.5). */
  readonly userAgentHeader?: string | undefined
  /** Called before each hop, so that the address bar can follow. */
  onHop(url: URL): void
  /** Called with each answer on the way, redirects too. */
  onResponse?(response: HttpResponse, url: URL): void
}

const REDIRECT_STATUSES = [301, 302, 303, 307, 308]
/** As many as Fetch allows (§4.5), and as Chromium and Firefox follow (`URLRequest::kMaxRedirects`, `network.http.redirection-limit`). */
export const MAX_REDIRECTS = 20

/** An answer would have been one redirect more than a browser follows. */
export class TooManyRedirectsError extends Error {
  override readonly name = 'TooManyRedirectsError'
}

const FARTHEST: readonly SiteRelation[] = ['none', 'same-origin', 'same-site', 'cross-site']

/** Loads a page: sends the request, follows redirects, stores cookies on the way. Rejects with a NetworkError when the wire fails, and with a {@link TooManyRedirectsError}. */
export async function navigate(context: NavigationContext, first: NavigationRequest): Promise<NavigationResult> {
  let request = first
  let relation: SiteRelation = 'none'
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    context.onHop(request.url)
    // A chain is as far away as its farthest hop (Fetch Metadata §2.3).
    const near = relate(request.initiator, request.url)
    relation = FARTHEST.indexOf(near) > FARTHEST.indexOf(relation) ? near : relation
    const message = requestMessage(context, request, relation)
    const { request: arrived, response } = await context.network.exchange(
      { ...context, purpose: context.isPrefetch ? 'fetch' : 'navigation' },
      message,
    )
    const url = new URL(arrived.url)
    url.hash = request.url.hash
    context.cookies.store({ ...request, url, isNavigation: !context.isPrefetch, top: context.top }, response)
    context.onResponse?.(response, url)
    const location = header(response, 'location')
    if (!REDIRECT_STATUSES.includes(response.status) || location === undefined) return { url, request, response }
    request = redirected(request, response.status, new URL(location, url))
  }
  throw new TooManyRedirectsError(`${request.url.host} redirected you too many times.\n\nERR_TOO_MANY_REDIRECTS`)
}

function redirected(request: NavigationRequest, status: number, url: URL): NavigationRequest {
  if (url.hash === '') url.hash = request.url.hash
  const becomesGet = status === 303 || (status < 303 && request.method === 'POST')
  return becomesGet ? { ...request, url, method: 'GET', body: '' } : { ...request, url }
}

function requestMessage(context: NavigationContext, request: NavigationRequest, relation: SiteRelation): HttpRequest {
  const { url, method, initiator, referrerPolicy } = request
  const cookie = context.cookies.headerFor({ ...request, isNavigation: !context.isPrefetch, top: context.top })
  const referer = refererFor(initiator, url, referrerPolicy)
  const headers: HeaderLine[] = [
    ['host', url.host],
    ['accept', 'text/html'],
  ]
  if (context.userAgentHeader !== undefined) headers.push(['user-agent', context.userAgentHeader])
  if (method === 'POST') headers.push(['content-type', 'application/x-www-form-urlencoded'])
  if (cookie !== undefined) headers.push(['cookie', cookie])
  if (method === 'POST' && initiator !== undefined) headers.push(['origin', originFor(initiator, url, referrerPolicy)])
  if (referer !== undefined) headers.push(['referer', referer])
  if (context.isPrefetch) {
    headers.push(['sec-fetch-dest', 'empty'], ['sec-fetch-mode', 'no-cors'], ['sec-fetch-site', relation])
    return { method, url: withoutFragment(url), headers: [...headers, ['sec-purpose', 'prefetch']], body: request.body }
  }
  const destination = context.top === undefined ? 'document' : 'iframe'
  headers.push(['sec-fetch-dest', destination], ['sec-fetch-mode', 'navigate'], ['sec-fetch-site', relation])
  return { method, url: withoutFragment(url), headers, body: request.body }
}
