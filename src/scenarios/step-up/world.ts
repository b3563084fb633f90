/** The parties: a browser, the app in it, the authorization server, an API with a door that opens to two factors, an authenticator. */
import { html, markup } from '../../http/index.ts'
import { multiFactor } from '../../protocol/authentication/index.ts'
import type { Route } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { finishSignIn, signIn, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { createAuthenticator, TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { ADA, API, APP, APP_NAME, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, callApi, type Demand, refresh, StepUpError } from './client.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const SCOPE = 'photos:read photos:write'
/** The scope that each call needs. */
const NEEDED = { GET: 'photos:read', DELETE: 'photos:write' } as const
const SIGN_IN = { action: 'sign-in', label: 'Sign in', isPrimary: true }
const SIGNED_IN_ACTIONS = [
  { action: 'show', label: 'Show my photos', isPrimary: true },
  { action: 'delete', label: 'Delete my photos' },
]

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    api: API,
  }
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: {
      lifetimes: { access_token: settings.access_token_lifetime },
      secondFactor: { maxAgeAtRefreshSeconds: settings.max_age_at_refresh },
    },
    factors: { totp: { secret: TOTP_SECRET } },
    routes: routes(settings),
  })
  const authenticator = createAuthenticator(simulation, { account: ADA.username })

  /** The app's memory: gone when its page is. */
  let tokens: TokenResponse | undefined

  async function load(page: Page): Promise<void> {
    tokens = undefined
    if (page.url.pathname !== '/callback') return
    const { sessionStorage } = page.globals
    const wanted = sessionStorage.getItem('wanted')
    sessionStorage.removeItem('wanted')
    tokens = (await finishSignIn(page.globals, config)).tokens
    noteStateAccepted(simulation, 'app')
    page.show(signedInPage())
    // What the person wanted before they were sent to step up. Asked again, it is not sent there again.
    if (wanted !== null) await call(page, wanted, tokens)
  }

  /** Calls the API; refreshes an expired token first. */
  async function call(page: Page, method: string, held: TokenResponse): Promise<void> {
    try {
      await show(page, method, held)
    } catch (error) {
      if (!(error instanceof SignInError) || error.code !== 'invalid_token') throw error
      tokens = await refresh(page.globals, config, held)
      await show(page, method, tokens)
    }
  }

  async function show(page: Page, method: string, held: TokenResponse): Promise<void> {
    const data = await callApi(page.globals, config, method, held)
    page.show(signedInPage(JSON.stringify(data, null, 2)))
  }

  /** Calls the API, and steps up when it asks for a better sign-in, or when a refresh was refused. */
  async function callOrStepUp(page: Page, method: keyof typeof NEEDED): Promise<void> {
    if (tokens === undefined) return
    try {
      await call(page, method, tokens)
    } catch (error) {
      const isRefused = error instanceof SignInError && error.code === 'invalid_grant'
      const demand = isRefused ? { acr_values: multiFactor } : error instanceof StepUpError ? error.demand : undefined
      if (demand === undefined) throw error
      page.globals.sessionStorage.setItem('wanted', method)
      const scope = settings.step_up_scope === 'all' ? SCOPE : NEEDED[method]
      await signIn(page.globals, config, { scope, ...demand })
    }
  }

  function fail(page: Page, error: unknown): void {
    page.show(failedPage(reportSignInError(simulation, 'app', error)))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })
  const demand: Demand = settings.asks_at_login ? { acr_values: multiFactor } : {}

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      auth: 'server',
      api: 'server',
      authenticator: 'device',
    }),
    origins: {
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : signingInPage()),
      },
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...tokens } }),
      ...servers.snapshots,
      authenticator: authenticator.snapshot,
    },
    userAgent,
    milestones: () => [...milestones(), authenticator.milestone()],
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => signIn(page.globals, config, { scope: SCOPE, ...demand })),
      pageAction(WINDOW, 'show', 'Show my photos', (page) => callOrStepUp(page, 'GET')),
      pageAction(WINDOW, 'delete', 'Delete my photos', (page) => callOrStepUp(page, 'DELETE')),
    ],
    open() {
      authenticator.start()
      userAgent.open(WINDOW, `${APP}/`)
    },
  }
}

function routes(settings: Settings): readonly Route[] {
  const [path, photos] = ['/photos', ['harbour.jpg', 'dunes.jpg']]
  const demand = { acr_values: settings.api_acr, max_age: settings.api_max_age }
  return [
    { method: 'GET', path, scope: NEEDED.GET, respond: () => ({ photos }) },
    { method: 'DELETE', path, scope: NEEDED.DELETE, ...demand, respond: () => ({ deleted: photos }) },
  ]
}

function startPage(): string {
  const body = markup`<p>Sign in, and allow this app to see and delete your photos.</p>`
  return appPage({ app: APP_NAME, title: 'Order prints of your photos', body, actions: [SIGN_IN] })
}

function signingInPage(): string {
  const body = markup`<p>The app exchanges the code for tokens.</p>`
  return appPage({ app: APP_NAME, title: 'Signing you in …', body })
}

function signedInPage(answer?: string): string {
  const body = answer === undefined ? markup`<p>What would you like to do?</p>` : markup`<pre>${answer}</pre>`
  return appPage({ app: APP_NAME, title: 'Signed in', body, actions: SIGNED_IN_ACTIONS })
}

function failedPage(alert: string): string {
  const body = markup`<p>Nothing was changed.</p>`
  return appPage({ app: APP_NAME, title: 'That did not work', body, alert, actions: [SIGN_IN] })
}
