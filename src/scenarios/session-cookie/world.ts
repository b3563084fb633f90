/** The parties: a page and its backend, the authorization server, the API, and somebody who would like to have what they have. */
import { type HttpRequest, type HttpResponse, json, markup } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import type { SessionCookie } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { ATTACKER, createAttacker, rideSession, stealCookie } from './attacker.ts'
import { createRoutes, type Session } from './client.ts'
import { type Answer, isSignedIn, loadPhotos, orderPrints } from './frontend.ts'
import { failedPage, homePage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'

const CLIENT = {
  client_id: 'photo-prints-bff',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'openid offline_access photos:read photos:write',
} satisfies ClientMetadata

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
    routes: [
      {
        method: 'GET',
        path: '/photos',
        scope: 'photos:read',
        respond: () => ({ photos: ['harbour.jpg', 'dunes.jpg'] }),
      },
      { method: 'POST', path: '/orders', scope: 'photos:write', respond: () => ({ ordered: '100 prints' }) },
    ],
  })
  const session: Omit<SessionCookie, 'name'> = {
    sameSite: settings.same_site,
    httpOnly: settings.http_only,
    lifetimeSeconds: settings.session_lifetime,
  }
  const webApp = createWebAppBackend<PendingSignIn, Session>(simulation, 'bff', {
    session,
    refusal: SignInError,
    failedPage,
  })
  const { backend, pending, sessions, fail: failedSignIn } = webApp
  const routes = createRoutes(
    { ...backend.globals, pending, sessions },
    {
      ...serverMetadata(settings),
      client_id: CLIENT.client_id,
      client_secret: CLIENT.client_secret,
      redirect_uri: `${APP}/callback`,
      scope: CLIENT.scope,
      api: API,
      requiresHeader: settings.requires_header,
      redirectsCalls: settings.without_session === 'redirect',
    },
  )
  const loot: string[] = []
  const attacker = createBackend(simulation, 'attacker', () => ({ loot: [...loot] }))

  /** What the page was told when it loaded. */
  let hadSession = false

  async function load(page: Page): Promise<void> {
    if (page.url.pathname !== '/') return
    hadSession = false
    hadSession = await isSignedIn(page.globals)
    page.show(hadSession ? homePage() : startPage())
  }

  function fail(page: Page, error: unknown): void {
    if (!(error instanceof TypeError)) throw error
    const alert = `network_error: ${error.message}`
    // Whose backend redirects waits for no 401: to such a page this is the network, and not the session.
    const staysSignedIn = hadSession && settings.without_session === 'redirect'
    page.show(staysSignedIn ? homePage(undefined, alert) : startPage(alert))
  }

  /** The page's script reads JSON, a person a page. */
  function failOnServer(error: unknown, { url }: HttpRequest): HttpResponse {
    if (!new URL(url).pathname.startsWith('/api/')) return failedSignIn(error)
    // The refresh was refused: the session is useless now.
    if (error instanceof SignInError) return json(401, { error: error.code })
    if (error instanceof TypeError) return json(502, { error: 'network_error' })
    throw error
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })

  function show(page: Page, { status, data }: Answer): void {
    if (status === 401) page.show(startPage('Your session is over. Please sign in again.'))
    else page.show(homePage(markup`<p>The backend answered ${status}:</p><pre>${JSON.stringify(data, null, 2)}</pre>`))
  }

  /** A script that got into the page, through an advertisement or a dependency. */
  function injected(id: string, label: string, hint: string, body: (page: Page) => Promise<void>): Action {
    return {
      id,
      label,
      hint,
      place: 'stage',
      available: () => userAgent.page(WINDOW)?.offers('photos') ?? false,
      run() {
        const page = userAgent.page(WINDOW)
        page?.run(() => body(page).catch((error: unknown) => fail(page, error)))
      },
    }
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      bff: 'server',
      app: 'app',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }),
    origins: {
      ...servers.origins,
      [APP]: { actor: 'bff', handle: serveRoutes(noteCallback(simulation, 'bff', routes), failOnServer) },
      [ATTACKER]: { actor: 'attacker', handle: createAttacker(attacker.globals, (item) => loot.push(item)) },
    },
    snapshots: {
      browser: userAgent.snapshot,
      bff: backend.snapshot,
      ...servers.snapshots,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'photos', 'Show my photos', async (page) => show(page, await loadPhotos(page.globals))),
      pageAction(WINDOW, 'order', 'Order prints', async (page) => show(page, await orderPrints(page.globals))),
      {
        id: 'open-bait',
        label: 'Open the attacker’s page',
        hint: 'A link in an email. Its button posts a form to the app: cross-site request forgery.',
        place: 'stage',
        available: () => userAgent.page(WINDOW)?.offers('photos') ?? false,
        run: () => userAgent.visit(WINDOW, `${ATTACKER}/prize`),
      },
      injected(
        'steal-cookie',
        'Inject a script: steal the cookie',
        'It reads document.cookie and sends it away.',
        (page) => stealCookie(page.globals),
      ),
      injected(
        'ride-session',
        'Inject a script: use the session',
        'It calls the backend from inside the page, as the page’s own script does.',
        (page) => rideSession(page.globals),
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}
