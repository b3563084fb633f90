/** A resource server: an API that lets bearers of a valid access token in and tells the others why not (RFC 6750, 7662, 9068, 9470). */
import { type HttpRequest, type HttpResponse, json } from '../../http/index.ts'
import { readBearerToken } from '../bearer-token.ts'
import { anonymousResponse } from '../challenge.ts'
import { allowOrigin, isPreflight, preflight } from '../cors.ts'
import { createEnforce } from '../enforce.ts'
import { noStore, ProtocolError, toResponse } from '../errors.ts'
import { checkSize } from '../request-limits.ts'
import { checkRoute } from './authorization-rules.ts'
import type { ResourceServerConfig, Route } from './config.ts'
import { describeResourceServer, type ResourceServerDescription } from './description.ts'
import { createResourceServerEnvironment, type ResourceServerEnvironment } from './environment.ts'
import type { KeySetSnapshot } from './key-set.ts'
import { createTokenValidation } from './token-validation.ts'

export type {
  AccessTokenClaims,
  IntrospectionValidation,
  JwtValidation,
  ResourceServerConfig,
  Route,
  SignatureAlgorithm,
} from './config.ts'
export type { ResourceServerDescription, RouteDemands } from './description.ts'
export type { ResourceServerEnvironment } from './environment.ts'

/** What a resource server holds at the moment. */
export interface ResourceServerSnapshot extends ResourceServerDescription {
  /** The cached key set; absent when tokens are introspected. */
  readonly keySet?: KeySetSnapshot
}

/** A running resource server. */
export interface ResourceServer {
  /** Answers one request. Rejects only if a route's own `respond` does. */
  handle(request: HttpRequest): Promise<HttpResponse>
  /** Its state as plain JSON. */
  snapshot(): ResourceServerSnapshot
}

/** Sets up a resource server. Members of the environment that are not given come from the real world. */
export function createResourceServer(
  config: ResourceServerConfig,
  environment: Partial<ResourceServerEnvironment> = {},
): ResourceServer {
  const world = createResourceServerEnvironment(environment)
  const realm = config.realm ?? config.resource
  const leeway = config.leeway ?? 0
  const origins = config.allowed_origins ?? []
  const enforce = createEnforce(world.note, realm)
  const validation = createTokenValidation(config, world, enforce)

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : undefined
    const routes = config.routes.filter((route) => route.path === path)
    const methods = routes.map((route) => route.method)
    if (isPreflight(request)) return preflight(request, origins, methods)
    const route = routes.find(({ method }) => method === request.method)
    const response = route === undefined ? refuseTarget(methods) : await serve(request, route)
    return allowOrigin(response, request, origins)
  }

  async function serve(request: HttpRequest, route: Route): Promise<HttpResponse> {
    try {
      checkSize(request)
      const token = readBearerToken(request, enforce)
      if (token === undefined) return refuseAnonymous()
      const claims = await validation.claimsOf(token)
      checkRoute(claims, route, { now: world.now(), leeway }, enforce)
      return json(200, await route.respond(claims, request), noStore)
    } catch (error) {
      if (error instanceof ProtocolError) return toResponse(error)
      throw error
    }
  }

  function refuseAnonymous(): HttpResponse {
    world.note({
      type: 'check',
      rule: 'token_present',
      clause: 'RFC 6750 §3.1',
      passed: false,
      message: 'The request carries no access token, so the challenge names the scheme and no error.',
      expected: 'Authorization: Bearer <access token>',
      fix: 'Get an access token from the authorization server and send it in the Authorization header.',
    })
    return anonymousResponse(realm)
  }

  return {
    handle,
    snapshot: () => {
      const keySet = validation.keySet()
      return {
        ...describeResourceServer(config),
        ...(keySet === undefined ? {} : { keySet }),
      }
    },
  }
}

/** A target that isn't there is no matter of tokens: 404, or 405 with the methods that are (RFC 9110 §15.5.5, §15.5.6). */
function refuseTarget(methods: readonly string[]): HttpResponse {
  if (methods.length === 0) return { status: 404, headers: [], body: '' }
  return { status: 405, headers: [['allow', methods.join(', ')]], body: '' }
}
