/** A single-page app in browser tabs: its script runs when a page loads, its buttons start actions, its errors become pages. */
import {
  type Action,
  createUserAgent,
  type Page,
  type Simulation,
  type TabGlobals,
  type UserAgent,
  type UserAgentOptions,
} from '../../simulation/index.ts'
import { APP } from './cast.ts'

/** What a scenario says about its app. */
export interface TabAppOptions {
  /** Runs when a page of the app has loaded. */
  load(page: Page): Promise<void>
  /** Shows what went wrong; throws what it does not know, which is then recorded as a failed task. */
  fail(page: Page, error: unknown): void
  /** The actor of the app's code in a window. Default: `app` in every one. */
  actorIn?(window: string): string
  /** Where the app is. Default: the one of the cast. */
  readonly origin?: string
  /** The actor whose browser it is. Default: `browser`. */
  readonly browser?: string
  readonly thirdPartyCookies?: UserAgentOptions['thirdPartyCookies']
  /** Scripts of other sites that the browser may come to, by URL origin. */
  readonly sites?: Readonly<Record<string, { readonly actor: string; load(page: Page): Promise<void> }>>
}

/** The app, and the browser that it runs in. */
export interface TabApp {
  readonly userAgent: UserAgent
  /** An action whose button is on the app's page in a window; offered while the page is idle and shows it. */
  pageAction(window: string, id: string, label: string, body: (page: Page) => Promise<void>): Action
  /** Runs something beside a page's script, with messages of its own; its errors become pages too. */
  start(page: Page, thread: string, body: (globals: TabGlobals) => Promise<void>): void
}

/** Creates the browser with the app (actor `app`) in it. */
export function createTabApp(
  simulation: Simulation,
  {
    load,
    fail,
    actorIn = () => 'app',
    origin = APP,
    browser = 'browser',
    thirdPartyCookies,
    sites = {},
  }: TabAppOptions,
): TabApp {
  async function attempt(page: Page, body: () => Promise<void>): Promise<void> {
    try {
      await body()
    } catch (error) {
      fail(page, error)
    }
  }

  const app = { actor: actorIn, load: (page: Page) => attempt(page, () => load(page)) }
  const userAgent = createUserAgent(simulation, {
    actor: browser,
    apps: { ...sites, [origin]: app },
    ...(thirdPartyCookies && { thirdPartyCookies }),
  })
  return {
    userAgent,
    start: (page, thread, body) => page.start(thread, (globals) => attempt(page, () => body(globals))),
    pageAction(window, id, label, body) {
      return {
        id,
        label,
        place: 'page',
        available: () => userAgent.page(window)?.offers(id) ?? false,
        run() {
          const page = userAgent.page(window)
          page?.run(() => attempt(page, () => body(page)))
        },
      }
    },
  }
}
