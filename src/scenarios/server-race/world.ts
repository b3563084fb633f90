/** The parties: a tab whose calls refresh together, an authorization server with a database, an API, and somebody with a copy. */
import { html } from '../../http/index.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore, tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { signedOutPage } from '../../scenario-kit/parties/signed-in-tab.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createThief } from '../../scenario-kit/parties/thief.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { type Loot, replay } from './attacker.ts'
import { callApi, type Session, SignedOutError, UnavailableError } from './client.ts'
import { createDatabase, DATABASE, TABLE } from './database.ts'
import { overviewPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const PATHS = ['/photos', '/albums']

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const database = createDatabase()
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: {
      ...refreshPolicy(settings),
      refreshTokenDatabase: { url: TABLE, condition: settings.write_condition, writes: settings.writes },
    },
    routes: PATHS.map((path) => ({ method: 'GET', path, scope: 'photos:read', respond: () => ({ path }) })),
  })
  const config = { ...serverMetadata(settings), client_id: PHOTO_PRINTS.client_id, api: API }

  /** The app's memory: gone when its page is. */
  let session: Session = { tokens: undefined }
  let results: ReadonlyMap<string, string> = new Map()
  /** Why nobody is signed in any more. */
  let end: string | undefined
  let isFirstLoad = true

  async function signIn(page: Page): Promise<void> {
    const { access_token, refresh_token = '' } = await tokensFromBefore(simulation, servers)
    // The sign-in is left out here, and with it the write that made the row.
    const grant = servers.authorizationServer.running()?.snapshot().grants.at(-1)
    const current = grant?.refresh_tokens.at(-1)?.id ?? ''
    database.insert({ id: grant?.id ?? '', current, status: 'live', last_refresh: 0 })
    session = { tokens: { access_token, refresh_token } }
    results = new Map()
    end = undefined
    show(page)
  }

  async function load(page: Page): Promise<void> {
    session = { tokens: undefined }
    if (isFirstLoad) await signIn(page)
    else fail(page, new SignedOutError('The tokens were in the page’s memory, and the page was loaded again.'))
    isFirstLoad = false
  }

  function show(page: Page, alert?: string): void {
    page.show(end === undefined ? overviewPage(results, alert) : signedOutPage(end))
  }

  function fail(page: Page, error: unknown): void {
    if (!(error instanceof SignedOutError)) throw error
    end ??= error.message
    show(page)
  }

  function setResult(page: Page, path: string, result: string, alert?: string): void {
    results = new Map(results).set(path, result)
    show(page, alert)
  }

  const { userAgent, pageAction, start } = createTabApp(simulation, { load, fail })

  function call(page: Page, path: string): void {
    start(page, `call-${PATHS.indexOf(path) + 1}`, async (tab) => {
      try {
        const { ok, status } = await callApi(tab, config, session, path)
        setResult(page, path, ok ? 'has come' : `was refused: ${status}`)
      } catch (error) {
        const isTried = error instanceof UnavailableError
        setResult(page, path, 'did not come', isTried ? `${error.message} Try again.` : undefined)
        // A lost message is told in the list; everything else is for `fail`.
        if (!(error instanceof TypeError) && !isTried) throw error
      }
    })
  }

  function loadAll(page: Page, paths: readonly string[]): void {
    results = new Map()
    for (const path of paths) {
      setResult(page, path, 'is on its way')
      call(page, path)
    }
  }

  const thief = createThief<Loot>(simulation, (loot) => ({
    ...(loot !== undefined && { refresh_token: loot.refresh_token }),
  }))
  const copy: Action = {
    id: 'copy',
    label: 'Attacker: copy the refresh token',
    hint: 'Malware copies what the app has at this moment. Nothing is missing, and nothing is noticed.',
    place: 'stage',
    actor: 'attacker',
    available: () => session.tokens !== undefined,
    run() {
      if (session.tokens === undefined) return
      const { client_id, token_endpoint, api } = config
      thief.keep({ refresh_token: session.tokens.refresh_token, client_id, token_endpoint, api })
    },
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      api: 'server',
      auth: 'server',
      database: 'server',
      attacker: 'attacker',
    }),
    origins: {
      [APP]: { actor: 'app', handle: async () => html(200, overviewPage(new Map())) },
      [DATABASE]: { actor: 'database', handle: database.handle },
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...session.tokens } }),
      database: database.snapshot,
      attacker: thief.snapshot,
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'load', 'Load the overview', async (page) => loadAll(page, PATHS)),
      pageAction(WINDOW, 'load-photos', 'Load one part', async (page) => loadAll(page, PATHS.slice(0, 1))),
      pageAction(WINDOW, 'sign-in', 'Sign in again', signIn),
      copy,
      thief.action('replay', 'Attacker: use the copy', 'The attacker sends the copy, and reads the photos.', replay),
    ],
    open: () => userAgent.restore(WINDOW, pageFromBefore(overviewPage(new Map()), PATHS)),
  }
}
