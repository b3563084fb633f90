/** The parties: Ada’s tab, a thief with a copy of her refresh token, an authorization server and an API. */

import { loadPhotos, SignedOutError } from '../../scenario-kit/client-code/refreshing-client.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createSignedInTab } from '../../scenario-kit/parties/signed-in-tab.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Action, ServerGlobals, Simulation, World } from '../../simulation/index.ts'
import { type Loot, readPhotos, refreshStolen } from './attacker.ts'
import { refresh } from './client.ts'
import type { Settings } from './settings.ts'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config = { ...serverMetadata(settings), client_id: PHOTO_PRINTS.client_id, api: API }
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: refreshPolicy(settings),
    validation: settings.validation,
  })
  const tab = createSignedInTab(simulation, {
    servers,
    loadPhotos: (globals, session) => loadPhotos(globals, config, session, refresh),
    isSignedOut: (error) => error instanceof SignedOutError,
  })

  let loot: Loot | undefined
  /** What the thief came to know last. */
  let finding: string | undefined
  const thief = createBackend(simulation, 'thief', () => ({ ...loot, ...(finding !== undefined && { finding }) }))
  /** Starts what the thief does; a lost message is one more finding. */
  const work = (body: (globals: ServerGlobals, loot: Loot) => Promise<void>) =>
    thief.start('work', async (globals) => {
      if (loot === undefined) return
      try {
        await body(globals, loot)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        finding = 'No answer came.'
      }
    })
  const isIdle = () => !thief.isBusy('work')

  const theft: Action = {
    id: 'steal',
    label: 'Steal the refresh token',
    hint: 'Malware copies what the app keeps. The app still has it: nothing is missing, and nothing is noticed.',
    place: 'stage',
    available: () => isIdle() && tab.session.tokens?.refresh_token !== undefined,
    run() {
      const { refresh_token = '' } = tab.session.tokens ?? {}
      loot = { refresh_token }
      finding = undefined
    },
  }
  const use: Action = {
    id: 'thief-refresh',
    label: 'Thief: refresh',
    hint: 'The thief sends the stolen refresh token as the app would. A public client has no secret for the thief to know.',
    place: 'stage',
    available: () => isIdle() && loot !== undefined,
    run: () =>
      work(async (globals, held) => {
        const result = await refreshStolen(globals, config, held)
        if ('error' in result) finding = `The token is refused: ${result.error}.`
        else loot = result
      }),
  }
  const spy: Action = {
    id: 'thief-call',
    label: 'Thief: read the photos',
    hint: 'The thief calls the API with the access token that the refresh brought.',
    place: 'stage',
    available: () => isIdle() && loot?.access_token !== undefined,
    run: () =>
      work(async (globals, held) => {
        finding = `The API answered ${await readPhotos(globals, API, held)}.`
      }),
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      api: 'server',
      thief: 'attacker',
      auth: 'server',
    }),
    origins: { [APP]: tab.origin, ...servers.origins },
    snapshots: { browser: tab.userAgent.snapshot, app: tab.snapshot, thief: thief.snapshot, ...servers.snapshots },
    userAgent: tab.userAgent,
    milestones,
    actions: [...tab.actions, theft, use, spy],
    open: tab.open,
  }
}
