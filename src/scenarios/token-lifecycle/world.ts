/** The parties: a browser, the app that runs in it, an authorization server and an API. */
import { html } from '../../http/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { finishSignIn, signIn } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, loadPhotos, RefusedError, type Tokens } from './client.ts'
import { signedInPage, signingInPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read',
    api: API,
    decide: (question, answer) => simulation.note('app', { type: 'decision', question, answer }),
  }
  const grant_types = ['authorization_code', ...(settings.refresh_tokens ? ['refresh_token'] : [])]
  const servers = createServers(simulation, settings, {
    clients: [{ ...PHOTO_PRINTS, grant_types }],
    policy: {
      lifetimes: {
        access_token: settings.access_token_lifetime,
        refresh_token: settings.refresh_token_lifetime,
        session: settings.session_lifetime,
      },
      refreshTokenRotation: settings.rotation,
    },
  })

  /** The app's memory: gone when its page is. */
  let tokens: Tokens | undefined

  async function load(page: Page): Promise<void> {
    tokens = undefined
    if (page.url.pathname === '/') return
    tokens = (await finishSignIn(page.globals, config)).tokens
    page.show(signedInPage())
  }

  function fail(page: Page, error: unknown): void {
    const isKnown = [RefusedError, SignInError, TypeError].some((kind) => error instanceof kind)
    if (!(error instanceof Error) || !isKnown) throw error
    const alert = error instanceof SignInError ? `${error.code}: ${error.message}` : error.message
    page.show(tokens === undefined ? startPage(alert) : signedInPage({ alert }))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', auth: 'server', api: 'server' }),
    origins: {
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : signingInPage()),
      },
      ...servers.origins,
    },
    snapshots: { browser: userAgent.snapshot, app: () => ({ memory: { ...tokens } }), ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => signIn(page.globals, config, { scope: config.scope })),
      pageAction(WINDOW, 'load-photos', 'Load the photos', async (page) => {
        if (tokens === undefined) return
        const loaded = await loadPhotos(page.globals, config, tokens)
        tokens = loaded?.tokens
        if (loaded !== undefined) page.show(signedInPage({ photos: loaded.photos }))
      }),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}
