/** A link survives what is done to it on its way, and says what it is about to those who only look at it. */

import type { Browser, BrowserContext } from '@playwright/test'
import { drawPixels } from '../.ci/pixels.ts'
import { encodeLink } from '../src/share/index.ts'
import { createPlayground, type Playground } from './playground.ts'
import { recordInNode } from './recorded.ts'
import { serveBelow } from './static-host.ts'
import { expect, test } from './test.ts'

const PAGE = './r/authorization-code-pkce/code-expired/'

/** A folder of a host that is called like the page of an outcome. */
const FOLDER = '/r/team/authlane/'

/** The link to a run that fails, from the folder of the site, and its number of steps. */
async function expiredLink() {
  const { recipe, fingerprint } = await recordInNode('code-expired')
  const steps = recipe.choices.length
  return { fragment: encodeLink({ recipe, cursor: steps }), steps, fingerprint }
}

/** A browser that runs no scripts. */
function withoutScripts(browser: Browser, baseURL = ''): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false, baseURL })
}

/** Waits until the run is open at its last step, and holds it against Node’s. */
async function expectRun(playground: Playground, { steps, fingerprint }: Awaited<ReturnType<typeof expiredLink>>) {
  await expect(playground.slider).toHaveValue(String(steps))
  expect((await playground.share()).fingerprint).toBe(fingerprint)
}

test('without scripts the page of an outcome shows its diagram, tells its steps and says what to do', async ({
  browser,
  baseURL,
}) => {
  const context = await withoutScripts(browser, baseURL)
  const page = await context.newPage()
  await page.goto(PAGE)
  await expect(page).toHaveTitle('Code expired · Authorization code with PKCE · Authlane')
  await expect(page.getByRole('heading', { level: 1, name: 'Code expired' })).toBeVisible()
  await expect(page.locator('figure svg > title')).toHaveText('Authorization code with PKCE: Code expired')
  const { recipe } = await recordInNode('code-expired')
  await expect(page.getByRole('listitem').filter({ hasText: 'expired' }).first()).toBeVisible()
  expect(await page.locator('main > ol > li').last().getAttribute('value')).toBe(String(recipe.choices.length))
  await expect(page.getByRole('heading', { name: 'What goes wrong' })).toBeVisible()
  const row = page.getByRole('row', { name: /invalid_grant: expired code/ })
  await expect(row.getByRole('link', { name: 'Code expired' })).toBeVisible()

  await row.getByRole('link', { name: 'invalid_grant: expired code' }).click()
  await expect(page).toHaveURL(/\/errors\/invalid_grant\/$/)
  const shown = page.getByRole('link', { name: 'Authorization code with PKCE: Code expired' })
  await expect(shown).toBeVisible()
  await shown.click()
  await expect(page).toHaveURL(/\/r\/authorization-code-pkce\/code-expired\/$/)
  await context.close()
})

test('the path alone opens the outcome, to the same bytes', async ({ playground, page }) => {
  const link = await expiredLink()
  await page.goto(PAGE)
  await expectRun(playground, link)
  await expect(page).toHaveURL(
    new RegExp(`/r/authorization-code-pkce/code-expired/#${link.fragment.replace('.', '\\.')}$`),
  )
})

