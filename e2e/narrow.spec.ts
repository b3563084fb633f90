/** On the narrowest of phones nothing is hidden: a run goes from start to end. */
import { expect, test } from './test.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

test('a run from start to end at 360 pixels', async ({ playground }) => {
  await playground.open()
  await playground.runToEnd()
  await playground.showPane('Stage')
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

for (const pane of ['Library', 'Stage', 'Diagram', 'Inspector'] as const) {
  test(`“${pane}” is not wider than the screen`, async ({ playground, page }) => {
    await playground.open()
    await playground.runToEnd()
    await playground.showPane(pane)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}
