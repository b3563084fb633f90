/** From a request to its endpoint, and from whatever is thrown to a proper answer. */
import { type HttpHandler, type HttpRequest, type HttpResponse, header } from '../../http/index.ts'
import { allowOrigin, isPreflight, preflight } from '../cors.ts'
import { ProtocolError, toProtocolError, toResponse } from '../errors.ts'
import { checkSize } from '../request-limits.ts'
import type { ResolvedConfig } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { accept, refuse } from '../verdict.ts'
import type { Endpoint } from './endpoints/endpoint.ts'
import { endpoints } from './endpoints/index.ts'
import { renderErrorPage } from './pages/error.ts'
import { limitFramingHeaders } from './pages/layout.ts'

/** Builds the handler of a server. It never rejects. */
export function createRouter(context: ServerContext): HttpHandler {
  const offered = endpoints.filter((endpoint) => endpoint.isOffered?.(context.config) ?? true)
  const routes = createRoutes(offered, context.config)

  return async (request) => {
    // The path alone decides: behind a proxy the host is not that of the issuer.
    const endpoint = URL.canParse(request.url) ? routes.get(new URL(request.url).pathname) : undefined
    if (endpoint === undefined) {
      const message = 'There is no endpoint at this URL; the discovery document lists them.'
      return toResponse(new ProtocolError('invalid_request', message, { status: 404 }))
    }
    const origins = allowedOrigins(endpoint, context)
    const asksFirst = isPreflight(request) && endpoint.cors !== 'none'
    checkOrigin(request, origins, context)
    if (asksFirst) return preflight(request, origins, endpoint.methods)
    return allowOrigin(await serve(request, endpoint, context), request, origins)
  }
}

/** The endpoints by the paths of their URLs. Throws a TypeError when two share one, or a path is set for what is none. */
function createRoutes(offered: readonly Endpoint[], config: ResolvedConfig): ReadonlyMap<string, Endpoint> {
  const routes = new Map<string, Endpoint>()
  for (const endpoint of offered) {
    const path = pathOf(endpoint, config)
    const other = routes.get(path)
    if (other !== undefined)
      throw new TypeError(`endpoint_paths: ${other.path} and ${endpoint.path} are both at ${path}`)
    routes.set(path, endpoint)
  }
  // The address of a well-known document is fixed: a client must find it before it knows anything else (RFC 8615).
  const movable = endpoints.flatMap(({ path }) => (path.startsWith('/.well-known/') ? [] : [path]))
  const unknown = Object.keys(config.endpoint_paths).find((path) => !movable.includes(path))
  if (unknown !== undefined) throw new TypeError(`endpoint_paths: there is no ${unknown} that could be elsewhere`)
  return routes
}

async function serve(request: HttpRequest, endpoint: Endpoint, context: ServerContext): Promise<HttpResponse> {
  // HEAD is GET without the body (RFC 9110 §9.3.2).
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (!endpoint.methods.some((known) => known === method)) {
    const allow = endpoint.methods.join(', ')
    const path = endpointPath(endpoint, context.config)
    const message = `${request.method} is not a method of ${path}; use ${allow}.`
    return toResponse(new ProtocolError('invalid_request', message, { status: 405, headers: [['allow', allow]] }))
  }
  // As it came: a proof names the method of the request (RFC 9449 §4.3).
  const answered = await answer(request, endpoint, context)
  const response = limitFramingHeaders(answered, context.config.policy.framingHeaders)
  return request.method === 'HEAD' ? { ...response, body: '' } : response
}

async function answer(request: HttpRequest, endpoint: Endpoint, context: ServerContext): Promise<HttpResponse> {
  try {
    checkSize(request)
    return await endpoint.handle(request, context)
  } catch (thrown) {
    const error = toProtocolError(thrown)
    return endpoint.audience === 'person' ? renderErrorPage(error) : toResponse(error)
  }
}

/** Where an endpoint is, without the host. A trailing slash of the issuer is dropped before something is appended (RFC 8414 §3.1). */
function pathOf(endpoint: Endpoint, config: ResolvedConfig): string {
  const issuerPath = new URL(config.issuer).pathname.replace(/\/$/, '')
  const path = endpointPath(endpoint, config)
  return endpoint.placement === 'before_issuer_path' ? path + issuerPath : issuerPath + path
}

/** Where an endpoint is beneath the issuer. */
function endpointPath({ path }: Endpoint, { endpoint_paths }: ResolvedConfig): string {
  return endpoint_paths[path] ?? path
}

/** Origins whose scripts may read an endpoint's answers. Policy: those of the redirect URIs that clients registered, or a list. */
function allowedOrigins(endpoint: Endpoint, { config, store }: ServerContext): string[] {
  const { scriptOrigins } = config.policy
  if (endpoint.cors === 'none') return []
  if (endpoint.cors === 'any') return ['*']
  if (scriptOrigins !== 'redirect_uris') return [...scriptOrigins]
  const origins = [...store.clients.values()].flatMap((client) =>
    client.redirect_uris.map((uri) => new URL(uri).origin),
  )
  // A private scheme has no origin of its own: its URLs, like a sandboxed frame, all call themselves null.
  return [...new Set(origins)].filter((origin) => origin !== 'null')
}

/** Notes whether the browser will let the calling script read the answer. It is no access control: the request is served. */
function checkOrigin(request: HttpRequest, origins: readonly string[], { environment, config }: ServerContext): void {
  const origin = header(request, 'origin')
  if (origin === undefined || origins.length === 0 || origins.includes('*')) return
  if (origin === new URL(config.issuer).origin) return
  const rule = { rule: 'cors', clause: 'policy' }
  const isListed = config.policy.scriptOrigins !== 'redirect_uris'
  if (origins.includes(origin)) {
    const why = isListed ? 'the origin is on the list' : 'a client registered a redirect URI there'
    accept(rule, `Scripts of ${origin} may read the answer: ${why}.`, environment)
    return
  }
  refuse(
    rule,
    {
      code: 'invalid_request',
      message: `Scripts of ${origin} may not read the answer: ${isListed ? 'the origin is not on the list' : 'no client registered a redirect URI there'}.`,
      sent: origin,
      expected: origins.join(' '),
      fix: isListed ? 'Add the origin to the list.' : 'Register a redirect URI of that origin.',
    },
    environment,
  )
}
