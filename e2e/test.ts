/** Every journey also proves that nothing left this machine, broke the page's policy or failed unseen. */
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
} from '@playwright/test'
import { createPlayground, type Playground } from './playground.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  /**
   * A `returning` visitor comes to a tab whose service worker has the page's files and whose storage is empty; a `new`
   * one has a browser profile to themselves, for what would stay in the tab or depends on how the profile is made.
   */
  readonly visitor: 'returning' | 'new'
  readonly playground: Playground
  /** What went wrong unseen, as sentences; it must be empty when the journey is over. A journey that causes some takes it out. */
  readonly incidents: string[]
}

interface WorkerFixtures {
  /** The tab that the returning visitors share, one after the other: starting another costs more than most journeys. */
  readonly openHome: () => Promise<Page>
}

/** `test` with the page object and the watcher. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  visitor: ['returning', { option: true }],
  openHome: [
    async ({ browser }, use, { project }) => {
      let home: Promise<Page> | undefined
      const open = async () => {
        const { baseURL = '', userAgent = '', contextOptions } = project.use
        const context = await browser.newContext({ ...contextOptions, baseURL, userAgent })
        return context.newPage()
      }
      await use(() => {
        home ??= open()
        return home
      })
      await (await home)?.context().close()
    },
    { scope: 'worker' },
  ],
  context: async ({ context, visitor, openHome }, use) =>
    use(visitor === 'new' ? context : (await openHome()).context()),
  page: async ({ context, visitor, openHome, viewport }, use) => {
    if (visitor === 'new') return use(await context.newPage())
    const page = await openHome()
    if (viewport !== null) await page.setViewportSize(viewport)
    // A window that a journey before opened may have been in front of it.
    await page.bringToFront()
    await use(page)
    await leave(page)
  },
  playground: async ({ page }, use) => use(createPlayground(page)),
  incidents: [
    async ({ context }, use) => {
      const incidents: string[] = []
      const stop = watch(context, incidents)
      await use(incidents)
      stop()
      expect(incidents).toEqual([])
    },
    { auto: true },
  ],
})

/** Leaves nothing to the next visitor but the worker and the files that it keeps. */
async function leave(page: Page): Promise<void> {
  const context = page.context()
  await Promise.all(context.pages().map((other) => other === page || other.close()))
  for (const event of ['request', 'response', 'load'] as const) page.removeAllListeners(event)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
  await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: 'reduce' })
  await context.clearPermissions()
}

/** Writes down what goes wrong in any page of a context; the result stops it. */
function watch(context: BrowserContext, incidents: string[]): () => void {
  // The browser resolves no name but those of this machine (`playwright.config.ts`): what asks for another would have gone out.
  const onFailed = (request: Request) => {
    if (request.failure()?.errorText.includes('ERR_NAME_NOT_RESOLVED'))
      incidents.push(`left the machine: ${request.method()} ${request.url()}`)
  }
  // What the page's policy refuses, Chromium writes to the console, in frames too.
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !isSimulatedRefusal(message))
      incidents.push(`console: ${message.text()} ${message.location().url}`)
  }
  const onError = (error: { error(): Error }) => incidents.push(`uncaught: ${error.error()}`)
  context.on('requestfailed', onFailed)
  context.on('console', onConsole)
  context.on('weberror', onError)
  return () => {
    context.off('requestfailed', onFailed)
    context.off('console', onConsole)
    context.off('weberror', onError)
  }
}

/** Chromium logs every refusal and failure that a page fetches; those of simulated servers are part of the lesson. */
function isSimulatedRefusal(message: ConsoleMessage): boolean {
  const { url } = message.location()
  return /status of [45]\d\d/.test(message.text()) && URL.canParse(url) && new URL(url).hostname.endsWith('.example')
}
