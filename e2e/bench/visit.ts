/** Visits to the built page as a person makes the first one: with an empty cache, and timed by the page itself. */
import type { Browser } from '@playwright/test'

/** The first message that waits to be delivered. */
export const FIRST_ARROW = '[aria-label="On the wire"] button'

/** What a visit came to. */
export interface Visit {
  /** From navigation to the frame that shows the element. */
  readonly shownAtMs: number
  /** Addresses of the scripts that had arrived when the element came into the document. */
  readonly scripts: readonly string[]
}

declare global {
  interface Window {
    /** When the element came into the document, and when it was on the screen. */
    presentAtMs: number | undefined
    shownAtMs: number | undefined
  }
}

/** Opens an address, relative to the server’s, in a fresh browser profile and waits for an element, named by a CSS selector, to be on the screen. */
export async function visit(browser: Browser, address: string, selector: string): Promise<Visit> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(watchFor, selector)
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.shownAtMs !== undefined)
    return await page.evaluate(() => {
      const { presentAtMs = Number.NaN, shownAtMs = Number.NaN } = window
      const scripts = performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('.js') && entry.startTime + entry.duration < presentAtMs)
      return { shownAtMs, scripts: scripts.map(({ name }) => name) }
    })
  } finally {
    await context.close()
  }
}

/** Runs in the page: notes when the element is there, and the second frame after it, when the first has been painted. */
function watchFor(selector: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return
    observer.disconnect()
    window.presentAtMs = performance.now()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.shownAtMs = performance.now()
      }),
    )
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}
