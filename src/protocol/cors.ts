/** Cross-origin calls by scripts: preflight answers and the headers that let a page read a response (Fetch standard, CORS protocol). */
import { type HeaderLine, type HttpRequest, type HttpResponse, header } from '../http/index.ts'

/** Whether a request is a CORS preflight: a question, without credentials, so no token is expected on it. */
export function isPreflight(request: HttpRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    header(request, 'origin') !== undefined &&
    header(request, 'access-control-request-method') !== undefined
  )
}

/** Answers a preflight: 204 with what is allowed, 403 for an origin that is not. `methods` are those of the path. */
export function preflight(request: HttpRequest, origins: readonly string[], methods: readonly string[]): HttpResponse {
  if (!isAllowed(request, origins)) return { status: 403, headers: [['vary', 'Origin']], body: '' }
  return {
    status: 204,
    headers: [
      ...originHeaders(request, origins),
      ['access-control-allow-methods', methods.join(', ')],
      ['access-control-allow-headers', allowedHeaders(request)],
      ['access-control-max-age', '600'],
    ],
    body: '',
  }
}

/** Adds the CORS headers to a response. The challenge is exposed, or a script could never learn why it was refused. */
export function allowOrigin(response: HttpResponse, request: HttpRequest, origins: readonly string[]): HttpResponse {
  if (origins.length === 0) return response
  const lines: HeaderLine[] = isAllowed(request, origins)
    ? [...originHeaders(request, origins), ['access-control-expose-headers', exposedHeaders(response)]]
    : [['vary', 'Origin']]
  return { ...response, headers: [...response.headers, ...lines] }
}

/** What a script may send: a proof too, where it asks for that (RFC 9449 §4.1). */
function allowedHeaders(request: HttpRequest): string {
  const asked = (header(request, 'access-control-request-headers') ?? '').toLowerCase().split(/[\s,]+/)
  return asked.includes('dpop') ? 'authorization, content-type, dpop' : 'authorization, content-type'
}

/** What a script may read: a nonce too, where there is one (RFC 9449 §8). */
function exposedHeaders(response: HttpResponse): string {
  return header(response, 'dpop-nonce') === undefined ? 'WWW-Authenticate' : 'WWW-Authenticate, DPoP-Nonce'
}

function isAllowed(request: HttpRequest, origins: readonly string[]): boolean {
  const origin = header(request, 'origin')
  return origin !== undefined && (origins.includes('*') || origins.includes(origin))
}

function originHeaders(request: HttpRequest, origins: readonly string[]): HeaderLine[] {
  if (origins.includes('*')) return [['access-control-allow-origin', '*']]
  return [
    ['access-control-allow-origin', header(request, 'origin') ?? ''],
    // The answer differs by origin, so a cache must not serve it to another.
    ['vary', 'Origin'],
  ]
}
