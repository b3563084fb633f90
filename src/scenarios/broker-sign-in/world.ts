/** The parties: the app, the broker that it knows, the upstream server that the broker knows, and somebody with Ada’s address. */
import type { HttpHandler } from '../../http/index.ts'
import { html } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { ClientMetadata, User } from '../../protocol/index.ts'
import type { ConfidentialClientConfig, PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { createServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteClientRefusal } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { createSecondServer } from '../../scenario-kit/parties/second-server.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { createAppRoutes, type Session } from './app.ts'
import { signInWithPassword } from './attacker.ts'
import { type BrokerConfig, createRoutes, type Pending } from './client.ts'
import { brokerFailedPage, failedPage } from './pages.ts'
import { ADAS_ACCOUNT, createDirectory, MALLORY, UPSTREAM, upstreamUsers } from './people.ts'
import type { Settings } from './settings.ts'

const SESSION_SECONDS = 3600
const UPSTREAM_SECONDS = 600

const PHOTO_PRINTS = {
  client_id: 'photo-prints',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  scope: 'openid',
} satisfies ClientMetadata

const BROKER = {
  client_id: 'login-broker',
  client_name: 'the login of Photo Prints',
  client_secret: 'login-broker-secret',
  redirect_uris: [`${ISSUER}/federation/callback`],
  scope: 'openid profile email',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const upstream = createSecondServer(simulation, 'upstream', {
    issuer: UPSTREAM,
    clients: [BROKER],
    users: upstreamUsers(settings),
  })
  const accounts: User[] = []
  const broker = createBackend(simulation, 'auth', () => ({}))
  const directory = createDirectory(accounts, settings, {
    randomText: () => [...broker.globals.crypto.getRandomValues(new Uint8Array(16))].join('-'),
    note: (note) => simulation.note('auth', note),
  })
  const { authorizationServer } = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    users: accounts,
    identityProviders: [{ name: new URL(UPSTREAM).host, url: `${ISSUER}/federation/start` }],
    policy: { consent: 'never' },
  })

  const upstreamSignIns = createServerSessions<Pending>(
    broker.globals,
    { name: '__Host-upstream-sign-in', sameSite: 'Lax', lifetimeSeconds: UPSTREAM_SECONDS },
    { artifact: 'upstream_sign_in', note: (note) => simulation.note('auth', note) },
  )
  const brokerConfig: BrokerConfig = {
    ...upstream.metadata,
    client_id: BROKER.client_id,
    client_secret: BROKER.client_secret,
    redirect_uri: `${ISSUER}/federation/callback`,
    linking: settings.linking,
  }
  const noServer = async () => html(400, brokerFailedPage('No sign-in has been begun here.'))
  const brokerRoutes = createRoutes(
    {
      ...broker.globals,
      pending: upstreamSignIns,
      directory: directory.port,
      async signedIn(request, transaction, account, person) {
        directory.noteSignIn(person, account)
        const { sub } = account
        return authorizationServer.running()?.answerSignIn(request, transaction, { sub, amr: person.amr }) ?? noServer()
      },
      async notSignedIn(request, transaction, refusal) {
        noteClientRefusal(simulation, 'auth', refusal)
        const error =
          refusal.code === 'account_exists'
            ? 'access_denied'
            : refusal.code === 'access_denied' || refusal.code === 'temporarily_unavailable'
              ? refusal.code
              : 'server_error'
        const { message } = refusal
        return authorizationServer.running()?.answerSignIn(request, transaction, { error, message }) ?? noServer()
      },
    },
    brokerConfig,
  )
  const federation = serveRoutes(brokerRoutes, (error) => {
    if (!(error instanceof SignInError)) throw error
    noteClientRefusal(simulation, 'auth', error)
    return html(400, brokerFailedPage(`${error.code}: ${error.message}`))
  })
  const handleAtBroker: HttpHandler = (request) =>
    new URL(request.url).pathname.startsWith('/federation/') ? federation(request) : authorizationServer.handle(request)

  const orders = new Map<string, readonly string[]>()
  if (settings.registered_by === 'ada') orders.set(ADAS_ACCOUNT, ['40 prints of harbour.jpg'])
  const app = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const appConfig: ConfidentialClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    client_secret: PHOTO_PRINTS.client_secret,
    redirect_uri: `${APP}/callback`,
    scope: 'openid',
  }
  const appRoutes = createAppRoutes(
    { ...app.backend.globals, pending: app.pending, sessions: app.sessions, orders },
    appConfig,
  )

  let loot: string | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({ page: loot }))
  const attackersBrowser = createRemoteBrowser(simulation, 'attacker')

  function brokerSnapshot(): Json {
    const snapshot = authorizationServer.snapshot() as { readonly [member: string]: Json }
    if (authorizationServer.running() === undefined) return snapshot
    return { ...snapshot, account_links: directory.links(), upstream_sign_ins: upstreamSignIns.snapshot() }
  }

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      auth: 'server',
      upstream: 'server',
      attacker: 'attacker',
    }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(noteCallback(simulation, 'app', appRoutes), app.fail) },
      [ISSUER]: { actor: 'auth', handle: handleAtBroker },
      [UPSTREAM]: upstream.origin,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: app.backend.snapshot,
      auth: brokerSnapshot,
      upstream: upstream.server.snapshot,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      {
        id: 'attacker-sign-in',
        label: 'Attacker: sign in with the password',
        hint: 'The attacker registered the account, and nobody has changed its password.',
        place: 'stage',
        actor: 'attacker',
        available: () => settings.registered_by === 'attacker' && !attacker.isBusy('sign-in'),
        run() {
          attacker.start('sign-in', async () => {
            loot = await signInWithPassword(attackersBrowser, APP, MALLORY).catch(() => 'no answer')
          })
        },
      },
    ],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}
