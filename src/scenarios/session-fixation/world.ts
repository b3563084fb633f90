/** The parties: a web app with its sessions, its servers, and the attacker in the app’s own domain. */
import type { ClientMetadata } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAttacks } from '../../scenario-kit/parties/attacks.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { BLOG, createBlog, useKey } from './attacker.ts'
import { createRoutes, type Pending, type Session } from './client.ts'
import { startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const SESSION_SECONDS = 3600

const CLIENT = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code'],
  scope: 'openid photos:read',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const photos = { photos: ['harbour.jpg', 'dunes.jpg'] }
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    routes: [{ method: 'GET', path: '/photos', scope: 'photos:read', respond: () => photos }],
  })
  const cookie = settings.host_prefix ? '__Host-session' : 'sid'
  const { backend, pending, sessions, fail } = createWebAppBackend<Pending, Session>(simulation, 'app', {
    session: { name: cookie, sameSite: 'Lax', keepsKey: !settings.new_key, lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage: (alert) => startPage({ alert }),
  })
  const routes = createRoutes(
    { ...backend.globals, pending, sessions },
    {
      ...serverMetadata(settings),
      client_id: CLIENT.client_id,
      client_secret: CLIENT.client_secret,
      redirect_uri: `${APP}/callback`,
      scope: CLIENT.scope,
      api: API,
      takesKeyFromAddress: settings.key_from_address,
    },
  )
  let seen: string | undefined
  const attacker = createBackend(simulation, 'attacker', () => (seen === undefined ? {} : { seen }))
  const attack = createAttacks(attacker)
  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }),
    origins: {
      ...servers.origins,
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', routes), fail) },
      [BLOG]: { actor: 'attacker', handle: createBlog(cookie) },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: backend.snapshot,
      ...servers.snapshots,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      attack(
        'use-key',
        {
          label: 'open the app',
          hint: 'From their own computer, with the key that was planted.',
          isPossible: () => true,
        },
        async () => {
          seen = await useKey(attacker.globals, cookie)
        },
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}
