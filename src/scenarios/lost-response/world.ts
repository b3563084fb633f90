/** The parties: Ada’s tab on a bad network, an authorization server and an API. */
import type { Settings, Simulation, World } from '../../simulation/index.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../cast.ts'
import { serverMetadata } from '../endpoints.ts'
import { watchExpiries } from '../environment.ts'
import { refreshPolicy } from '../refresh-policy.ts'
import { loadPhotos, SignedOutError } from '../refreshing-client.ts'
import { createSignedInTab } from '../signed-in-tab.ts'
import { refresh } from './client.ts'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config = { ...serverMetadata(settings), client_id: PHOTO_PRINTS.client_id, api: API }
  const servers = createServers(simulation, settings, { clients: [PHOTO_PRINTS], policy: refreshPolicy(settings) })
  const tab = createSignedInTab(simulation, {
    servers,
    loadPhotos: (globals, session) => loadPhotos(globals, config, session, refresh),
    isSignedOut: (error) => error instanceof SignedOutError,
  })
  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', api: 'server', auth: 'server' }),
    origins: { [APP]: tab.origin, ...servers.origins },
    snapshots: { browser: tab.userAgent.snapshot, app: tab.snapshot, ...servers.snapshots },
    userAgent: tab.userAgent,
    milestones,
    actions: tab.actions,
    open: tab.open,
  }
}
