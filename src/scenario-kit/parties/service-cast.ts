/** Services that call each other without a person: an authorization server, and APIs that validate its tokens themselves. */
import type { Json } from '../../lib/json.ts'
import type { PolicyOptions, Route, ServerConfig } from '../../protocol/index.ts'
import type { Origin, Settings, Simulation } from '../../simulation/index.ts'
import { endpointPaths, ISSUER } from '../endpoints.ts'
import { authorizationServerEnvironment, resourceServerEnvironment } from '../environment.ts'
import { startOnDemand, startResourceServer } from '../on-demand.ts'

/** URL origin of the service that others call. */
export const SERVICE_B = 'https://service-b.example'

/** What a scenario says about its authorization server. */
export interface ServiceIssuerOptions
  extends Pick<ServerConfig, 'clients' | 'scopes' | 'registration' | 'users' | 'resources' | 'trusted_issuers'> {
  readonly policy?: PolicyOptions
}

/** A server of a world: who answers, and what it holds. */
export interface ServerParty {
  readonly origin: Origin
  snapshot(): Json
}

/** Sets up the authorization server (actor `auth`). Unless the options say otherwise it knows no users, and its tokens are for Service B. */
export function createServiceIssuer(
  simulation: Simulation,
  settings: Settings,
  options: ServiceIssuerOptions,
): ServerParty {
  const server = startOnDemand(simulation, async () => {
    const { createAuthorizationServer } = await import('../../protocol/index.ts')
    return createAuthorizationServer(
      { issuer: ISSUER, resources: [SERVICE_B], endpoint_paths: endpointPaths(settings), ...options },
      authorizationServerEnvironment(simulation, 'auth'),
    )
  })
  return { origin: { actor: 'auth', handle: server.handle }, snapshot: server.snapshot }
}

/** Sets up a service (actor `actor`) that lets in who has an access token for `resource`, checked by signature. */
export function createTokenGuardedService(
  simulation: Simulation,
  actor: string,
  options: { readonly jwks_uri: string; readonly resource: string; readonly routes: readonly Route[] },
): ServerParty {
  const { jwks_uri, resource, routes } = options
  const server = startResourceServer(
    simulation,
    { resource, issuer: ISSUER, validation: { type: 'jwt', jwks_uri }, routes },
    resourceServerEnvironment(simulation, actor),
  )
  return { origin: { actor, handle: server.handle }, snapshot: server.snapshot }
}
