/** Where the page is not at home: plain HTTP on a network, and frames of other pages that take its origin or its storage. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firefox, type LaunchOptions, type Page } from '@playwright/test'
import { encodeLink } from '../src/share/index.ts'
import { serveArticle } from './article-host.ts'
import { createPlayground } from './playground.ts'
import { type Recorded, recordInNode } from './recorded.ts'
import { serveBelow } from './static-host.ts'
import { test as base, expect } from './test.ts'

/** A trainer's laptop as the room sees it. The browser asks a proxy for it, which is the host itself. */
const LAPTOP = 'http://192.168.7.7/'

const test = base.extend<{ readonly onNetwork: boolean }>({
  visitor: 'new',
  onNetwork: [false, { option: true }],
  proxy: async ({ onNetwork }, use) => {
    if (!onNetwork) return use(undefined)
    const host = await serveBelow('/')
    await use({ server: host.address })
    await host.stop()
  },
})

/** The chunk that stands in for WebCrypto, if the page has asked for it. */
function standInOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('web-crypto')),
  )
}

test('where there is WebCrypto, nothing of its stand-in is loaded', async ({ playground, page }) => {
  await playground.open()
  expect(await standInOf(page)).toEqual([])
})

test.describe('over plain HTTP', () => {
  test.use({ onNetwork: true })

  test('the page says what is different, and a sign-in by hand goes through', async ({ playground, page }) => {
    await page.goto(LAPTOP)
    await expect(page.getByText('This page came by plain HTTP.')).toBeVisible()
    expect(
      await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, 'clipboard' in navigator]),
    ).toEqual([false, false, false])
    expect(await standInOf(page)).toHaveLength(1)
    await expect(playground.transport).toContainText('Direct: plain HTTP')
    await playground.button('Dismiss').click()
    await playground.signInByHand()
    await page.reload()
    await expect(playground.transport).toContainText('Direct: plain HTTP')
    await expect(page.getByText('This page came by plain HTTP.')).toBeHidden()
  })

  test('links open the bytes of Node', async ({ playground, page }) => {
    // Between them: RS256 by two parties, SHA-256, HMAC with SHA-1, a refused reuse.
    for (const [scenario, outcome] of [
      ['authorization-code-pkce', 'happy'],
      ['mfa-sign-in', 'totp'],
      ['mfa-sign-in', 'push'],
      ['refresh-token-theft', 'thief-first'],
      ['implicit', 'happy'],
    ] as const) {
      const { recipe, fingerprint } = await recordInNode(outcome, scenario)
      await page.goto(`${LAPTOP}#${encodeLink({ recipe, cursor: recipe.choices.length })}`)
      await expect(playground.slider).toHaveValue(String(recipe.choices.length))
      expect((await playground.share()).fingerprint, `${scenario}/${outcome}`).toBe(fingerprint)
    }
  })

  test('copying a link works without a clipboard API', async ({ playground, page }) => {
    await page.goto(LAPTOP)
    await playground.button('Share').click()
    const link = await playground.shareDialog.getByRole('textbox', { name: 'Link' }).inputValue()
    await playground.shareDialog.getByRole('button', { name: /^Copy/ }).first().click()
    await expect(playground.shareDialog.getByRole('button', { name: 'Copied' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(playground.shareDialog).toBeHidden()
    // Read as a person would, since a page by plain HTTP may not ask for it.
    await page.evaluate(() => {
      const field = document.createElement('textarea')
      document.body.append(field)
      field.focus()
    })
    await page.keyboard.press('Control+v')
    await expect(page.locator('textarea').last()).toHaveValue(link)
  })

  test('the race explorer’s worker signs too', async ({ playground, page }) => {
    await page.goto(`${LAPTOP}#parallel-401-race`)
    await playground.races.open()
    await playground.button('Explore the orders').click()
    await expect(playground.races.verdict).toContainText('of 424, 224 work and 200 fail')
  })

  test('a page whose stand-in does not come says so', async ({ page, incidents }) => {
    await page.route('**/web-crypto-*.js', (route) => route.abort())
    await page.goto(LAPTOP)
    await expect(page.getByText('Authlane did not load whole.')).toBeVisible()
    incidents.length = 0
  })
})

test('a scenario that does not come is a notice with a way out, not an opening without end', async ({
  page,
  incidents,
}) => {
  const isScenario = /\/assets\/authorization-code-pkce-[^/]*\.js$|\/assets\/jose-/
  await page.route(isScenario, (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('This run cannot be opened.')
  await page.unroute(isScenario)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('button', { name: 'Step forward' })).toBeEnabled()
  incidents.length = 0
})

/** A page of another site with a player in it: the link of an outcome, from its start. */
function serveFrame(frame: (address: string) => string, host: string, { recipe }: Recorded) {
  return serveArticle(frame(`${host}?embed=1#${encodeLink({ recipe, cursor: 0 })}`))
}

/** Plays an embedded run to its last step and looks for its goal. */
async function expectGoal(page: Page, { recipe }: Recorded): Promise<void> {
  const player = page.frameLocator('iframe')
  const slider = player.getByRole('slider', { name: 'Step' })
  await expect(slider).toHaveValue('0')
  await player.getByRole('button', { name: 'Step forward' }).click()
  await expect(slider).toHaveValue('1')
  await slider.press('End')
  await expect(slider).toHaveValue(String(recipe.choices.length))
  await expect(player.getByText('signed out').first()).toBeVisible()
  await expect(player.getByRole('region', { name: 'Notice' })).toHaveCount(0)
}

/** Run in a frame: its origin, and what becomes of asking for its storage. */
function storageHere(): string {
  try {
    return `${origin}: ${localStorage.length === 0 ? 'own' : 'shared'}`
  } catch (problem) {
    return `${origin}: ${problem}`
  }
}

const SIGNED_OUT = () => recordInNode('each-refreshes', 'parallel-401-race')

test('a sandbox that takes the player’s origin: it reaches its goal', async ({ page, baseURL }) => {
  const outcome = await SIGNED_OUT()
  const frame = (address: string) =>
    `<iframe sandbox="allow-scripts" src="${address}" width="800" height="640"></iframe>`
  const article = await serveFrame(frame, `${baseURL}/`, outcome)
  await page.goto(article.address)
  await expectGoal(page, outcome)
  expect(await page.frames().at(-1)?.evaluate(storageHere)).toMatch(/^null: SecurityError/)
  article.stop()
})

test('the whole page in such a sandbox runs directly and says what it cannot have', async ({ page, baseURL }) => {
  const outcome = await SIGNED_OUT()
  const frame = (address: string) =>
    `<iframe sandbox="allow-scripts" src="${address.replace('?embed=1', '')}" width="1280" height="700"></iframe>`
  const article = await serveFrame(frame, `${baseURL}/`, outcome)
  await page.goto(article.address)
  const inside = page.frameLocator('iframe')
  await expect(inside.getByRole('status', { name: 'Transport' })).toContainText('blocks site data')
  await inside.getByRole('tab', { name: 'Races' }).click()
  await inside.getByRole('button', { name: 'Go to where the race starts' }).click()
  await inside.getByRole('button', { name: 'Explore the orders' }).click()
  await expect(inside.getByRole('region', { name: 'Notice' })).toContainText('lets the page start no worker')
  article.stop()
})

test('with the data of other sites blocked by the browser, the player reaches its goal', async ({
  playwright,
  baseURL,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'authlane-'))
  await mkdir(join(profile, 'Default'))
  const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const { PLAYWRIGHT_CHROMIUM } = process.env
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...(PLAYWRIGHT_CHROMIUM && { executablePath: PLAYWRIGHT_CHROMIUM }),
  })
  const outcome = await SIGNED_OUT()
  const frame = (address: string) => `<iframe src="${address}" width="800" height="640"></iframe>`
  const article = await serveFrame(frame, `${baseURL}/`, outcome)
  const page = await context.newPage()
  await page.goto(article.address)
  await expectGoal(page, outcome)
  expect(await page.frames().at(-1)?.evaluate(storageHere)).toMatch(/^http:.*: SecurityError/)
  await context.close()
  article.stop()
  await rm(profile, { recursive: true })
})

