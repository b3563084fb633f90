/** The parties: a browser, a web app that guards its pages, the authorization server, and the API behind the app. */
import { type HttpResponse, html } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteClientRefusal } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, skewedClock, type World } from '../../simulation/index.ts'
import { type ClientConfig, createRoutes } from './client.ts'
import { failedPage } from './pages.ts'
import { createCookies, type Session } from './sessions.ts'
import type { Settings } from './settings.ts'

const CLIENT = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/auth/callback`],
  grant_types: ['authorization_code'],
  scope: 'openid photos:read',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    roles: Array.from({ length: settings.groups }, (_, index) => `photo-club-${index + 1}`),
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })

  const kept = new Map<string, Session>()
  const log: string[] = []
  const itsOwn = { ...simulation, clock: skewedClock(simulation.clock, settings.app_clock) }
  const backend = createBackend(itsOwn, 'app', () => ({ sessions: Object.fromEntries(kept), log: [...log] }))
  const key = backend.globals.crypto.getRandomValues(new Uint8Array(32))
  const cookies = createCookies(
    backend.globals,
    { key, sessionKept: settings.session_kept, namesPath: settings.cookie_path === '/' },
    kept,
  )

  let started = 0
  /** What a session is called here; it ends when the app says so. */
  function noteSession(): void {
    started += 1
    simulation.note('app', {
      type: 'lifecycle',
      artifact: 'app_session',
      id: `app_session-${started}`,
      change: 'issued',
    })
  }

  function logRefusal(refusal: SignInError): void {
    log.push(`${refusal.code}: ${refusal.message}`)
    noteClientRefusal(simulation, 'app', refusal)
  }

  function fail(error: unknown): HttpResponse {
    if (error instanceof SignInError) {
      logRefusal(error)
      return html(500, failedPage(`${error.code}: ${error.message}`))
    }
    if (error instanceof TypeError) return html(502, failedPage(`network_error: ${error.message}`))
    throw error
  }

  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT.client_id,
    client_secret: CLIENT.client_secret,
    redirect_uri: `${APP}/auth/callback`,
    scope: settings.scope,
    api: API,
    guardsCallback: settings.guarded === 'everything',
    leeway: settings.leeway,
    stopsLoops: settings.stops_loops,
    ignoresErrors: settings.on_error === 'ignored',
  }
  const app = {
    ...backend.globals,
    log: logRefusal,
    cookies: {
      ...cookies,
      async startSession(session: Session) {
        noteSession()
        return cookies.startSession(session)
      },
    },
  }
  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', api: 'server' }),
    origins: { [APP]: { actor: 'app', handle: serveRoutes(createRoutes(app, config), fail) }, ...servers.origins },
    snapshots: { browser: userAgent.snapshot, app: backend.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${APP}/photos`),
  }
}
