/** A resource server: an API that lets bearers of a valid access token in and tells the others why not (RFC 6750, 7662, 9068, 9470). */
import { type HttpRequest, type HttpResponse, json } from '../../http/index.ts'
import { type PresentedToken, presentedScheme, readAccessToken } from '../bearer-token.ts'
import { anonymousResponse, type TokenScheme } from '../challenge.ts'
import { dpopNonceHeaders } from '../checks/dpop-nonce.ts'
import { checkTokenBinding, readConfirmation } from '../checks/token-binding.ts'
import { allowOrigin, isPreflight, preflight } from '../cors.ts'
import { createDpopMemory } from '../dpop-memory.ts'
import { createEnforce, type Enforce } from '../enforce.ts'
import { noStore, ProtocolError, toResponse } from '../errors.ts'
import { checkSize } from '../request-limits.ts'
import { checkRoute } from './authorization-rules.ts'
import type { AccessTokenClaims, ResourceServerConfig, Route } from './config.ts'
import { describeResourceServer, type ResourceServerDescription } from './description.ts'
import { createResourceServerEnvironment, type ResourceServerEnvironment } from './environment.ts'
import type { KeySetSnapshot } from './key-set.ts'
import { describeProtectedResource, protectedResourceUrl } from './metadata.ts'
import { createTokenValidation } from './token-validation.ts'

export type {
  AccessTokenClaims,
  IntrospectionValidation,
  JwtValidation,
  ProtectedResourceMetadata,
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
  const validation = createTokenValidation(config, world)
  const memory = createDpopMemory()
  const nonce = config.policy?.dpopNonce ?? 'off'
  const isBindingRequired = config.dpop_bound_access_tokens_required === true
  const metadataUrl = protectedResourceUrl(config.resource)
  const namedUrl = config.metadata === undefined ? undefined : metadataUrl

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    if (metadataUrl !== undefined && isAt(request, metadataUrl)) return tellMetadata(request)
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : undefined
    const routes = config.routes.filter((route) => route.path === path)
    const methods = routes.map((route) => route.method)
    if (isPreflight(request)) return preflight(request, origins, methods)
    const route = routes.find(({ method, accepts }) => method === request.method && (accepts?.(request) ?? true))
    if (route === undefined) return allowOrigin(refuseTarget(methods), request, origins)
    const response = await serve(request, route)
    const headers = [...response.headers, ...(nonce === 'off' ? [] : dpopNonceHeaders(memory, world))]
    return allowOrigin({ ...response, headers }, request, origins)
  }

  /** The document is public, for scripts as well (RFC 9728 §3.1). */
  function tellMetadata(request: HttpRequest): HttpResponse {
    const methods = ['GET', 'HEAD']
    if (isPreflight(request)) return preflight(request, ['*'], methods)
    if (!methods.includes(request.method)) return refuseTarget(methods)
    const response = json(200, describeProtectedResource(config), [['cache-control', 'public, max-age=300']])
    return allowOrigin(request.method === 'HEAD' ? { ...response, body: '' } : response, request, ['*'])
  }

  async function serve(request: HttpRequest, route: Route): Promise<HttpResponse> {
    const scheme = isBindingRequired ? 'DPoP' : presentedScheme(request)
    const enforce = createEnforce(world.note, realm, scheme, namedUrl)
    try {
      checkSize(request)
      const presented = readAccessToken(request, enforce)
      if (presented === undefined) return refuseAnonymous(route)
      const claims = await validation.claimsOf(presented.value, enforce)
      await checkBinding(request, { presented, claims }, enforce)
      checkRoute(claims, route, { now: world.now(), leeway }, enforce)
      return json(200, await route.respond(claims, request), noStore)
    } catch (error) {
      if (error instanceof ProtocolError) return toResponse(error)
      throw error
    }
  }

  async function checkBinding(
    request: HttpRequest,
    { presented, claims }: { presented: PresentedToken; claims: AccessTokenClaims },
    enforce: Enforce,
  ): Promise<void> {
    const confirmation = readConfirmation(claims.cnf)
    if (isBindingRequired) {
      enforce({
        rule: 'dpop_bound_access_tokens_required',
        clause: 'RFC 9728 §2',
        holds: confirmation?.jkt !== undefined,
        success: 'The access token is bound to a key, as this API requires.',
        failure: 'This API takes no token but one that is bound to a key.',
        fix: 'Get a token with a proof in the token request, and present it with one.',
      })
    }
    const demands = { url: request.url, memory, nonce, now: world.now() }
    await checkTokenBinding({ request, presented, confirmation, demands }, enforce)
  }

  function refuseAnonymous({ scope }: Route): HttpResponse {
    world.note({
      type: 'check',
      rule: 'token_present',
      clause: 'RFC 6750 §3.1',
      passed: false,
      message: 'The request carries no access token, so the challenge names the scheme and no error.',
      expected: 'Authorization: Bearer <access token>',
      fix: 'Get an access token from the authorization server and send it in the Authorization header.',
    })
    const guidance = namedUrl === undefined ? {} : { ...(scope !== '' && { scope }), resource_metadata: namedUrl }
    return anonymousResponse(realm, takenSchemes(config), guidance)
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

/** The schemes that a request without a token hears of. */
function takenSchemes({
  dpop_bound_access_tokens_required,
  dpop_offered,
  policy,
}: ResourceServerConfig): TokenScheme[] {
  if (dpop_bound_access_tokens_required === true) return ['DPoP']
  // Whoever asks for nonces asks for proofs.
  return (dpop_offered ?? policy?.dpopNonce === 'required') ? ['Bearer', 'DPoP'] : ['Bearer']
}

/** Whether a request is for this address; its host may be that of a proxy. */
function isAt({ url }: HttpRequest, address: string): boolean {
  if (!URL.canParse(url)) return false
  const [sent, wanted] = [new URL(url), new URL(address)]
  return sent.pathname === wanted.pathname && sent.search === wanted.search
}

/** A target that isn't there is no matter of tokens: 404, or 405 with the methods that are (RFC 9110 §15.5.5, §15.5.6). */
function refuseTarget(methods: readonly string[]): HttpResponse {
  if (methods.length === 0) return { status: 404, headers: [], body: '' }
  return { status: 405, headers: [['allow', methods.join(', ')]], body: '' }
}
