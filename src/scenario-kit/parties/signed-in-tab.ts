/** A tab in which Ada is signed in, with one button that uses the tokens, until the session is over. */
import { html, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { Action, Origin, Page, Simulation, TabGlobals, UserAgent } from '../../simulation/index.ts'
import type { Session } from '../client-code/refreshing-client.ts'
import { pageFromBefore, tokensFromBefore } from './already-signed-in.ts'
import { appPage } from './app-page.ts'
import { APP_NAME, type Servers } from './cast.ts'
import { createTabApp } from './tab-app.ts'

const WINDOW = 'tab'

/** What a scenario says about its app. */
export interface SignedInTabOptions {
  readonly servers: Servers
  /** The app's code: calls `GET /photos` and keeps the session up to date. */
  loadPhotos(tab: TabGlobals, session: Session): Promise<Response>
  /** True for an error after which only a new sign-in helps. */
  isSignedOut(error: unknown): boolean
}

/** The tab as a part of a world. */
export interface SignedInTab {
  readonly userAgent: UserAgent
  readonly session: Session
  /** Who answers at the app's own origin. */
  readonly origin: Origin
  /** `load-photos` and, when the session is over, `sign-in`. */
  readonly actions: readonly Action[]
  snapshot(): Json
  open(): void
}

/** Creates the tab (window `tab`, actors `browser` and `app`). */
export function createSignedInTab(simulation: Simulation, options: SignedInTabOptions): SignedInTab {
  const session: Session = { tokens: undefined }
  let isFirstLoad = true

  async function signIn(page: Page): Promise<void> {
    const { access_token, refresh_token } = await tokensFromBefore(simulation, options.servers)
    session.tokens = { access_token, ...(refresh_token !== undefined && { refresh_token }) }
    page.show(signedInPage('You are signed in.'))
  }

  async function load(page: Page): Promise<void> {
    session.tokens = undefined
    if (isFirstLoad) await signIn(page)
    else page.show(signedOutPage('The tokens were in the page’s memory, and the page was loaded again.'))
    isFirstLoad = false
  }

  function fail(page: Page, error: unknown): void {
    if (!(error instanceof Error)) throw error
    if (options.isSignedOut(error)) page.show(signedOutPage(error.message))
    // A lost message: nothing is over.
    else if (error instanceof TypeError) page.show(signedInPage('The photos did not come.', error.message))
    else throw error
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })
  return {
    userAgent,
    session,
    origin: { actor: 'app', handle: async () => html(200, signedInPage('The app starts.')) },
    actions: [
      pageAction(WINDOW, 'load-photos', 'Load the photos', async (page) => {
        page.show(signedInPage('The photos are on their way.'))
        const { ok, status } = await options.loadPhotos(page.globals, session)
        page.show(
          ok ? signedInPage('The photos have come.') : signedInPage('No photos.', `The API answered ${status}.`),
        )
      }),
      pageAction(WINDOW, 'sign-in', 'Sign in again', signIn),
    ],
    snapshot: () => ({ memory: { ...session.tokens } }),
    open: () => userAgent.restore(WINDOW, pageFromBefore(signedInPage('The app starts.'), ['/photos'])),
  }
}

/** The app with a session; its button is the action `load-photos`. */
export function signedInPage(text: string, alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Your photos',
    body: markup`<p>${text}</p>`,
    actions: [{ action: 'load-photos', label: 'Load the photos', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}

/** Nobody is signed in any more; `reason` says why. Its button is the action `sign-in`. */
export function signedOutPage(reason: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You have been signed out',
    body: markup`<p>The app has no usable tokens. Only a new sign-in helps; its steps are left out here.</p>`,
    alert: reason,
    actions: [{ action: 'sign-in', label: 'Sign in again', isPrimary: true }],
  })
}
