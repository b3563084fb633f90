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
import { limitHeaders } from './web-server.ts'

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
    {
      key,
      sessionKept: settings.session_kept,
      namesPath: settings.cookie_path === '/',
      signInCookies: settings.sign_in_cookies,
    },
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

  function refuseHeader(name: string, bytes: number): void {
    simulation.note('app', {
      type: 'check',
      rule: 'header_size',
      clause: 'RFC 6585 §5',
      passed: false,
      message: `Request Header Or Cookie Too Large: the field ${name} has ${bytes} bytes, and ${settings.header_limit} are read.`,
      sent: String(bytes),
      expected: `${settings.header_limit} at most`,
      fix: 'Keep a bounded number of cookies. Until then, clear those of this site in the browser.',
    })
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
  const handle = limitHeaders(serveRoutes(createRoutes(app, config), fail), settings.header_limit, refuseHeader)

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', api: 'server' }),
    origins: { [APP]: { actor: 'app', handle }, ...servers.origins },
    snapshots: { browser: userAgent.snapshot, app: backend.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      {
        id: 'open-again',
        label: 'Open the photos once more',
        hint: 'Another click, a tab that reloads by itself, a prefetch: each begins a sign-in, and nobody finishes it.',
        place: 'stage',
        // With one cookie nothing piles up.
        available: () => settings.sign_in_cookies !== 'one',
        run: () => userAgent.visit('tab', `${APP}/photos`),
      },
    ],
    open: () => userAgent.open('tab', `${APP}/photos`),
  }
}
