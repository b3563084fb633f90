/** Builds the page of the parts that are measured alone, serves it, and opens it. It is no part of the product's build. */
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { serveBelow } from '../static-host.ts'

const FOLDER = '.bench/page'

interface PageFixtures {
  /** The page, in a browser profile of its own. */
  readonly parts: Page
  /** A second one, in another profile: a profile has one service worker for one address. */
  readonly otherParts: Page
}

/** `test` with the page of parts. */
export const test = base.extend<PageFixtures, { address: string }>({
  address: [
    async ({ browserName: _ }, use) => {
      await buildPage()
      const host = await serveBelow('/', FOLDER)
      await use(host.address)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  parts: async ({ page, address }, use) => use(await openParts(page, address)),
  otherParts: async ({ browser, address }, use) => {
    const page = await browser.newPage()
    await use(await openParts(page, address))
    await page.close()
  },
})

async function buildPage(): Promise<void> {
  await build({
    // Not the product's configuration: its policy refuses the styles that Mermaid writes into a page.
    configFile: false,
    logLevel: 'error',
    root: inProject('e2e/bench/page'),
    base: './',
    publicDir: inProject('public'),
    plugins: [react()],
    resolve: { alias: { tldts: inProject('src/shims/tldts.ts') } },
    build: { outDir: inProject(FOLDER), emptyOutDir: true, chunkSizeWarningLimit: 5000 },
  })
  await cp(inProject('e2e/bench/page/bare-worker.js'), inProject(`${FOLDER}/bare-worker.js`))
}

async function openParts(page: Page, address: string): Promise<Page> {
  await page.goto(address)
  await page.waitForFunction(() => 'parts' in window)
  return page
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
