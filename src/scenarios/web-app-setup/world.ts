/** The parties: a browser, the web app's backend, the authorization server that it is registered at, and the API. */
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { ADA, ADA_SUB, API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type ClientConfig, createRoutes, type Session } from './client.ts'
import { failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

/** Another account at the same server. */
export const BOB = { username: 'bob', password: 'battery staple' }
const BOBS_ACCOUNT = { ...BOB, sub: 'user-2', claims: { email: 'bob@example.com', email_verified: true } }

const SESSION_SECONDS = 3600

const CLIENT = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  scope: 'openid email photos:read',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { email_verified } = settings
  const servers = createServers(simulation, settings, {
    clients: [{ ...CLIENT, grant_types: [settings.registered_grant], disabled: !settings.is_enabled }],
    users: [{ ...ADA, sub: ADA_SUB, claims: { email: 'ada@example.com', email_verified } }, BOBS_ACCOUNT],
    policy: { pkce: 'required', unofferedScope: settings.unoffered_scope },
  })
  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: settings.client_id,
    client_secret: CLIENT.client_secret,
    redirect_uri: `${APP}/callback`,
    token_redirect_uri: settings.token_redirect_uri,
    scope: settings.scope,
    api: API,
    sendsSecret: settings.sends_secret,
    usesPkce: settings.uses_pkce,
    knownBy: settings.known_by,
    members: settings.members === 'bob' ? [BOBS_ACCOUNT.sub] : undefined,
    prompt: settings.prompt,
    comparesScope: settings.compares_scope,
    hasSession: settings.has_session,
    startButton: settings.start_button,
    tokensKept: settings.tokens_kept,
  }
  const tokenCache = new Map<string, string>()
  const routes = createRoutes({ ...backend.globals, pending, sessions, tokenCache }, config)
  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', api: 'server' }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', routes), fail) },
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ ...Object(backend.snapshot()), token_cache: Object.fromEntries(tokenCache) }),
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions: [
      {
        id: 'restart',
        label: 'Restart the app',
        hint: 'A deployment, a crash, another instance: what was in the memory of the process is gone. Sessions are in a store.',
        place: 'stage',
        available: () => true,
        run: () => tokenCache.clear(),
      },
    ],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}
