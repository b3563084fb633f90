/** The parties: a browser, the app in it at two hosts, the authorization server, and the API. */
import { html } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, load as loadApp, readPhotos, start } from './client.ts'
import { signedInPage, signingInPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const HOSTS = { app: APP, www: 'https://www.app.example' } as const

const CLIENT = {
  client_id: 'photo-prints',
  client_name: APP_NAME,
  redirect_uris: [`${APP}/callback`],
  scope: 'photos:read',
} satisfies ClientMetadata

const REGISTRATIONS: Readonly<Record<Settings['client_type'], ClientMetadata>> = {
  public: { ...CLIENT, token_endpoint_auth_method: 'none' },
  web: { ...CLIENT, client_secret: 'photo-prints-secret' },
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, {
    clients: [REGISTRATIONS[settings.client_type]],
    policy: { scriptOrigins: [HOSTS[settings.web_origin]] },
  })
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read',
    api: API,
    responseMode: settings.response_mode,
    routerFirst: settings.router === 'first',
    mark: settings.mark,
  }

  /** The app’s memory: gone when its page is. */
  let tokens: TokenResponse | undefined

  async function load(page: Page): Promise<void> {
    tokens = await loadApp(page.globals, config)
    if (tokens === undefined) return
    noteStateAccepted(simulation, 'app')
    page.show(signedInPage())
  }

  function fail(page: Page, error: unknown): void {
    page.show(startPage(reportSignInError(simulation, 'app', error)))
  }

  const { userAgent, pageAction } = createTabApp(simulation, {
    load,
    fail,
    sites: { [HOSTS.www]: { actor: 'app', load } },
  })
  const pages = {
    actor: 'app',
    handle: async ({ url }: { readonly url: string }) =>
      html(200, new URL(url).pathname === '/' ? startPage() : signingInPage()),
  }

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', auth: 'server', api: 'server' }),
    origins: { [HOSTS.app]: pages, [HOSTS.www]: pages, ...servers.origins },
    snapshots: { browser: userAgent.snapshot, app: () => ({ memory: { ...tokens } }), ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => start(page.globals, config)),
      pageAction(WINDOW, 'call-api', 'Call the API', async (page) => {
        if (tokens === undefined) return
        page.show(signedInPage(JSON.stringify(await readPhotos(page.globals, config, tokens), null, 2)))
      }),
    ],
    open: () => userAgent.open(WINDOW, `${HOSTS[settings.opened_at]}/`),
  }
}