test('a link that the page makes has the page of its outcome, and an old one opens the same', async ({
  playground,
  page,
}) => {
  const link = await expiredLink()
  await page.goto(`./#${link.fragment}`)
  await expectRun(playground, link)
  const { link: made } = await playground.share()
  expect(new URL(made).pathname).toBe('/r/authorization-code-pkce/code-expired/')
  expect(new URL(made).hash).toBe(`#${link.fragment}`)

  // Another run, and back.
  await playground.scenarios.getByRole('link', { name: 'Signing out' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await page.goBack()
  await expectRun(playground, link)
  await expect.poll(() => new URL(page.url()).pathname).toBe('/r/authorization-code-pkce/code-expired/')
  // Everything that is loaded later is found from there.
  await playground.showView('Mermaid')
  const sheets = await page
    .locator('link[rel=stylesheet]:not([disabled])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)))
  expect(sheets).toEqual([...new Set(sheets)])
})

/** What becomes of a link on its way; `whole` is the address without the fragment, and the fragment. */
const MANGLED: readonly (readonly [what: string, mangle: (page: string, fragment: string) => string])[] = [
  ['a mail gateway encodes the #', (page, fragment) => `${page}%23${fragment}`],
  ['two gateways encode it', (page, fragment) => `${page}%2523${fragment}`],
  ['a chat program takes the full stop along', (page, fragment) => `${page}#${fragment}.`],
  ['and a bracket', (page, fragment) => `${page}#${fragment}).`],
  ['and a quotation mark', (page, fragment) => `${page}#${fragment}%22`],
  ['a line is broken', (page, fragment) => `${page}#${fragment.slice(0, 20)}%0D%0A${fragment.slice(20)}`],
  ['a space comes in between', (page, fragment) => `${page}#${fragment.slice(0, 9)}%20${fragment.slice(9)}`],
  ['the fragment is lost', (page) => page],
  ['the fragment is cut off', (page, fragment) => `${page}#${fragment.slice(0, 30)}`],
  ['the path alone comes with a bracket', (page) => `${page.slice(0, -1)}),`],
  ['the slash is lost', (page, fragment) => `${page.slice(0, -1)}#${fragment}`],
  ['the outcome has been renamed', (page, fragment) => `${page.replace('code-expired', 'of-old')}#${fragment}`],
  ['an old link is encoded', (page, fragment) => `${page.replace(/r\/authorization.*$/, '')}%23${fragment}`],
]

test.describe('for somebody who was never here', () => {
  test.use({ visitor: 'new' })
  test('a link that was mangled on its way opens the run all the same, in a folder of a static host', async ({
    page,
    incidents,
  }) => {
    test.setTimeout(300_000)
    const link = await expiredLink()
    const host = await serveBelow(FOLDER)
    const playground = createPlayground(page)
    for (const [what, mangle] of MANGLED) {
      await test.step(what, async () => {
        await page.goto('about:blank')
        await page.goto(mangle(`${host.address}r/authorization-code-pkce/code-expired/`, link.fragment))
        await expect(playground.slider).toHaveValue(String(link.steps))
        await expect.poll(() => new URL(page.url()).hash).toBe(`#${link.fragment}`)
        expect(new URL(page.url()).pathname).toBe(`${FOLDER}r/authorization-code-pkce/code-expired/`)
      })
    }
    await host.stop()
    // The browser logs the addresses that there were no pages for.
    expect(
      incidents
        .splice(0)
        .filter((incident) => !/404 .*authlane\/.*(?:%23|%2523|\),|of-old|code-expired#)/.test(incident)),
    ).toEqual([])
  })

  test('the page of a run that was never visited opens without a network', async ({ playground, page, incidents }) => {
    const link = await expiredLink()
    const host = await serveBelow(FOLDER)
    await playground.open(host.address)
    await expect(playground.transport).toHaveAttribute('title', /works without a network/, { timeout: 60_000 })
    await host.stop()
    await page.goto(`${host.address}r/authorization-code-pkce/code-expired/`)
    await expectRun(playground, link)
    await expect(playground.transport).toContainText('Service worker')
    const isExpected = (incident: string) => /ERR_CONNECTION_REFUSED|ERR_FAILED/.test(incident)
    expect(incidents.splice(0).filter((incident) => !isExpected(incident))).toEqual([])
  })
})

test('an address that leads nowhere says so, without scripts too', async ({ browser, page, baseURL, incidents }) => {
  const response = await page.goto('./nowhere/at/all')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible()
  const context = await withoutScripts(browser, baseURL)
  const silent = await context.newPage()
  await silent.goto('./r/authorization-code-pkce/code-expired).')
  await expect(silent.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible()
  await context.close()
  // The browser logs that the page is a 404, and nothing else.
  expect(incidents.splice(0)).toEqual([expect.stringContaining('404')])
})

test('Share says how long the link is and who cuts it, and gives the picture', async ({ playground, page }) => {
  const link = await expiredLink()
  await page.goto(`./#${link.fragment}`)
  await expect(playground.slider).toHaveValue(String(link.steps))
  await playground.button('Share').click()
  const address = await playground.shareDialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await expect(playground.shareDialog).toContainText(`${address.length} characters: short enough for`)
  await expect(playground.shareDialog).toContainText('a recipe and no secret')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    playground.shareDialog.getByRole('button', { name: 'Save the picture' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('sequence.png')
})

test('the build draws pictures with the page’s typefaces', async ({ page }) => {
  const svg = (words: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#ffffff"/><text y="16" font-size="16" font-family="sans-serif">${words}</text></svg>`
  const drawn: Buffer[] = []
  await drawPixels([svg(''), svg('run'), svg('run')], { width: 60, height: 20 }, async (png, index) => {
    drawn[index] = png
  })
  const [empty, first, second] = drawn
  expect(first).toEqual(second)
  await page.goto('./')
  const dark = await page.evaluate(
    async (pictures) =>
      Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')
          context?.drawImage(image, 0, 0)
          const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {}
          return { width: image.width, height: image.height, dark: data.filter((value) => value < 64).length }
        }),
      ),
    [empty, first].map((png) => png?.toString('base64') ?? ''),
  )
  expect(dark).toEqual([
    { width: 60, height: 20, dark: 0 },
    { width: 60, height: 20, dark: expect.any(Number) },
  ])
  expect(dark[1]?.dark).toBeGreaterThan(50)
})
