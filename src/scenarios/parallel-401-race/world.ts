/** The parties of the race: a tab whose calls share their tokens, an authorization server and an API. */
import { html } from '../../http/index.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore, tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { signedOutPage } from '../../scenario-kit/parties/signed-in-tab.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { callApi, type RefreshStrategy, type Session, SignedOutError } from './client.ts'
import { dashboardPage } from './pages.ts'
import type { Settings } from './settings.ts'
import { createStrategy as noStrategy } from './strategy-none.ts'
import { createStrategy as refreshAhead } from './strategy-refresh-ahead.ts'
import { createStrategy as singleFlight } from './strategy-single-flight.ts'

const WINDOW = 'tab'
const PATHS = ['/photos', '/albums', '/places', '/people', '/orders', '/profile']
const STRATEGIES: Readonly<Record<Settings['strategy'], () => RefreshStrategy>> = {
  none: noStrategy,
  single_flight: singleFlight,
  refresh_ahead: refreshAhead,
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const paths = PATHS.slice(0, settings.calls)
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: refreshPolicy(settings),
    routes: PATHS.map((path) => ({ method: 'GET', path, scope: 'photos:read', respond: () => ({ path }) })),
  })
  const strategy = STRATEGIES[settings.strategy]()
  const config = { ...serverMetadata(settings), client_id: PHOTO_PRINTS.client_id, api: API }

  /** The app's memory: gone when its page is. */
  let session: Session = { config, tokens: undefined }
  let results: ReadonlyMap<string, string> = new Map()
  /** Why nobody is signed in any more. */
  let end: string | undefined
  let isFirstLoad = true

  async function signIn(page: Page): Promise<void> {
    const { expires_in, ...tokens } = await tokensFromBefore(simulation, servers)
    session = { config, tokens: { ...tokens, expires_at: page.globals.Date.now() + expires_in * 1000 } }
    results = new Map()
    end = undefined
    show(page)
  }

  async function load(page: Page): Promise<void> {
    session = { config, tokens: undefined }
    if (isFirstLoad) await signIn(page)
    else fail(page, new SignedOutError('The tokens were in the page’s memory, and the page was loaded again.'))
    isFirstLoad = false
  }

  function show(page: Page): void {
    page.show(end === undefined ? dashboardPage(results) : signedOutPage(end))
  }

  function fail(page: Page, error: unknown): void {
    if (!(error instanceof SignedOutError)) throw error
    end ??= error.message
    show(page)
  }

  function setResult(page: Page, path: string, result: string): void {
    results = new Map(results).set(path, result)
    show(page)
  }

  const { userAgent, pageAction, start } = createTabApp(simulation, { load, fail })

  function call(page: Page, path: string): void {
    start(page, `call-${paths.indexOf(path) + 1}`, async (tab) => {
      try {
        const { ok, status } = await callApi(tab, session, strategy, path)
        setResult(page, path, ok ? 'has come' : `was refused: ${status}`)
      } catch (error) {
        setResult(page, path, 'did not come')
        // A lost message is told in the list; everything else is for `fail`.
        if (!(error instanceof TypeError)) throw error
      }
    })
  }

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', api: 'server', auth: 'server' }),
    origins: {
      [APP]: { actor: 'app', handle: async () => html(200, dashboardPage(new Map())) },
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...session.tokens } }),
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'load', 'Load the dashboard', async (page) => {
        results = new Map()
        for (const path of paths) {
          setResult(page, path, 'is on its way')
          call(page, path)
        }
      }),
      pageAction(WINDOW, 'sign-in', 'Sign in again', signIn),
    ],
    open: () => userAgent.restore(WINDOW, pageFromBefore(dashboardPage(new Map()), paths)),
  }
}
