/** The parties: a browser with one cookie, the script of the page, the server that renders it, an authorization server and an API. */
import { type HttpHandler, html, redirect } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore, tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, cookieLine, createHandler, type Tokens } from './client.ts'
import { loadPanel } from './frontend.ts'
import { homePage, panelsPage, signedOutPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const PANELS = ['albums', 'orders', 'people']

const CREDENTIALS = { client_secret: 'print-press-2026' }
const CLIENT: ClientMetadata = {
  client_id: 'photo-prints-ssr',
  client_name: APP_NAME,
  ...CREDENTIALS,
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'photos:read',
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    policy: refreshPolicy(settings),
    routes: [
      { method: 'GET', path: '/photos', scope: 'photos:read', respond: () => ({ photos: ['harbour.jpg'] }) },
      ...PANELS.map((panel) => ({
        method: 'GET',
        path: `/${panel}`,
        scope: 'photos:read',
        respond: () => ({ [panel]: [] }),
      })),
    ],
  })

  const renewals = new Map<string, Promise<Tokens>>()
  const app = createBackend(simulation, 'app', () => ({ renewals_under_way: renewals.size }))
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT.client_id,
    ...CREDENTIALS,
    api: API,
    refreshesIn: settings.refreshes_in,
    handsOn: settings.hands_on,
    sharesRefresh: settings.shares_refresh,
  }
  const handle: HttpHandler = (request) => createHandler({ ...app.forRequest(), renewals }, config)(request)

  /** Signs Ada in off the wire; returns the line that sets her cookie. */
  async function signIn() {
    const client = { client_id: CLIENT.client_id, credentials: CREDENTIALS }
    const { access_token, refresh_token = '', expires_in } = await tokensFromBefore(simulation, servers, client)
    const expires_at = Math.floor(simulation.clock.now() / 1000) + expires_in
    return cookieLine({ access_token, refresh_token, expires_at })
  }

  const paths = ['/', '/photos', ...PANELS.map((panel) => `/data/${panel}`)]
  const routes = {
    ...Object.fromEntries(paths.map((path) => [`GET ${path}`, handle])),
    'GET /login': async () => redirect('/', [await signIn()]),
  }

  /** What the page shows of its panels, until one says that the session is over. */
  let results: ReadonlyMap<string, string> | undefined

  const { userAgent, pageAction, start } = createTabApp(simulation, {
    actorIn: () => 'page',
    async load() {
      results = undefined
    },
    fail(_, error) {
      throw error
    },
  })

  function setResult(page: Page, panel: string, result: string): void {
    if (results === undefined) return
    results = new Map(results).set(panel, result)
    page.show(panelsPage(results))
  }

  function load(page: Page, panel: string): void {
    start(page, panel, async (globals) => {
      try {
        const { ok, status } = await loadPanel(globals, panel)
        if (status === 401 && results !== undefined) {
          results = undefined
          page.show(signedOutPage('The server says that nobody is signed in.'))
        }
        setResult(page, panel, ok ? 'has come' : `was refused: ${status}`)
      } catch (error) {
        // What `fetch` throws when the wire fails.
        if (!(error instanceof TypeError)) throw error
        setResult(page, panel, 'did not come')
      }
    })
  }

  function fail(error: unknown) {
    // A lost message between the servers.
    if (error instanceof TypeError) return html(502, homePage(error.message))
    throw error
  }

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', auth: 'server', api: 'server', page: 'app' }),
    origins: { [APP]: { actor: 'app', handle: serveRoutes(routes, fail) }, ...servers.origins },
    snapshots: { browser: userAgent.snapshot, app: app.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'panels', 'Load the panels', async (page) => {
        results = new Map()
        for (const panel of PANELS) {
          setResult(page, panel, 'is on its way')
          load(page, panel)
        }
      }),
    ],
    open() {
      simulation.tasks.start('sign-in-before', 'app', async () => {
        const cookie = await signIn()
        const page = pageFromBefore(homePage(), [])
        userAgent.restore(WINDOW, {
          ...page,
          response: { ...page.response, headers: [...page.response.headers, cookie] },
        })
      })
    },
  }
}
