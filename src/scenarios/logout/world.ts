/** The parties: a browser, the web app's backend, and the authorization server with a session of its own. */
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type ClientConfig, createRoutes, type Session } from './client.ts'
import { failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

const CLIENT = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  post_logout_redirect_uris: [`${APP}/logged-out`],
  grant_types: ['authorization_code'],
  scope: 'openid profile',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT.client_id,
    client_secret: CLIENT.client_secret,
    redirect_uri: `${APP}/callback`,
    scope: 'openid profile',
    signsOutByLink: settings.signs_out_by === 'link',
    sparesPrefetches: settings.spares_prefetches,
    endsProviderSession: settings.ends === 'both',
    sendsHint: settings.sends_hint,
    post_logout_redirect_uri: settings.post_logout_redirect_uri,
    asksAgain: settings.asks_again,
  }
  const { origins, snapshots } = createServers(simulation, settings, {
    clients: [CLIENT],
    policy: { lifetimes: { id_token: settings.id_token_lifetime, session: settings.provider_session } },
  })
  const session = { sameSite: 'Lax', lifetimeSeconds: settings.session_lifetime } as const
  const webApp = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session,
    refusal: SignInError,
    failedPage,
  })
  const { backend, pending, sessions, fail } = webApp
  const routes = createRoutes({ ...backend.globals, pending, sessions }, config)

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {}, prefetchesLinks: true })
  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server' }),
    origins: {
      ...origins,
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', routes), fail) },
    },
    snapshots: { browser: userAgent.snapshot, app: backend.snapshot, auth: snapshots.auth },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}
