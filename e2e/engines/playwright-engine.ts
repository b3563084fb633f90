/** Chromium and Firefox, driven by Playwright. */
import type { Browser, FrameLocator, Locator, Page } from '@playwright/test'
import type { Control, Engine, Name, Role, Tab, Visitor } from './engine.ts'
import { middleOf } from './frame-point.ts'

/** How long an act waits for what it is about, in ms. */
const PATIENCE = 30_000

/** An engine over a browser that Playwright has started. */
export function playwrightEngine(browser: Browser): Engine {
  return {
    visit: async () => visit(browser),
    stop: () => browser.close(),
  }
}

async function visit(browser: Browser): Promise<Visitor> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(PATIENCE)
  const incidents: string[] = []
  context.on('weberror', (error) => incidents.push(`uncaught: ${error.error()}`))
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) incidents.push(`console: ${message.text()}`)
  })
  const tabs = new Map<Page, Tab>()
  const tabOf = (page: Page) => {
    const known = tabs.get(page) ?? createTab(page)
    tabs.set(page, known)
    return known
  }
  return {
    open: async () => tabOf(await context.newPage()),
    tabs: async () => context.pages().map(tabOf),
    incidents: async () => incidents,
    leave: () => context.close(),
  }
}

function createTab(page: Page): Tab {
  const stage = page.getByRole('region', { name: 'Stage', exact: true }).locator('iframe').first().contentFrame()
  const locate = (where: Page | FrameLocator, role: Role, name: Name) =>
    where.getByRole(role, { name, exact: typeof name === 'string' }).first()
  return {
    goTo: async (address) => {
      await page.goto(address)
    },
    reload: async () => {
      await page.reload()
    },
    close: () => page.close(),
    find: (role, name) => {
      const locator = locate(page, role, name)
      return createControl(page, locator, () => locator.click())
    },
    findOnStage: (role, name) => {
      const locator = locate(stage, role, name)
      return createControl(page, locator, () => clickInFrame(page, locator))
    },
    press: async (...keys) => {
      // Another window may be in front: there, keys go to it in every engine.
      if (page.context().pages().length > 1) await page.bringToFront()
      for (const key of keys) await page.keyboard.press(key)
    },
    upload: (path) => page.locator('input[type="file"]').setInputFiles(path),
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    evaluateInFrame: (work, ...args) => {
      const [frame] = page.mainFrame().childFrames()
      if (frame === undefined) throw new Error('There is no frame.')
      return frame.evaluate(`(${work})(...${JSON.stringify(args)})`)
    },
    screenshot: async () => (await page.screenshot()).toString('base64'),
  }
}

/** Clicks with the mouse where it is: in Firefox, Playwright gives up on what lies in a scaled frame. */
async function clickInFrame(page: Page, locator: Locator): Promise<void> {
  const { x, y } = await locator.evaluate(middleOf)
  await page.mouse.click(x, y)
}

function createControl(page: Page, locator: Locator, press: () => Promise<void>): Control {
  const shown = async <Value>(read: () => Promise<Value>, otherwise: Value) =>
    (await locator.isVisible()) ? read().catch(() => otherwise) : otherwise
  return {
    press,
    type: async (text) => {
      await press()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    isShown: () => locator.isVisible(),
    text: () => shown(() => locator.innerText({ timeout: 1000 }), ''),
    value: () => shown(() => locator.inputValue({ timeout: 1000 }), ''),
    attribute: (name) => shown(() => locator.getAttribute(name, { timeout: 1000 }), null),
  }
}
