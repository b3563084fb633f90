/** The player in a page of another site: it plays, takes its height, works by keyboard and without storage. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** A page on another host that has the snippet in it. */
async function serveArticle(snippet: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><h1>An article</h1>${snippet}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

/** As browsers do for frames of other sites when somebody forbids site data there. */
async function blockStorageInFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.parent === window) return
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse })
    }
  })
}

test('plays in a page of another site, without storage, by keyboard', async ({ playground, page, context }) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  const total = await playground.step()
  await playground.button('Share').click()
  await playground.shareDialog.getByRole('radio', { name: 'From the beginning' }).check()
  await playground.shareDialog.getByRole('tab', { name: 'Embed' }).click()
  const snippet = await playground.shareDialog.getByRole('textbox', { name: 'HTML' }).inputValue()

  const article = await serveArticle(snippet)
  const reader = await context.newPage()
  await blockStorageInFrames(reader)
  await reader.goto(article.address)
  const player = reader.frameLocator('iframe')
  await expect(player.getByRole('heading', { name: 'Parallel 401s' })).toBeVisible()
  await expect.poll(async () => (await reader.locator('iframe').boundingBox())?.height).toBe(640)
  const slider = player.getByRole('slider', { name: 'Step' })
  await expect(slider).toHaveValue('0')
  await player.getByRole('button', { name: 'Step forward' }).focus()
  await reader.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('1')
  await reader.keyboard.press('End')
  await expect(slider).toHaveValue(String(total))
  await expect(player.getByText('signed out').first()).toBeVisible()
  await expect(player.getByRole('link', { name: 'Open in Authlane' })).toHaveAttribute('href', /^http:\/\/localhost/)
  article.stop()
})

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 })
  await page.goto('./?embed=1#authorization-code-pkce')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveValue('1')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