test('a host that lets nobody frame the page: whoever wants to embed it is told', async ({ playground, page }) => {
  const host = await serveBelow('/', 'dist', { 'x-frame-options': 'DENY' })
  await page.goto(host.address)
  await playground.button('Share').click()
  await playground.shareDialog.getByRole('tab', { name: 'Embed' }).click()
  await expect(playground.shareDialog.getByRole('status')).toContainText('lets no page show it in a frame')
  await host.stop()
})

/** What the setting “Strict” of Enhanced Tracking Protection sets. */
const STRICT = {
  'browser.contentblocking.category': 'strict',
  'network.cookie.cookieBehavior': 5,
  'privacy.trackingprotection.enabled': true,
  'privacy.trackingprotection.socialtracking.enabled': true,
  'privacy.fingerprintingProtection': true,
}

test.describe('in Firefox', () => {
  const { PLAYWRIGHT_FIREFOX } = process.env
  test.skip(!PLAYWRIGHT_FIREFOX, 'PLAYWRIGHT_FIREFOX names no Firefox on this machine.')
  // A browser is started for each.
  test.setTimeout(180_000)

  /** Debian's Firefox, which is not patched, is driven through this channel. */
  const launch = (options: LaunchOptions) =>
    firefox.launch({ channel: 'moz-firefox', executablePath: PLAYWRIGHT_FIREFOX ?? '', ...options })

  test('over plain HTTP a link opens the bytes of Node', async () => {
    const host = await serveBelow('/')
    const browser = await launch({ proxy: { server: host.address, bypass: 'localhost,127.0.0.1' } })
    const page = await browser.newPage()
    const playground = createPlayground(page)
    for (const [scenario, outcome] of [
      ['mfa-sign-in', 'totp'],
      ['refresh-token-theft', 'thief-first'],
    ] as const) {
      const { recipe, fingerprint } = await recordInNode(outcome, scenario)
      await page.goto(`${LAPTOP}#${encodeLink({ recipe, cursor: recipe.choices.length })}`)
      await expect(playground.slider).toHaveValue(String(recipe.choices.length))
      expect((await playground.share()).fingerprint, outcome).toBe(fingerprint)
    }
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await browser.close()
    await host.stop()
  })

  for (const [place, sandbox, firefoxUserPrefs, storage] of [
    ['a sandbox that takes the player’s origin', 'sandbox="allow-scripts"', {}, /^null: SecurityError/],
    ['strict tracking protection', '', STRICT, /^http:.*: own$/],
    ['the data of other sites blocked', '', { 'network.cookie.cookieBehavior': 1 }, /^http:.*: SecurityError/],
  ] as const) {
    test(`${place}: the player reaches its goal`, async ({ baseURL }) => {
      const outcome = await SIGNED_OUT()
      const frame = (address: string) => `<iframe ${sandbox} src="${address}" width="800" height="640"></iframe>`
      const article = await serveFrame(frame, `${baseURL}/`, outcome)
      const browser = await launch({ firefoxUserPrefs })
      const page = await browser.newPage()
      await page.goto(article.address)
      const player = page.frameLocator('iframe')
      const slider = player.getByRole('slider', { name: 'Step' })
      await expect(slider).toHaveValue('0')
      // Clicks and keys of the driver do not reach a frame of another site there.
      const forward = player.getByRole('button', { name: 'Step forward' })
      await forward.evaluate((button: HTMLElement) => button.click())
      await expect(slider).toHaveValue('1')
      await forward.dispatchEvent('keydown', { key: 'End', bubbles: true })
      await expect(slider).toHaveValue(String(outcome.recipe.choices.length))
      await expect(player.getByText('signed out').first()).toBeVisible()
      expect(await page.frames().at(-1)?.evaluate(storageHere)).toMatch(storage)
      await browser.close()
      article.stop()
    })
  }
})
