/** The parties: a browser, a reverse proxy at the app’s address, the app behind it, and the authorization server. */
import type { HttpHandler } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { handOnAs } from '../../scenario-kit/parties/hand-on.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { createRoutes, type Session } from './client.ts'
import { failedPage } from './pages.ts'
import { createProxy } from './proxy.ts'
import type { Settings } from './settings.ts'

/** Where the app listens. Nobody but the proxy gets there. */
const INNER = 'https://app.internal.example'
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
  const servers = createServers(simulation, settings, { clients: [CLIENT] })
  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const routes = createRoutes(
    { ...backend.globals, pending, sessions },
    {
      ...serverMetadata(settings),
      client_id: CLIENT.client_id,
      client_secret: CLIENT.client_secret,
      scope: CLIENT.scope,
      ...(settings.public_url === 'configured' && { publicUrl: APP }),
      trustsProxy: settings.trusts_proxy,
      withholdsCookies: settings.withholds_cookies,
    },
  )
  const proxy = createProxy(handOnAs(simulation, 'proxy'), {
    app: INNER,
    keepsHost: settings.proxy_says !== 'scheme',
    saysScheme: settings.proxy_says !== 'host',
  })

  const handle = serveRoutes(noteCallback(simulation, 'app', routes), fail)

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, { browser: 'browser', proxy: 'server', app: 'server', auth: 'server' }),
    origins: {
      [APP]: { actor: 'proxy', handle: proxy },
      [INNER]: { actor: 'app', handle: withoutTls(handle) },
      [ISSUER]: servers.origins[ISSUER] ?? { actor: 'auth', handle: servers.authorizationServer.handle },
    },
    snapshots: { browser: userAgent.snapshot, app: backend.snapshot, auth: servers.snapshots.auth },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}

/** The app’s own connection is not encrypted, and that is how its server sees requests. The wire of a run has no other scheme than https. */
function withoutTls(handle: HttpHandler): HttpHandler {
  return (request) => handle({ ...request, url: request.url.replace('https:', 'http:') })
}
