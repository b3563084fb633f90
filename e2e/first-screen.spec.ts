/** What is there before the scripts, and for whoever has none. */
import { expect, test } from './test.ts'

test('without scripts the page says what it is, draws the first arrow, and leads to every flow', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page.getByRole('main').locator('svg')).toContainText('GET /')
  // By place: texts and roles are not looked for inside of a `noscript`.
  const instead = page.locator('noscript')
  await expect(instead.locator('p').first()).toContainText('Watch real authentication flows happen')
  const flows = instead.locator('li a')
  expect(await flows.count()).toBeGreaterThanOrEqual(16)
  await flows.filter({ hasText: 'Parallel 401s' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Each call refreshes: signed out')
  await expect(page.getByRole('listitem').filter({ hasText: 'this refresh token was used before' })).toHaveCount(1)
  await context.close()
})

test('the first arrow comes with the document, and the live one takes its place', async ({ page, playground }) => {
  const sentence = '1. The browser opens the app.'
  expect(await (await page.request.get('./')).text()).toContain(sentence)
  await playground.open()
  await expect(playground.button(/^Deliver GET/)).toBeVisible()
  await expect(page.getByText(sentence)).toHaveCount(0)
})

test('a page whose scripts do not come says so, by its style sheet alone', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort())
  await page.goto('./')
  const late = page.getByText('Its scripts did not arrive, or are blocked')
  await expect(late).toBeHidden()
  // What its fifteen seconds come to, without the wait.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  await expect(late).toBeVisible()
  await context.close()
})
