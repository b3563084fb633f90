/** The parties: a browser that opens popups or does not, the app in it, and the authorization server. */
import { type HttpHandler, html } from '../../http/index.ts'
import { finishSignIn, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, handOver, signIn } from './client.ts'
import { callbackPage, failedPage, signedInPage, startPage, strandedPage, waitingPage } from './pages.ts'
import type { Settings } from './settings.ts'

const [WINDOW, POPUP] = ['tab', 'popup']

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const client = { ...PHOTO_PRINTS, grant_types: ['authorization_code'], scope: 'photos:read' }
  /** What the button “Cancel” does while the page waits. */
  let cancel: (() => void) | undefined

  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read',
    handover: settings.handover,
    ...(settings.offers_cancel && {
      onCancel(listener: () => void) {
        cancel = listener
      },
    }),
  }
  const servers = createServers(simulation, settings, { clients: [client] })

  /** The app’s memory: gone when its page is. */
  let tokens: TokenResponse | undefined

  function keep(page: Page, received: TokenResponse): void {
    tokens = received
    noteStateAccepted(simulation, 'app')
    page.show(signedInPage())
  }

  async function begin(page: Page): Promise<void> {
    const offersCancel = config.handover === 'channel' && settings.offers_cancel
    if (config.handover !== 'redirect') page.show(waitingPage({ offersCancel }))
    const received = await signIn(page.globals, config).finally(() => {
      cancel = undefined
    })
    if (received !== undefined) keep(page, received)
  }

  async function load(page: Page): Promise<void> {
    if (page.window !== WINDOW) return handOver(page.globals, config)
    tokens = undefined
    if (page.url.pathname === '/callback') return keep(page, (await finishSignIn(page.globals, config)).tokens)
    if (settings.opens === 'load') return begin(page)
  }

  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    page.show(page.window === WINDOW ? failedPage(alert) : strandedPage(alert))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })
  const closePopup: Action = {
    id: 'close-popup',
    label: 'Close the popup',
    hint: 'As somebody does who has changed their mind, or does not know what the window is for.',
    place: 'stage',
    available: () => userAgent.windows().some(({ id, popup }) => id === POPUP && popup?.state !== 'closed'),
    run: () => userAgent.close(POPUP),
  }

  const cancelSignIn: Action = {
    id: 'cancel',
    label: 'Cancel',
    place: 'page',
    available: () => cancel !== undefined,
    run: () => cancel?.(),
  }

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', auth: 'server' }),
    origins: {
      ...servers.origins,
      [ISSUER]: {
        actor: 'auth',
        handle: withOpenerPolicy(servers.authorizationServer.handle, () => settings.server_policy),
      },
      [APP]: {
        actor: 'app',
        handle: withOpenerPolicy(
          async ({ url }) => html(200, isCallback(url) ? callbackPage() : startPage()),
          (url) => (isCallback(url) && !settings.callback_policy ? 'none' : settings.app_policy),
        ),
      },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...tokens } }),
      auth: servers.snapshots.auth,
    },
    userAgent,
    milestones,
    actions: [pageAction(WINDOW, 'sign-in', 'Sign in', begin), cancelSignIn, closePopup],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}

function isCallback(url: string): boolean {
  return new URL(url).pathname === '/callback'
}

/** Answers with the header that the policy of an address stands for. */
function withOpenerPolicy(handle: HttpHandler, policyOf: (url: string) => string): HttpHandler {
  return async (request) => {
    const response = await handle(request)
    const policy = policyOf(request.url)
    if (policy === 'none') return response
    return { ...response, headers: [...response.headers, ['cross-origin-opener-policy', policy]] }
  }
}
