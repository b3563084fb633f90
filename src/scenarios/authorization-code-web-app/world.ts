/** The parties: a browser, the web app's backend, the authorization server and the API that the backend calls. */
import type { ClientMetadata, PolicyOptions } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type ClientConfig, createRoutes, type Session } from './client.ts'
import { failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

/** The secret that the registration gave: with characters that must be encoded (RFC 6749 §2.3.1). */
const CLIENT_SECRET = 'print+ing/press:2026'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const client = registration(settings)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    client_secret: settings.client_secret,
    token_endpoint_auth_method: settings.auth_method,
    encodesCredentials: settings.encodes_credentials,
    redirect_uri: `${APP}/callback`,
    scope: 'openid photos:read',
    api: API,
    redirectsAfterCallback: settings.redirects_after_callback,
  }
  const servers = createServers(simulation, settings, { clients: [client], policy: policy(settings) })

  const sameSite = settings.same_site
  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite, lifetimeSeconds: settings.session_lifetime },
    signInSameSite: sameSite,
    refusal: SignInError,
    failedPage,
  })

  const routes = createRoutes({ ...backend.globals, pending, sessions }, config)

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', api: 'server' }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', routes), fail) },
      ...servers.origins,
    },
    snapshots: { browser: userAgent.snapshot, app: backend.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}

function registration(settings: Settings): ClientMetadata {
  return {
    client_id: 'photo-prints-web',
    client_name: APP_NAME,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: settings.registered_method,
    redirect_uris: [`${APP}/callback`],
    grant_types: ['authorization_code'],
    scope: 'openid profile email photos:read photos:write',
  }
}

function policy(settings: Settings): PolicyOptions {
  return {
    lifetimes: {
      access_token: settings.access_token_lifetime,
      authorization_code: settings.code_lifetime,
    },
  }
}
