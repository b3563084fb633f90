/** On the narrowest of phones nothing is hidden: a run goes from start to end. */
import { expect, test } from './test.ts'

test.use({ visitor: 'new', viewport: { width: 360, height: 740 }, hasTouch: true })

const PANES = ['Library', 'Inspector', 'Diagram', 'Stage'] as const

test('a run from start to end at 360 pixels, and no pane is wider', async ({ playground, page }) => {
  await playground.open()
  await playground.runToEnd()
  for (const pane of PANES) {
    await playground.showPane(pane)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), pane).toBeLessThanOrEqual(360)
  }
  await playground.startSignIn()
  await playground.runToEnd()
  await playground.signIn()
  await playground.runToEnd()
  await playground.consent('Allow')
  await playground.runToEnd()
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()

  await playground.showPane('Diagram')
  await playground.messages.last().click()
  await playground.showPane('Inspector')
  await expect(playground.inspector('Exchange')).toBeVisible()
  await playground.showPane('Library')
  await expect(playground.outcomes).toBeVisible()
  await expect(playground.settings).toBeAttached()
})

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('the reason, which only a screen reader is told there, makes no page wider', async ({ playground, page }) => {
    await page.goto('./')
    await expect(playground.transport).toContainText('Direct: the service worker did not start')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

test('an end is seen at 390 pixels: the arrow that decided it, the newest row above the card, and each page in its window', async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [place, ...ends] of [
    ['two-tabs-race/stolen', 'Tab 2', 'Authorization Server'],
    ['window-attacks/planted', 'Resource API', 'Attacker'],
    ['server-race/read-then-write', 'Frontend App', 'Authorization Server'],
  ]) {
    await page.goto(`./r/${place}/`)
    const card = page.getByRole('region', { name: 'Outcome' })
    const newest = playground.messages.last()
    await expect(card).toBeVisible()
    for (const actor of ends)
      await expect(
        page.getByRole('list', { name: 'Actors' }).getByText(actor, { exact: true }),
        `${place}: ${actor}`,
      ).toBeInViewport({ ratio: 1 })
    const [row, end] = await Promise.all([newest.boundingBox(), card.boundingBox()])
    expect((row?.y ?? 0) + (row?.height ?? 0), place).toBeLessThanOrEqual((end?.y ?? 0) + 1)
  }
  await page.goto('./r/two-tabs-race/stolen/')
  await expect(page.getByRole('region', { name: 'Outcome' })).toBeVisible()
  await playground.showPane('Stage')
  for (const frame of await playground.stage.locator('iframe').all())
    expect((await frame.boundingBox())?.width).toBeGreaterThan(300)
})
