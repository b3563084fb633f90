/** The parties: two tabs of one browser, the server that their app comes from, and the authorization server. */
import { html } from '../../http/index.ts'
import type { TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteIdTokenAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, finishSignIn, signIn } from './client.ts'
import { signedInPage, signingInPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const TABS = ['tab-1', 'tab-2'] as const

const SHARED: Readonly<Record<Settings['shared'], ClientConfig['shared']>> = {
  nothing: [],
  everything: ['state', 'nonce', 'code_verifier'],
  verifier: ['code_verifier'],
  nonce: ['nonce'],
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, { clients: [PHOTO_PRINTS] })
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'openid photos:read',
    shared: SHARED[settings.shared],
  }
  /** Each tab’s memory. */
  const tokens: Record<string, TokenResponse | undefined> = {}

  async function load(page: Page): Promise<void> {
    tokens[page.window] = undefined
    if (page.url.pathname === '/') {
      page.show(startPage(page.window))
      return
    }
    tokens[page.window] = await finishSignIn(page.globals, config)
    noteStateAccepted(simulation, page.window)
    noteIdTokenAccepted(simulation, page.window)
    page.show(signedInPage())
  }

  function fail(page: Page, error: unknown): void {
    page.show(startPage(page.window, reportSignInError(simulation, page.window, error)))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail, actorIn: (window) => window })
  const memoryOf = (tab: string) => () => ({ memory: { ...tokens[tab] } })

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      auth: 'server',
      app: 'server',
      'tab-1': 'app',
      'tab-2': 'app',
    }),
    origins: {
      [APP]: { actor: 'app', handle: async () => html(200, signingInPage()) },
      [ISSUER]: servers.origins[ISSUER] ?? { actor: 'auth', handle: servers.authorizationServer.handle },
    },
    snapshots: {
      browser: userAgent.snapshot,
      ...Object.fromEntries(TABS.map((tab) => [tab, memoryOf(tab)])),
      auth: servers.snapshots.auth,
    },
    userAgent,
    milestones,
    actions: TABS.map((tab) =>
      pageAction(tab, `sign-in-${tab}`, `Sign in, in ${settings[`name_${tab}`]}`, (page) =>
        signIn(page.globals, config),
      ),
    ),
    open() {
      for (const tab of TABS) userAgent.restore(tab, pageFromBefore(startPage(tab), []))
    },
  }
}
