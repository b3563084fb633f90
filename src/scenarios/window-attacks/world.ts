/** The parties: an app that signs in by a popup, its servers, and the attacker with a site and a computer of their own. */
import { html } from '../../http/index.ts'
import type { Route } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { finishSignIn, signIn, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { describeError, reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteClientRefusal, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAttacks } from '../../scenario-kit/parties/attacks.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { createVouchers, type Loot, listen, plant, readPhotos, signInThemselves, VOUCHERS } from './attacker.ts'
import { type ClientConfig, handOver, hearTokens, openSignIn, upload } from './client.ts'
import { createPrize, layOver } from './overlay.ts'
import { baitPage, betweenPage, prizePage, signedInPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const [WINDOW, POPUP] = ['tab', 'popup']
/** The action that uploads in the window of a page. */
const uploadOf = ({ window }: Page) => (window === POPUP ? 'upload-in-popup' : 'upload')

const MALLORY = { username: 'mallory', password: 'let me in' }

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const client = { ...PHOTO_PRINTS, grant_types: ['authorization_code'], scope: 'photos:read photos:write' }
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read photos:write',
    api: API,
    target: settings.target,
    checksSender: settings.checks_sender,
  }
  const albums = new Map([[ADA_SUB, ['harbour.jpg', 'dunes.jpg']]])
  const albumOf = (sub: unknown) => albums.get(String(sub)) ?? []
  const routes: readonly Route[] = [
    { method: 'GET', path: '/photos', scope: 'photos:read', respond: ({ sub }) => ({ photos: [...albumOf(sub)] }) },
    {
      method: 'POST',
      path: '/photos',
      scope: 'photos:write',
      respond({ sub }) {
        albums.set(String(sub), [...albumOf(sub), 'passport.jpg'])
        return { uploaded: 'passport.jpg' }
      },
    },
  ]
  const servers = createServers(simulation, settings, {
    clients: [client],
    users: [
      { ...ADA, sub: ADA_SUB },
      { ...MALLORY, sub: 'mallory' },
    ],
    routes,
    registration: {},
    policy: {
      sessionCookieSameSite: settings.server_cookies,
      signInCookieSameSite: settings.server_cookies,
      framingHeaders: [
        ...(settings.frame_ancestors ? (['frame-ancestors'] as const) : []),
        ...(settings.x_frame_options ? (['x-frame-options'] as const) : []),
      ],
    },
  })

  /** The app’s memory, by window: gone when its page is. */
  const tokens = new Map<string, TokenResponse>()

  async function load(page: Page): Promise<void> {
    tokens.delete(page.window)
    const { pathname } = page.url
    if (pathname === '/sign-in') return signIn(page.globals, config, { scope: config.scope })
    if (pathname === '/callback') {
      const received = (await finishSignIn(page.globals, config)).tokens
      noteStateAccepted(simulation, 'app')
      return handOver(page.globals, config, received)
    }
    hearTokens(page.globals, config, {
      take(received) {
        tokens.set(page.window, received)
        page.show(signedInPage(uploadOf(page), 'The app has an access token.'))
      },
      refuse(why) {
        noteClientRefusal(simulation, 'app', why)
      },
    })
  }

  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    if (page.url.origin === VOUCHERS) page.show(baitPage())
    else
      page.show(
        tokens.has(page.window) ? signedInPage(uploadOf(page), 'Nothing was changed.', alert) : startPage(alert),
      )
  }

  /** Only the prize’s page has a script that runs by itself. */
  async function loadSite({ url, globals }: Page): Promise<void> {
    if (url.pathname === '/prize') await layOver(globals)
  }

  const sites = { [VOUCHERS]: { actor: 'attacker', load: loadSite } }
  const { userAgent, pageAction } = createTabApp(simulation, { load, fail, sites })

  const uploadIn = (window: string, id: string): Action =>
    pageAction(window, id, 'Upload a photo', async (page) => {
      const { access_token = '' } = tokens.get(window) ?? {}
      const { status, ok } = await upload(page.globals, config, access_token)
      const alert = ok ? undefined : `The API answered ${status}.`
      page.show(signedInPage(id, ok ? 'Your photo was uploaded.' : 'Nothing was changed.', alert))
    })

  const loot: Loot = {}
  const attacker = createBackend(simulation, 'attacker', () => ({ ...loot }))
  const attackersBrowser = createRemoteBrowser(simulation, 'attacker')

  const attack = createAttacks(attacker)

  const prize = serveRoutes(createPrize(attacker.globals, servers.metadata, loot), (error) =>
    html(400, prizePage(describeError(error, SignInError))),
  )
  const vouchers = createVouchers(loot)
  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }),
    origins: {
      ...servers.origins,
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : betweenPage()),
      },
      [VOUCHERS]: {
        actor: 'attacker',
        handle: (request) => (new URL(request.url).pathname.startsWith('/prize') ? prize : vouchers)(request),
      },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: Object.fromEntries([...tokens].map(([window, received]) => [window, { ...received }])) }),
      ...servers.snapshots,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', async ({ globals }) => openSignIn(globals)),
      uploadIn(WINDOW, 'upload'),
      uploadIn(POPUP, 'upload-in-popup'),
      pageAction(WINDOW, 'claim', 'Get the voucher', ({ globals }) => listen(globals, APP)),
      pageAction(WINDOW, 'spend', 'Spend it now', ({ globals }) => plant(globals, APP)),
      {
        id: 'open-prize',
        label: 'Open my prize',
        hint: 'Over the button lies a frame that nobody sees. What it shows there is what is pressed.',
        place: 'page',
        available: () => userAgent.page(WINDOW)?.offers('open-prize') ?? false,
        run: () => userAgent.pressThrough(WINDOW, 'consent', { decision: 'approve' }),
      },
      attack(
        'own-sign-in',
        {
          label: 'sign in with their own account',
          hint: 'They have an account there as well. Its token is what their site will hand out.',
          isPossible: () => loot.own === undefined,
        },
        async () => {
          loot.own = await signInThemselves(attacker.globals, attackersBrowser, config, MALLORY)
        },
      ),
      attack(
        'read-photos',
        {
          label: 'read the photos',
          hint: 'From their own computer, with the token that their site was told, or else with their own.',
          isPossible: () => (loot.stolen ?? loot.own) !== undefined,
        },
        async () => {
          loot.photos = await readPhotos(attacker.globals, API, loot.stolen ?? loot.own ?? '')
        },
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}
