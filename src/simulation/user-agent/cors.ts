/** Cross-origin resource sharing as a browser enforces it (Fetch §3.3): when to ask first, and what an answer allows. */
import { type HeaderLine, type HttpResponse, header } from '../../http/index.ts'

/** What a script wants to send to another origin. */
export interface CorsRequest {
  readonly origin: string
  readonly url: string
  readonly method: string
  readonly headers: readonly HeaderLine[]
  readonly withCredentials: boolean
}

const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST']
const SAFELISTED_REQUEST_HEADERS = ['accept', 'accept-language', 'content-language', 'content-type']
const SAFELISTED_CONTENT_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const SAFELISTED_RESPONSE_HEADERS = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

/** The header names that make a preflight necessary, in lower case and sorted. */
export function unsafeHeaderNames(request: CorsRequest): string[] {
  const names = request.headers.filter(([name, value]) => !isSafelisted(name.toLowerCase(), value))
  return [...new Set(names.map(([name]) => name.toLowerCase()))].sort()
}

function isSafelisted(name: string, value: string): boolean {
  if (name === 'content-type')
    return SAFELISTED_CONTENT_TYPES.includes(value.split(';', 1)[0]?.trim().toLowerCase() ?? '')
  return SAFELISTED_REQUEST_HEADERS.includes(name)
}

/** True when the browser asks the server first (CORS-preflight request). */
export function needsPreflight(request: CorsRequest): boolean {
  return !SAFELISTED_METHODS.includes(request.method) || unsafeHeaderNames(request).length > 0
}

/** Why a response may not be read by the script, or undefined when it may (CORS check, Fetch §4.10). */
export function responseRefusal(request: CorsRequest, response: HttpResponse): string | undefined {
  const allowed = header(response, 'access-control-allow-origin')
  if (allowed === undefined)
    return `The answer has no Access-Control-Allow-Origin, so ${request.origin} may not read it.`
  if (allowed === '*') {
    return request.withCredentials
      ? 'Access-Control-Allow-Origin is “*”, which does not cover requests with credentials.'
      : undefined
  }
  if (allowed !== request.origin) return `Access-Control-Allow-Origin is “${allowed}”, not “${request.origin}”.`
  if (request.withCredentials && header(response, 'access-control-allow-credentials') !== 'true') {
    return 'Access-Control-Allow-Credentials is not “true”.'
  }
  return undefined
}

/** Why the server's answer to a preflight forbids the request, or undefined when it allows it (Fetch §4.8). */
export function preflightRefusal(request: CorsRequest, response: HttpResponse): string | undefined {
  const refusal = responseRefusal(request, response)
  if (refusal !== undefined) return refusal
  if (response.status < 200 || response.status > 299)
    return `The preflight was answered with status ${response.status}.`
  const methods = listed(response, 'access-control-allow-methods')
  if (
    !SAFELISTED_METHODS.includes(request.method) &&
    !methods.includes(request.method) &&
    !wildcard(methods, request)
  ) {
    return `Access-Control-Allow-Methods does not list ${request.method}.`
  }
  const names = listed(response, 'access-control-allow-headers').map((name) => name.toLowerCase())
  const missing = unsafeHeaderNames(request).find(
    // “*” never covers Authorization.
    (name) => !names.includes(name) && (name === 'authorization' || !wildcard(names, request)),
  )
  return missing === undefined ? undefined : `Access-Control-Allow-Headers does not list ${missing}.`
}

/** The response headers that the script may see. */
export function exposedHeaders(request: CorsRequest, response: HttpResponse): HeaderLine[] {
  const exposed = listed(response, 'access-control-expose-headers').map((name) => name.toLowerCase())
  return response.headers.filter(([name]) => {
    const key = name.toLowerCase()
    return SAFELISTED_RESPONSE_HEADERS.includes(key) || exposed.includes(key) || wildcard(exposed, request)
  })
}

/** How long an answer to a preflight may be reused, in seconds; 5 without the header. */
export function preflightMaxAge(response: HttpResponse): number {
  const seconds = Number(header(response, 'access-control-max-age') ?? 5)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 5
}

function listed(response: HttpResponse, name: string): string[] {
  return (header(response, name) ?? '').split(',').flatMap((item) => item.trim() || [])
}

function wildcard(items: readonly string[], request: CorsRequest): boolean {
  return items.includes('*') && !request.withCredentials
}
