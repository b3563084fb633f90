/** The parties: a browser with its habits, the app in it, the authorization server, and a helper that signs people in for apps. */
import { html } from '../../http/index.ts'
import { multiFactor } from '../../protocol/authentication/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { finishSignIn, signIn, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, handOver, renew } from './client.ts'
import { askHelper, isBackFromHelper, runHelper, signInByHelper } from './helper.ts'
import { helperPage, signedInPage, signedOutPage, startPage, waitingPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'

const APP_SITES: Readonly<Record<Settings['app_site'], string>> = { own: APP, server: 'https://prints.auth.example' }

const HELPERS: Readonly<Record<Exclude<Settings['helper'], 'none'>, string>> = {
  vendor: 'https://helper.example',
  own: 'https://helper.app.example',
}

const SCOPE = 'photos:read'
const MORE_SCOPE = 'photos:write'

const FRAME_WISHES: Readonly<Record<Settings['frame_asks'], ClientConfig['frame_wish']>> = {
  same: {},
  scope: { scope: `${SCOPE} ${MORE_SCOPE}` },
  second_factor: { acr_values: multiFactor },
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const app = APP_SITES[settings.app_site]
  const helper = settings.helper === 'none' ? undefined : HELPERS[settings.helper]
  const client: ClientMetadata = {
    ...PHOTO_PRINTS,
    redirect_uris: [`${app}/callback`, `${app}/silent`, ...(helper === undefined ? [] : [`${helper}/handler`])],
    grant_types: ['authorization_code', ...(settings.renewal === 'refresh_token' ? ['refresh_token'] : [])],
    scope: `${SCOPE} ${MORE_SCOPE}`,
  }
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    redirect_uri: `${app}/callback`,
    frame_redirect_uri: `${app}${settings.frame_page === 'registered' ? '/silent' : '/silent-renew'}`,
    scope: SCOPE,
    frame_wish: FRAME_WISHES[settings.frame_asks],
    renewal: settings.renewal,
  }
  const servers = createServers(simulation, settings, {
    clients: [client],
    ...(settings.frame_asks === 'second_factor' && { factors: { totp: { secret: TOTP_SECRET } } }),
    policy: {
      lifetimes: { access_token: settings.access_token_lifetime, session: settings.session_lifetime },
      sessionCookieSameSite: settings.session_cookie,
    },
  })

  /** The app’s memory: gone when its page is. */
  let tokens: TokenResponse | undefined
  /** How many tokens the app has had. */
  let count = 0

  function keep(page: Page, received: TokenResponse): void {
    tokens = received
    count += 1
    page.show(signedInPage(count === 1 ? 'The app has an access token.' : 'The app has a new access token.'))
  }

  async function load(page: Page): Promise<void> {
    const { pathname } = page.url
    if (pathname.startsWith('/silent')) return handOver(page.globals)
    tokens = undefined
    if (pathname === '/callback') {
      const { tokens: received } = await finishSignIn(page.globals, config)
      noteStateAccepted(simulation, 'app')
      return keep(page, received)
    }
    if (helper !== undefined && isBackFromHelper(page.globals)) keep(page, await askHelper(page.globals, helper))
  }

  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    tokens = undefined
    page.show(signedOutPage(alert))
  }

  const helperConfig = { ...config, redirect_uri: `${helper}/handler` }
  const { userAgent, pageAction } = createTabApp(simulation, {
    load,
    fail,
    origin: app,
    thirdPartyCookies: settings.third_party_cookies,
    sites:
      helper === undefined
        ? {}
        : { [helper]: { actor: 'helper', load: (page: Page) => runHelper(page.globals, helperConfig, app) } },
  })

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', auth: 'server', helper: 'app' }),
    origins: {
      ...servers.origins,
      [app]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : waitingPage()),
      },
      ...(helper !== undefined && { [helper]: { actor: 'helper', handle: async () => html(200, helperPage()) } }),
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...tokens } }),
      auth: servers.snapshots.auth,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', async ({ globals }) =>
        helper === undefined ? signIn(globals, config, { scope: config.scope }) : signInByHelper(globals, helper),
      ),
      pageAction(WINDOW, 'renew', 'Renew the token', async (page) => {
        const renewed = tokens && (await renew(page.globals, config, tokens))
        if (renewed !== undefined) keep(page, renewed)
      }),
    ],
    open: () => userAgent.open(WINDOW, `${app}/`),
  }
}
