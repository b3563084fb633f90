/** The parties of the race: tabs of one browser that share their tokens, an authorization server and an API. */
import { html } from '../../http/index.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore, tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { callApi, onSignedOut, SignedOutError, storeTokens, type TabStrategy, TryAgainError } from './client.ts'
import { signedInPage, signedOutPage } from './pages.ts'
import type { Settings } from './settings.ts'
import { createStrategy as answerInTime } from './strategy-answer-in-time.ts'
import { createStrategy as givesUp } from './strategy-gives-up.ts'
import { createStrategy as leaderTab } from './strategy-leader-tab.ts'
import { createStrategy as noStrategy } from './strategy-none.ts'
import { createStrategy as steals } from './strategy-steals.ts'
import { createStrategy as webLocks } from './strategy-web-locks.ts'

const STRATEGIES: Readonly<Record<Settings['strategy'], () => TabStrategy>> = {
  none: noStrategy,
  web_locks: webLocks,
  gives_up: givesUp,
  answer_in_time: answerInTime,
  steals,
  leader_tab: leaderTab,
}

const TABS = ['tab-1', 'tab-2', 'tab-3'] as const

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const tabs = TABS.slice(0, settings.tabs)
  const policy = { ...refreshPolicy(settings), refreshTokenReplay: settings.after_replay }
  const servers = createServers(simulation, settings, { clients: [PHOTO_PRINTS], policy })
  const config = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    api: API,
    readsAgain: settings.reads_again,
  }
  const strategies = new Map<string, TabStrategy>()

  async function load(page: Page): Promise<void> {
    if (page.globals.localStorage.getItem('tokens') === null) {
      storeTokens(page.globals, await tokensFromBefore(simulation, servers))
    }
    const strategy = STRATEGIES[settings.strategy]()
    strategies.set(page.window, strategy)
    strategy.join(page.thread('leader'), config)
    onSignedOut(page.globals, () => page.show(signedOutPage('Another tab was told that the session is over.')))
    page.show(signedInPage(page.window, 'You are signed in, in every tab.'))
  }

  function fail(page: Page, error: unknown): void {
    if (error instanceof SignedOutError) page.show(signedOutPage(error.message))
    else if (error instanceof TryAgainError) page.show(signedInPage(page.window, error.message))
    // `fetch` has failed, or the lock was stolen.
    else if (error instanceof TypeError || error instanceof DOMException)
      page.show(signedInPage(page.window, `The photos did not come: ${error.message}`))
    else throw error
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail, actorIn: (window) => window })

  async function call(page: Page): Promise<void> {
    const strategy = strategies.get(page.window)
    if (strategy === undefined) return
    page.show(signedInPage(page.window, 'The photos are on their way.'))
    const { ok, status } = await callApi(page.globals, config, strategy)
    // The page may have heard in the meantime that the session is over.
    const isOver = page.globals.localStorage.getItem('tokens') === null
    if (!isOver) page.show(signedInPage(page.window, ok ? 'The photos have come.' : `The API answered ${status}.`))
  }

  function lifecycleActions(tab: string): Action[] {
    const name = settings[`name_${tab as (typeof TABS)[number]}`]
    const lifecycle = () => userAgent.page(tab)?.lifecycle
    const at = { place: 'stage', actor: tab } as const
    return [
      {
        ...at,
        id: `freeze-${tab}`,
        label: `Freeze ${name}`,
        hint: 'The browser stops a tab in the background. Its script stands still, and it keeps what it holds.',
        available: () => lifecycle()?.isFrozen === false,
        run: () => lifecycle()?.freeze(),
      },
      {
        ...at,
        id: `resume-${tab}`,
        label: `Go back to ${name}`,
        hint: 'The tab is in front again, and its script goes on where it stood.',
        available: () => lifecycle()?.isFrozen === true,
        run: () => lifecycle()?.resume(),
      },
    ]
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      'tab-1': 'app',
      api: 'server',
      ...Object.fromEntries(tabs.slice(1).map((tab) => [tab, 'app' as const])),
      auth: 'server',
    }),
    origins: {
      // The app's files come from the browser's own cache.
      [APP]: { actor: 'browser', handle: async () => html(200, signedInPage('tab-1', 'The app starts.')) },
      ...servers.origins,
    },
    snapshots: { browser: userAgent.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      ...tabs.map((tab) => pageAction(tab, `call-api-${tab}`, `Call the API in ${settings[`name_${tab}`]}`, call)),
      ...(settings.freezes_tabs ? tabs.flatMap(lifecycleActions) : []),
    ],
    open() {
      const page = pageFromBefore(signedInPage('tab-1', 'The app starts.'), ['/photos'])
      for (const tab of tabs) userAgent.restore(tab, page)
    },
  }
}
