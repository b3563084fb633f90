/** <authlane-run> in a page of another site: a picture first, the run on a press, the theme of the page, nothing that jumps. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

const PLACE = 'r/parallel-401-race/each-refreshes/'

/** A page on another host, dark unless it says otherwise. */
async function serveArticle(body: string) {
  const server = createServer((_request, response) => {
    const page = `<!doctype html><html lang="en" data-theme="dark"><title>An article</title>
<style>html { background: #fff; color: #111 } html[data-theme=dark] { background: #111; color: #eee }
authlane-run { display: block; height: 500px }</style><main><h1>An article</h1>${body}<p id="after">After</p></main>`
    response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

const site = `http://localhost:${process.env.PORT ?? 4173}`

const topOf = (page: Page) => page.locator('#after').evaluate((element) => element.getBoundingClientRect().top)

test('shows the picture of the outcome first, and nothing of the app; a press runs it in the same place', async ({
  page,
}) => {
  // The build writes the pictures where it knows its address (SITE_URL).
  const body = await readFile('src/share/pictures/exported.png')
  await page.route('**/picture.png', (route) => route.fulfill({ body, contentType: 'image/png' }))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const article = await serveArticle(
    `<authlane-run src="${PLACE}" label="Two calls, one refresh token"><a href="${site}/${PLACE}">For readers without scripts</a></authlane-run><script src="${site}/authlane-run.js"></script>`,
  )
  await page.goto(article.address)
  const picture = page.getByRole('img', { name: 'Sequence diagram: Two calls, one refresh token' })
  await expect(picture).toBeVisible()
  await expect(page.getByText('For readers without scripts')).toBeHidden()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
  expect(asked.filter((url) => url.startsWith(site)).map((url) => url.slice(site.length + 1))).toEqual([
    'authlane-run.js',
    `${PLACE}picture.png`,
  ])
  await expect(page.getByRole('link', { name: 'Open in Authlane' })).toHaveAttribute('href', `${site}/${PLACE}`)
  const before = await topOf(page)

  // By keyboard: the link, then the button.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Run it here' })).toBeFocused()
  await page.keyboard.press('Enter')
  const player = page.frameLocator('iframe[title="Authlane: Two calls, one refresh token"]')
  await expect(player.getByRole('heading', { name: 'Parallel 401s' })).toBeVisible()
  await expect(player.getByRole('slider', { name: 'Step' })).toBeEnabled()
  expect(await topOf(page)).toBe(before)
  await page.unroute('**/picture.png')
  article.stop()
})

test('has the theme of the page around it, also when that changes; a theme that is asked for stays', async ({
  page,
}) => {
  const article = await serveArticle(
    `<authlane-run id="auto" src="${site}/#logout"></authlane-run>
     <authlane-run id="light" theme="light" height="400" src="${site}/#logout"></authlane-run><script src="${site}/authlane-run.js"></script>`,
  )
  await page.goto(article.address)
  for (const id of ['auto', 'light']) {
    await page.locator(`#${id}`).getByRole('button', { name: 'Run it here' }).click()
    await expect(page.frameLocator(`#${id} iframe`).getByRole('button', { name: 'Step forward' })).toBeEnabled()
  }
  const themeOf = (id: string) => page.frameLocator(`#${id} iframe`).locator('html')
  await expect(themeOf('auto')).toHaveAttribute('data-theme', 'dark')
  await expect(themeOf('light')).toHaveAttribute('data-theme', 'light')
  expect((await page.locator('#light').boundingBox())?.height).toBe(400)
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light'
  })
  await expect(themeOf('auto')).toHaveAttribute('data-theme', 'light')
  article.stop()
})

test('without a picture it is as high, and runs all the same', async ({ page }) => {
  const article = await serveArticle(
    `<authlane-run src="r/logout/no-such-outcome/" label="Logout"></authlane-run><script src="${site}/authlane-run.js"></script>`,
  )
  await page.goto(article.address)
  const component = page.locator('authlane-run')
  await expect(component.getByText('▶')).toBeVisible()
  expect((await component.boundingBox())?.height).toBe(500)
  await expect(component.getByRole('button', { name: 'Run it here' })).toBeVisible()
  article.stop()
})

test('takes a picture of the page’s own, and is a link where scripts are off', async ({ page, browser }) => {
  const article = await serveArticle(
    `<authlane-run src="${site}/#logout"><a href="${site}/#logout"><img alt="Logout" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a></authlane-run><script src="${site}/authlane-run.js"></script>`,
  )
  await page.goto(article.address)
  await expect(page.getByRole('img', { name: 'Logout' })).toBeVisible()
  await page.getByRole('img', { name: 'Logout' }).click()
  await expect(page.locator('iframe[title="Authlane: Logout"]')).toBeVisible()
  expect(page.url()).toBe(article.address)

  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(article.address)
  await expect(plain.getByRole('link', { name: 'Logout' })).toHaveAttribute('href', `${site}/#logout`)
  await context.close()
  article.stop()
})
