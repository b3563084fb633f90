/** Between the plain messages of the simulation and the browser's own `Request` and `Response`. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'

/** Header that says which exchange a real request carries; one without it was typed into the console. */
export const EXCHANGE_HEADER = 'x-authlane-exchange'

/** Names that `Response` drops; their values stay readable in the network panel as `x-authlane-set-cookie-1`, `-2` … */
const SET_COOKIE = 'set-cookie'

/** What `fetch` is given for a message. Headers that a page may not set (Cookie, Origin …) are left out by the browser. */
export function toRequestInit(request: HttpRequest, wireId: string): RequestInit {
  const headers = new Headers([[EXCHANGE_HEADER, wireId]])
  for (const [name, value] of request.headers) headers.append(name, value)
  return {
    method: request.method,
    headers,
    // The redirect is the simulated user agent's to follow; `follow` would make hops that nobody sees.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    ...(hasRequestBody(request.method) && request.body !== '' && { body: request.body }),
  }
}

/** A real response for a message: no body where HTTP has none, and no real cookie. */
export function toResponse(response: HttpResponse): Response {
  const headers = new Headers()
  let cookies = 0
  for (const [name, value] of response.headers) {
    if (name.toLowerCase() !== SET_COOKIE) headers.append(name, value)
    else headers.append(`x-authlane-set-cookie-${++cookies}`, value)
  }
  return new Response(hasResponseBody(response.status) ? response.body : null, { status: response.status, headers })
}

/** The message that a real request is: absolute URL without its fragment, header names in lower case. */
export async function toHttpRequest(request: Request): Promise<HttpRequest> {
  const url = new URL(request.url)
  url.hash = ''
  return {
    method: request.method,
    url: url.href,
    headers: [...request.headers],
    body: hasRequestBody(request.method) ? await request.text() : '',
  }
}

function hasRequestBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** 204, 205 and 304 have no content (RFC 9110 §15.3.5, §15.3.6, §15.4.5); a redirect's is never read. */
function hasResponseBody(status: number): boolean {
  return status !== 204 && status !== 205 && !(status >= 300 && status < 400)
}
