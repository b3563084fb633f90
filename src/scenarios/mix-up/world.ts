/** The parties: an app that works with two authorization servers, the honest one with its API, and the attacker’s. */
import type { HttpHandler } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteIssuerAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAttacks } from '../../scenario-kit/parties/attacks.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { createWebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { type Routes, serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { CHEAP_CLOUD, createCheapCloud, type Loot, redeemCode, type Target } from './attacker.ts'
import { type ClientConfig, createRoutes, type PendingSignIn, type Session } from './client.ts'
import { beginOwnSignIn, injectCode, type OwnSignIn } from './injection.ts'
import { failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

/** What the servers are called in the app’s addresses and on its buttons. */
const [HONEST, OTHER] = [new URL(ISSUER).host, new URL(CHEAP_CLOUD).host]

const SESSION_SECONDS = 3600

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const isConfidential = settings.client_type === 'confidential'
  const redirectUri = (server: string) => `${APP}${settings.redirect_uris === 'shared' ? '' : `/${server}`}/callback`
  const registration: ClientMetadata = {
    client_id: 'photo-prints',
    client_name: APP_NAME,
    ...(isConfidential && { client_secret: 'photo-prints-secret', token_endpoint_auth_method: 'client_secret_post' }),
    redirect_uris: [redirectUri(HONEST)],
    grant_types: ['authorization_code'],
    scope: 'photos:read photos:write',
  }
  const config: ClientConfig = {
    servers: {
      [HONEST]: {
        ...serverMetadata(settings),
        client_id: registration.client_id,
        ...(registration.client_secret !== undefined && { client_secret: registration.client_secret }),
        redirect_uri: redirectUri(HONEST),
        api: API,
      },
      [OTHER]: {
        issuer: CHEAP_CLOUD,
        authorization_endpoint: `${CHEAP_CLOUD}/authorize`,
        token_endpoint: `${CHEAP_CLOUD}/token`,
        client_id: 'client-7',
        ...(isConfidential && { client_secret: 'client-7-secret' }),
        redirect_uri: redirectUri(OTHER),
        api: CHEAP_CLOUD,
      },
    },
    comparesIssuer: settings.compares_issuer,
    comparesRedirectUri: settings.redirect_uris === 'per_issuer',
    usesPkce: settings.uses_pkce,
  }

  /** A client of the attacker's own, with the name of the app and the redirect URI that the app has for the attacker's server. */
  const lookalike: ClientMetadata = {
    client_id: 'photo-prints-2',
    client_name: APP_NAME,
    redirect_uris: [redirectUri(OTHER)],
    grant_types: ['authorization_code'],
    scope: 'photos:read',
    token_endpoint_auth_method: 'none',
  }
  const ownsClient = settings.attack === 'own_client'
  const servers = createServers(simulation, settings, {
    clients: ownsClient ? [registration, lookalike] : [registration],
    policy: {
      lifetimes: { authorization_code: settings.code_lifetime, access_token: settings.access_token_lifetime },
      responseIssuer: settings.sends_issuer ? 'sent' : 'off',
    },
  })

  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const routes = createRoutes({ ...backend.globals, pending, sessions }, config)

  const loot: Loot = {}
  let ownSignIn: OwnSignIn | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({
    ...loot,
    own_sign_in: ownSignIn && { ...ownSignIn },
  }))
  const attackersBrowser = createRemoteBrowser(simulation, 'attacker')
  const { authorization_endpoint, token_endpoint } = servers.metadata
  const target: Target = {
    authorization_endpoint,
    token_endpoint,
    api: API,
    client_id: ownsClient ? lookalike.client_id : registration.client_id,
    redirect_uri: ownsClient ? redirectUri(OTHER) : redirectUri(HONEST),
  }

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
      [APP]: { actor: 'app', handle: serveRoutes(noteCallbacks(simulation, routes, config), fail) },
      ...servers.origins,
      [CHEAP_CLOUD]: {
        actor: 'attacker',
        handle: createCheapCloud(target, loot, {
          globals: attacker.globals,
          challenge: () => ownSignIn?.code_challenge,
        }),
      },
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
        'begin',
        {
          label: 'begin a sign-in of its own',
          hint: 'Its challenge can then go into somebody else’s request.',
          isPossible: () => ownSignIn === undefined,
        },
        async () => {
          ownSignIn = await beginOwnSignIn(attackersBrowser, APP, HONEST)
        },
      ),
      attack(
        'redeem',
        {
          label: 'redeem the code',
          hint: 'With code and verifier the attacker asks the honest server for the token.',
          isPossible: () => loot.code !== undefined && loot.access_token === undefined,
        },
        () => redeemCode(attacker.globals, target, loot),
      ),
      attack(
        'inject',
        {
          label: 'bring the app the code',
          hint: 'It goes into a sign-in of the attacker’s own. The app redeems it, secret included.',
          isPossible: () => loot.code !== undefined && loot.photos === undefined,
        },
        async () => {
          const { state } = ownSignIn ?? (await beginOwnSignIn(attackersBrowser, APP, HONEST))
          ownSignIn = undefined
          await injectCode(attackersBrowser, redirectUri(HONEST), { state, loot, iss: ISSUER })
        },
      ),
    ],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}

/** Notes what a callback has checked: when it answers, everything was right. */
function noteCallbacks(simulation: Simulation, routes: Routes, { comparesIssuer }: ClientConfig): Routes {
  const noted = Object.entries(routes).map(([name, handle]): [string, HttpHandler] => {
    if (!name.endsWith('/callback')) return [name, handle]
    return [
      name,
      async (request) => {
        const response = await handle(request)
        noteStateAccepted(simulation, 'app')
        if (comparesIssuer) noteIssuerAccepted(simulation, 'app')
        return response
      },
    ]
  })
  return Object.fromEntries(noted)
}
