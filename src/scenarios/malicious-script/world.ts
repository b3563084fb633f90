/** The parties: an app whose tokens live where the settings say, its servers, and a script that got into its page. */
import { type HttpResponse, html } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createKeyStore, withKey } from '../../scenario-kit/parties/key-pairs.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createThief } from '../../scenario-kit/parties/thief.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import {
  ATTACKER,
  callAsApp,
  copyTokens,
  createAttacker,
  followTokens,
  getCode,
  getTokens,
  type InjectedScript,
  type Loot,
  readPhotos,
} from './attacker.ts'
import { createBff, createMediator, type Session } from './backend.ts'
import { type Access, createTokenClient, type PageScript, readResponse, signIn } from './client.ts'
import { accessByBff, accessByMediator } from './frontend.ts'
import { signedInPage, startingPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'
import { storeInMemory, storeInSession } from './token-stores.ts'
import { accessByWorker, answerPage } from './worker.ts'

const WINDOW = 'tab'
/** The popup of the injected script. */
const POPUP = 'popup'

const SCOPE = 'openid offline_access photos:read'

const BACKEND_CLIENT = {
  ...PHOTO_PRINTS,
  client_id: 'photo-prints-backend',
  client_secret: 'photo-prints-secret',
  token_endpoint_auth_method: 'client_secret_basic',
} satisfies ClientMetadata

/** The app in one page: what its code and an injected script share. */
interface LoadedApp {
  /** The page's `window`: its members can be replaced. */
  readonly window: { -readonly [Name in keyof PageScript]: PageScript[Name] }
  readonly access: Access
  redeem?: (script: PageScript) => Promise<void>
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const isAtBackend = settings.tokens === 'bff' || settings.tokens === 'mediator'
  const isAtWorker = settings.tokens === 'worker'
  const bindsTokens = settings.dpop && !isAtBackend
  const servers = createServers(simulation, settings, {
    clients: [{ ...PHOTO_PRINTS, ...(bindsTokens && { dpop_bound_access_tokens: true }) }, BACKEND_CLIENT],
    policy: {
      lifetimes: { access_token: settings.access_token_lifetime },
      refreshTokenRotation: settings.rotation,
      sessionCookieSameSite: settings.silent_frames ? 'None' : 'Lax',
      consent: settings.consent_each_time ? 'always' : 'remembered',
    },
    ...(bindsTokens && { dpop: { nonce: 'off' } }),
  })
  const config = {
    ...serverMetadata(settings),
    client_id: isAtBackend ? BACKEND_CLIENT.client_id : PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    scope: SCOPE,
    api: API,
    bindsTokens,
  }

  const idb = createKeyStore()
  const memory = storeInMemory()
  let app: LoadedApp | undefined

  /** The app starts anew with each page: what it had in memory is gone. */
  function startApp(page: Page): LoadedApp {
    const scriptOf = (globals: Page['globals']) => ({
      ...globals,
      crypto: withKey(simulation, globals.crypto, 'PAGE_KEY'),
      idb,
    })
    const window = scriptOf(page.globals)
    memory.write(undefined)
    if (settings.tokens === 'bff') return { window, access: accessByBff(window) }
    if (settings.tokens === 'mediator') return { window, access: accessByMediator(window, API, memory) }
    if (isAtWorker) {
      const worker = createTokenClient(scriptOf(page.thread('worker', 'worker')), config, memory)
      const ask = (request: Parameters<typeof answerPage>[1]) => answerPage(worker, request)
      const redeem = async (script: PageScript) => {
        await ask({ type: 'redeem', grant: readResponse(script, config) })
      }
      return { window, access: accessByWorker(ask), redeem }
    }
    const client = createTokenClient(window, config, settings.tokens === 'memory' ? memory : storeInSession(window))
    return { window, access: client, redeem: async (script) => client.redeem(readResponse(script, config)) }
  }

  let landed = (_url: URL) => {}

  async function load(page: Page): Promise<void> {
    // A frame or popup of the injected script, which reads the address and lets nothing else run there.
    if (page.window !== WINDOW) return landed(page.url)
    app = startApp(page)
    if (page.url.pathname === '/callback' && app.redeem !== undefined) {
      await app.redeem(app.window)
      noteStateAccepted(simulation, 'app')
    }
    page.show((await app.access.isSignedIn()) ? signedInPage() : startPage())
  }

  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    page.show(error instanceof SignInError ? startPage(alert) : signedInPage(undefined, alert))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })

  const webApp = createWebAppBackend<PendingSignIn, Session>(simulation, 'backend', {
    session: { sameSite: 'Lax', lifetimeSeconds: 28_800 },
    refusal: SignInError,
    failedPage: startPage,
  })
  const backendConfig = { ...config, client_secret: BACKEND_CLIENT.client_secret }
  const backend = { ...webApp.backend.globals, pending: webApp.pending, sessions: webApp.sessions }
  const routes = (settings.tokens === 'bff' ? createBff : createMediator)(backend, backendConfig)
  const serveBackend = serveRoutes(
    noteCallback(simulation, 'backend', routes),
    (error): HttpResponse => webApp.fail(error),
  )

  const thief = createThief<Loot>(simulation, (loot) => ({ ...loot }))

  /** A script that got into the page, through an advertisement or a dependency. */
  function injected(id: string, label: string, hint: string, body: (script: InjectedScript) => Promise<void>): Action {
    return {
      id,
      label,
      hint,
      place: 'stage',
      available: () => userAgent.page(WINDOW)?.offers('load-photos') ?? false,
      run() {
        const page = userAgent.page(WINDOW)
        page?.run(async () => {
          if (app === undefined) return
          const { window, access } = app
          const script = {
            ...page.globals,
            window,
            app: access,
            config,
            open: (url: URL) => userAgent.open(POPUP, url.href),
            landed: () =>
              new Promise<URL>((resolve) => {
                landed = resolve
              }),
          }
          await body(script).catch((error: unknown) => fail(page, error))
        })
      },
    }
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      backend: 'server',
      app: 'app',
      worker: 'app',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }).filter(({ id }) => (id !== 'backend' || isAtBackend) && (id !== 'worker' || isAtWorker)),
    origins: {
      [APP]: isAtBackend
        ? { actor: 'backend', handle: serveBackend }
        : { actor: 'app', handle: async () => html(200, startingPage()) },
      ...servers.origins,
      [ATTACKER]: {
        actor: 'attacker',
        handle: createAttacker((found) => {
          thief.keep(found)
        }),
      },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ ...(!isAtWorker && { memory: { ...memory.read() } }), indexed_db: idb.snapshot() }),
      ...(isAtWorker && { worker: () => ({ worker: { ...memory.read() } }) }),
      ...(isAtBackend && { backend: webApp.backend.snapshot }),
      ...servers.snapshots,
      attacker: thief.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', async (page) => {
        if (isAtBackend) page.globals.location.assign('/login')
        else if (app !== undefined) await signIn(app.window, config)
      }),
      pageAction(WINDOW, 'load-photos', 'Load the photos', async (page) => {
        const { status, body } = (await app?.access.call('/photos')) ?? { status: 0, body: undefined }
        page.show(status === 200 ? signedInPage(body) : signedInPage(undefined, `The API answered ${status}.`))
      }),
      injected(
        'copy-tokens',
        'Script: copy the tokens',
        'It runs once. It reads what is stored; where nothing is, it has the app use its tokens and listens.',
        copyTokens,
      ),
      injected(
        'follow-tokens',
        'Script: copy each token',
        'It puts itself between the page and the network, and sends each new token away.',
        followTokens,
      ),
      injected(
        'new-tokens-frame',
        'Script: hidden frame',
        'It leaves the tokens of the app alone and asks the server for a code of its own.',
        (script) => getCode(script, 'frame'),
      ),
      injected(
        'new-tokens-popup',
        'Script: popup',
        'The same in a window of its own. Where the server asks for consent, the person sees a page that they know.',
        (script) => getCode(script, 'popup'),
      ),
      injected(
        'call-as-app',
        'Script: call the API',
        'It takes no token. It has the app ask for the photos, and sends them away.',
        callAsApp,
      ),
      thief.action(
        'attacker-call',
        'Attacker: photos',
        'From another computer, with the access token that the script sent.',
        (own, held) => readPhotos(own, API, held),
      ),
      thief.action(
        'attacker-tokens',
        'Attacker: new tokens',
        'The attacker sends the stolen code or refresh token as the app would.',
        (own, held) => getTokens(own, config, held),
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}
