/** Every journey also proves that nothing left this machine, broke the page's policy or failed unseen. */
import { test as base, type ConsoleMessage, expect } from '@playwright/test'
import { createPlayground, type Playground } from './playground.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  readonly playground: Playground
  /** What went wrong unseen, as sentences; it must be empty when the journey is over. A journey that causes some takes it out. */
  readonly incidents: string[]
}

/** `test` with the page object and the watcher. */
export const test = base.extend<Fixtures>({
  playground: async ({ page }, use) => use(createPlayground(page)),
  incidents: [
    async ({ context, baseURL }, use) => {
      const incidents: string[] = []
      // The page's host, and another name of the same machine for pages of another site.
      const here = [new URL(baseURL ?? '').hostname, '127.0.0.1']
      // The service worker answers before this sees a request: what comes here would have gone out.
      await context.route(
        (url) => url.protocol.startsWith('http') && !here.includes(url.hostname),
        (route) => {
          incidents.push(`left the machine: ${route.request().method()} ${route.request().url()}`)
          return route.abort()
        },
      )
      // What the page's policy refuses, Chromium writes to the console, in frames too.
      context.on('console', (message) => {
        if (message.type() === 'error' && !isSimulatedRefusal(message)) incidents.push(`console: ${message.text()}`)
      })
      context.on('weberror', (error) => incidents.push(`uncaught: ${error.error()}`))
      await use(incidents)
      expect(incidents).toEqual([])
    },
    { auto: true },
  ],
})

/** Chromium logs every 4xx that a page fetches; a simulated server's is part of the lesson. */
function isSimulatedRefusal(message: ConsoleMessage): boolean {
  const { url } = message.location()
  return /status of 4\d\d/.test(message.text()) && URL.canParse(url) && new URL(url).hostname.endsWith('.example')
}
