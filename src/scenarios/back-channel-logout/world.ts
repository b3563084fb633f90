/** The parties: two web apps, the authorization server that signs people in to both, and somebody who wants them out. */
import { type HttpHandler, json, parseForm } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA_SUB, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { type Routes, serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import {
  type Action,
  createUserAgent,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import { forgeToken, sendToken, type Target } from './attacker.ts'
import { createRoutes, type Session } from './client.ts'
import { LogoutTokenError } from './logout-token.ts'
import { type AppPages, createPages } from './pages.ts'
import type { Settings } from './settings.ts'

const ALBUMS = 'https://albums.example'
const ALBUMS_NAME = 'Photo Albums'

const SHARED = { grant_types: ['authorization_code'], scope: 'openid profile' }

const PRINTS_CLIENT = {
  ...SHARED,
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  post_logout_redirect_uris: [`${APP}/logged-out`],
} satisfies ClientMetadata

const ALBUMS_CLIENT = {
  ...SHARED,
  client_id: 'photo-albums-web',
  client_name: ALBUMS_NAME,
  client_secret: 'photo-albums-secret',
  redirect_uris: [`${ALBUMS}/callback`],
  post_logout_redirect_uris: [`${ALBUMS}/logged-out`],
  backchannel_logout_uri: `${ALBUMS}/backchannel-logout`,
  backchannel_logout_session_required: true,
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { origins, snapshots } = createServers(simulation, settings, {
    clients: [PRINTS_CLIENT, ALBUMS_CLIENT],
    policy: { backchannelLogoutAttempts: settings.attempts },
  })

  const prints = createApp(simulation, settings, {
    actor: 'app',
    url: APP,
    client: PRINTS_CLIENT,
    pages: createPages(APP_NAME, 'Order prints of your photos', { name: ALBUMS_NAME, url: `${ALBUMS}/` }),
  })
  const albums = createApp(simulation, settings, {
    actor: 'albums',
    url: ALBUMS,
    client: ALBUMS_CLIENT,
    pages: createPages(ALBUMS_NAME, 'Show your photos to your friends', { name: APP_NAME, url: `${APP}/` }),
  })

  /** What the attacker has read in the log of Photo Albums. */
  const leaked: { id_token?: string; logout_token?: string } = {}
  const attempts: string[] = []
  const attacker = createBackend(simulation, 'attacker', () => ({ ...leaked, attempts: [...attempts] }))
  const target: Target = {
    issuer: serverMetadata(settings).issuer,
    client_id: ALBUMS_CLIENT.client_id,
    backchannel_logout_uri: ALBUMS_CLIENT.backchannel_logout_uri,
    sub: ADA_SUB,
  }

  /** The log holds what its server received and got: the attacker reads along. */
  const readByAttacker: HttpHandler = async (request) => {
    const logout_token = new Map(parseForm(request.body)).get('logout_token')
    const response = await albums.handle(request)
    if (logout_token !== undefined && response.status === 200) leaked.logout_token ??= logout_token
    const id_token = albums.latestIdToken()
    if (id_token !== undefined) leaked.id_token = id_token
    return response
  }

  function attack(
    id: string,
    what: string,
    hint: string,
    token: (globals: ServerGlobals) => string | undefined,
  ): Action {
    return {
      id,
      label: `Attacker: send ${what}`,
      hint,
      place: 'stage',
      available: () => token(attacker.globals) !== undefined && !attacker.isBusy(id),
      run: () =>
        attacker.start(id, async (globals) => {
          const sent = sendToken(globals, target, token(globals) ?? '')
          attempts.push(`${what}: ${await sent.catch(() => 'no answer')}`)
        }),
    }
  }

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      auth: 'server',
      albums: 'server',
      attacker: 'attacker',
    }),
    origins: {
      ...origins,
      [APP]: { actor: 'app', handle: prints.handle },
      [ALBUMS]: { actor: 'albums', handle: readByAttacker },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: prints.snapshot,
      auth: snapshots.auth,
      albums: albums.snapshot,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      attack(
        'forge',
        'an unsigned sign-out',
        'He makes it up himself. The address that takes it has to be open to the whole internet.',
        (globals) => (albums.latestIdToken() === undefined ? undefined : forgeToken(globals, target)),
      ),
      attack(
        'send-id-token',
        'an ID token as a sign-out',
        'It stood in a log of the app. The server has signed it, and it is for this very app.',
        () => leaked.id_token,
      ),
      attack(
        'replay',
        'an old sign-out once more',
        'It stood in a log of the app. The server has signed it, and it was right at the time.',
        () => leaked.logout_token,
      ),
    ],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}

interface AppOptions {
  readonly actor: 'app' | 'albums'
  readonly url: string
  readonly client: typeof PRINTS_CLIENT | typeof ALBUMS_CLIENT
  readonly pages: AppPages
}

/** One of the two apps: the same code under another name. */
function createApp(simulation: Simulation, settings: Settings, { actor, url, client, pages }: AppOptions) {
  let latest: string | undefined
  const webApp = createWebAppBackend<PendingSignIn, Session>(simulation, actor, {
    session: { sameSite: 'Lax', lifetimeSeconds: settings.session_lifetime },
    label: actor,
    refusal: SignInError,
    failedPage: pages.failed,
  })
  const { backend, pending, sessions, fail } = webApp
  const watched: typeof sessions = {
    ...sessions,
    start(session) {
      latest = session.id_token
      return sessions.start(session)
    },
  }
  const checks = { verification: settings.verification, remembersTokens: settings.remembers_tokens }
  const routes = createRoutes(
    { ...backend.globals, pending, sessions: watched, pages, keys: { current: undefined }, used: new Map() },
    {
      ...serverMetadata(settings),
      client_id: client.client_id,
      client_secret: client.client_secret,
      redirect_uri: `${url}/callback`,
      post_logout_redirect_uri: `${url}/logged-out`,
      scope: client.scope,
      checks,
      ends: settings.ends,
    },
  )
  const noted = noteLogoutToken(simulation, actor, noteCallback(simulation, actor, routes), checks.verification)
  return { handle: serveRoutes(noted, fail), snapshot: backend.snapshot, latestIdToken: () => latest }
}

/** What becomes of a logout token, as notes; a refused one is answered with 400 (OpenID Connect Back-Channel Logout §2.8). */
function noteLogoutToken(
  { note }: Simulation,
  actor: string,
  routes: Routes,
  verification: Settings['verification'],
): Routes {
  const clause = 'OpenID Connect Back-Channel Logout §2.6'
  const path = 'POST /backchannel-logout'
  return {
    ...routes,
    async [path](request) {
      try {
        const response = await routes[path]?.(request)
        if (response === undefined) return json(404, {})
        if (verification !== 'none') {
          const [rule, message] =
            verification === 'all'
              ? ['logout_token', 'Signature, issuer, audience, event and identifier are as they must be.']
              : [
                  'logout_token_signature',
                  'Signature, issuer and audience fit. Whether it is a logout token was not asked.',
                ]
          note(actor, { type: 'check', rule, clause, passed: true, message })
        }
        return response
      } catch (error) {
        if (!(error instanceof LogoutTokenError)) throw error
        const fix = 'Send a logout token that this server has signed for this app, once.'
        note(actor, { type: 'check', rule: error.check, clause, passed: false, message: error.message, fix })
        const body = { error: 'invalid_request', error_description: error.message }
        return json(400, body, [['cache-control', 'no-store']])
      }
    },
  }
}
