/** The parties in a browser: Ada’s tab on a bad network, an authorization server and an API. */

import { loadPhotos, SignedOutError } from '../../scenario-kit/client-code/refreshing-client.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createSignedInTab } from '../../scenario-kit/parties/signed-in-tab.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Simulation, World } from '../../simulation/index.ts'
import { refresh } from './client.ts'
import type { Settings } from './settings.ts'

/** Builds the parties as the settings say. */
export function browserWorld(given: Simulation, settings: Settings): World {
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
