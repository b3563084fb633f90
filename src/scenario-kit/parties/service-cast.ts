/** Services that call each other without a person: an authorization server, and APIs that validate its tokens themselves. */
import type { Json, JsonObject } from '../../lib/json.ts'
import type { Environment, JwtValidation, PolicyOptions, Route, ServerConfig } from '../../protocol/index.ts'
import { type Origin, type Settings, type Simulation, skewedClock } from '../../simulation/index.ts'
import { endpointPaths, ISSUER } from '../endpoints.ts'
import { authorizationServerEnvironment, resourceServerEnvironment } from '../environment.ts'
import { startOnDemand, startResourceServer } from '../on-demand.ts'

/** URL origin of the service that others call. */
export const SERVICE_B = 'https://service-b.example'

/** What a scenario says about its authorization server. */
export interface ServiceIssuerOptions
  extends Pick<
    ServerConfig,
    | 'clients'
    | 'scopes'
    | 'scope_resources'
    | 'registration'
    | 'users'
    | 'resources'
    | 'trusted_issuers'
    | 'resource_authorization_servers'
  > {
  readonly policy?: PolicyOptions
  /** A server beside the usual one: its actor and issuer, with endpoints at the usual paths. */
  readonly beside?: { readonly actor: string; readonly issuer: string }
  /** What it signs with. Default: the protocol's public fixture. */
  readonly keys?: Environment['keys']
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
  { beside, keys, ...options }: ServiceIssuerOptions,
): ServerParty {
  const { actor, issuer } = beside ?? { actor: 'auth', issuer: ISSUER }
  const paths = beside === undefined ? { endpoint_paths: endpointPaths(settings) } : {}
  const named = beside === undefined ? simulation : withOwnGrants(simulation)
  const server = startOnDemand(simulation, async () => {
    const { createAuthorizationServer } = await import('../../protocol/index.ts')
    return createAuthorizationServer(
      { issuer, resources: [SERVICE_B], ...paths, ...options },
      { ...authorizationServerEnvironment(named, actor), ...(keys && { keys }) },
    )
  })
  return { origin: { actor, handle: server.handle }, snapshot: server.snapshot }
}

/** Servers number their grants alike: those of a second one are told apart by its name. */
function withOwnGrants(simulation: Simulation): Simulation {
  return {
    ...simulation,
    note(actor, note) {
      if (note.type !== 'lifecycle') return simulation.note(actor, note)
      const own = (id: string) => (/^grant-\d+$/.test(id) ? `${actor}/${id}` : id)
      simulation.note(actor, {
        ...note,
        id: own(note.id),
        ...(note.parent !== undefined && { parent: own(note.parent) }),
      })
    },
  }
}

/** Sets up a service (actor `actor`) that lets in who has an access token for `resource`, checked by signature. */
export function createTokenGuardedService(
  simulation: Simulation,
  actor: string,
  options: {
    readonly jwks_uri: string
    readonly resource: string
    readonly routes: readonly Route[]
    readonly issuer?: string
    /** How it keeps its copy of the issuer's keys. */
    readonly keySet?: Pick<JwtValidation, 'jwks_max_age' | 'jwks_cooldown' | 'jwks_refetch'>
    /** How far clocks may differ, in seconds. Default: not at all. */
    readonly leeway?: number
    /** How far its own clock is ahead, below zero behind. Default: it is right. */
    readonly clockAheadSeconds?: number
  },
): ServerParty {
  const { jwks_uri, resource, routes, issuer = ISSUER, keySet, leeway = 0, clockAheadSeconds = 0 } = options
  const clock = skewedClock(simulation.clock, clockAheadSeconds)
  const server = startResourceServer(
    simulation,
    { resource, issuer, validation: { type: 'jwt', jwks_uri, ...keySet }, routes, leeway },
    resourceServerEnvironment({ ...simulation, clock }, actor),
  )
  const snapshot = (): Json =>
    clockAheadSeconds === 0 ? server.snapshot() : { ...(server.snapshot() as JsonObject), clockAheadSeconds }
  return { origin: { actor, handle: server.handle }, snapshot }
}
