/** A second authorization server, with users, clients and a key of its own: a bank, a social network, an upstream of the first. */
import type { AuthorizationServer, ServerConfig } from '../../protocol/index.ts'
import type { Origin, Simulation } from '../../simulation/index.ts'
import { ISSUER, type ServerMetadata, serverMetadata } from '../endpoints.ts'
import { authorizationServerEnvironment } from '../environment.ts'
import { type OnDemandServer, startOnDemand } from '../on-demand.ts'
import { SECOND_SERVER_KEY } from './second-server-key.ts'

/** The server, and what a world needs of it. */
export interface SecondServer {
  /** What it publishes of itself: the usual paths, wherever the settings have put those of the first server. */
  readonly metadata: ServerMetadata
  readonly server: OnDemandServer<AuthorizationServer>
  readonly origin: Origin
}

/** Sets up a server that acts as `actor`. Its ids begin with the actor’s name, so that a run can have those of the first one too. */
export function createSecondServer(simulation: Simulation, actor: string, config: ServerConfig): SecondServer {
  const server = startOnDemand(simulation, async () => {
    const { createAuthorizationServer } = await import('../../protocol/index.ts')
    return createAuthorizationServer(config, {
      ...authorizationServerEnvironment(simulation, actor),
      keys: [SECOND_SERVER_KEY],
      idPrefix: `${actor}-`,
    })
  })
  return { metadata: metadataOf(config.issuer), server, origin: { actor, handle: server.handle } }
}

function metadataOf(issuer: string): ServerMetadata {
  const members = Object.entries(serverMetadata({})).map(([name, url]) => [name, url.replace(ISSUER, issuer)])
  return Object.fromEntries(members) as ServerMetadata
}
