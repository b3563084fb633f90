/** The parties: a browser, the backend that pushes its requests, the authorization server, and Ada’s authenticator. */
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAuthenticator, TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { ADA, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type ClientConfig, createRoutes, type HandOver, type Session } from './client.ts'
import { CLIENT_JWKS } from './client-key.ts'
import { failedPage } from './pages.ts'
import { carry } from './request-plain.ts'
import { push } from './request-pushed.ts'
import { sign } from './request-signed.ts'
import type { Settings } from './settings.ts'

const CLIENT_ID = 'photo-prints-web'
const TEST_CLIENT_ID = 'photo-prints-test'
const CLIENT_SECRET = 'photo-prints-secret'
const HAND_OVERS: Readonly<Record<Settings['request'], HandOver>> = { pushed: push, plain: carry, signed: sign }

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    redirect_uri: `${APP}/callback`,
    scope: 'openid photos:read',
    browser_client_id: settings.browser_client === 'own' ? CLIENT_ID : TEST_CLIENT_ID,
  }
  const servers = createServers(simulation, settings, {
    clients: [registration(CLIENT_ID, settings), registration(TEST_CLIENT_ID, settings)],
    policy: {
      lifetimes: { pushed_authorization_request: settings.request_uri_lifetime },
      requestUriCovers: settings.covers,
      secondFactor: { required: 'always' },
    },
    factors: { totp: { secret: TOTP_SECRET } },
  })
  const authenticator = createAuthenticator(simulation, { account: ADA.username })

  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: 3600 },
    refusal: SignInError,
    failedPage,
  })
  const handOver = HAND_OVERS[settings.request]
  const routes = createRoutes({ ...backend.globals, pending, sessions, handOver }, config)

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', authenticator: 'device' }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', routes), fail) },
      [ISSUER]: { actor: 'auth', handle: servers.authorizationServer.handle },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: backend.snapshot,
      auth: servers.snapshots.auth,
      authenticator: authenticator.snapshot,
    },
    userAgent,
    milestones: () => [...milestones(), authenticator.milestone()],
    actions: [],
    open() {
      authenticator.start()
      userAgent.open('tab', `${APP}/`)
    },
  }
}

function registration(client_id: string, { requires }: Settings): ClientMetadata {
  return {
    client_id,
    client_name: APP_NAME,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [`${APP}/callback`],
    grant_types: ['authorization_code'],
    scope: 'openid profile photos:read photos:write',
    jwks: CLIENT_JWKS,
    request_object_signing_alg: 'RS256',
    ...(requires === 'pushed' && { require_pushed_authorization_requests: true }),
    ...(requires === 'signed' && { require_signed_request_object: true }),
  }
}
