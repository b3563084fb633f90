/** A journey in whichever engine the project names; it also proves that nothing failed unseen. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { Engine, Tab, Visitor } from './engine.ts'
import { createPerson, type Person } from './person.ts'
import { playwrightEngine } from './playwright-engine.ts'
import { webkitEngine } from './webkit-engine.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  readonly visitor: Visitor
  /** The window that the visitor has open. */
  readonly tab: Tab
  /** Who uses it. */
  readonly person: Person
}

interface WorkerFixtures {
  /** The engine, or why it is not here. */
  readonly engine: Engine | string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  engine: [
    async ({ playwright }, use, { project }) => {
      const { PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_FIREFOX, WEBKIT_DRIVER, WEBKIT_BROWSER, XVFB } = process.env
      const { launchOptions } = project.use
      const home = await mkdtemp(join(tmpdir(), 'authlane-'))
      const engine = await start()
      await use(engine ?? `There is no ${project.name} on this machine.`)
      await engine?.stop()
      await rm(home, { recursive: true, force: true })

      async function start(): Promise<Engine | undefined> {
        if (project.name === 'webkit') {
          if (!WEBKIT_DRIVER || !WEBKIT_BROWSER || !XVFB) return undefined
          return webkitEngine({ xvfb: XVFB, driver: WEBKIT_DRIVER, browser: WEBKIT_BROWSER, home })
        }
        const executablePath = project.name === 'firefox' ? PLAYWRIGHT_FIREFOX : PLAYWRIGHT_CHROMIUM
        if (!executablePath) return undefined
        const type = project.name === 'firefox' ? playwright.firefox : playwright.chromium
        return playwrightEngine(await type.launch({ ...launchOptions, executablePath }))
      }
    },
    { scope: 'worker' },
  ],
  visitor: async ({ engine }, use, info) => {
    if (typeof engine === 'string') return info.skip(true, engine)
    const visitor = await engine.visit()
    await use(visitor)
    // Before the pictures: Firefox reports the style with which Playwright takes them.
    const incidents = [...(await visitor.incidents())]
    if (info.status !== info.expectedStatus) {
      for (const [index, tab] of (await visitor.tabs()).entries()) {
        const picture = await tab.screenshot().catch(() => '')
        await writeFile(info.outputPath(`window-${index + 1}.png`), picture, 'base64')
      }
    }
    await visitor.leave()
    expect(incidents).toEqual([])
  },
  tab: async ({ visitor }, use) => use(await visitor.open()),
  person: async ({ tab, baseURL }, use) => use(createPerson(tab, baseURL ?? '')),
})
