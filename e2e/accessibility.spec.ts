/** axe finds nothing, in both themes, wide and narrow, in the states that a run goes through. */
import { violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the opening', async ({ playground, page }) => {
      await playground.openOnWorker()
      expect(await violationsOn(page)).toEqual([])
    })

    test('a failed run, in every inspector', async ({ playground, page }) => {
      await playground.open()
      await playground.playOutcome('PKCE mismatch')
      for (const tab of ['Exchange', 'Token', 'State', 'Code', 'Explain'] as const) {
        await playground.inspector(tab).click()
        expect(await violationsOn(page), tab).toEqual([])
      }
      await playground.view('Transcript').click()
      expect(await violationsOn(page), 'Transcript').toEqual([])
      await playground.compareWith()
      expect(await violationsOn(page), 'Compare').toEqual([])
    })

    test('messages on the wire, and the dialogs', async ({ playground, page }) => {
      await playground.open()
      await playground.runToEnd()
      await playground.startSignIn()
      expect(await violationsOn(page), 'wire').toEqual([])
      await playground.button('Share').click()
      await expect(playground.shareDialog).toBeVisible()
      expect(await violationsOn(page), 'share').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violationsOn(page), 'help').toEqual([])
    })

    test('the race explorer, before and after', async ({ playground, page }) => {
      await page.goto('./#two-tabs-race')
      await playground.view('Races').click()
      expect(await violationsOn(page), 'before').toEqual([])
      await playground.races.open()
      await playground.button('Explore the orders').click()
      await expect(playground.races.outcomes).toHaveCount(3)
      expect(await violationsOn(page), 'after').toEqual([])
    })

    test('the states of a sign-in, the hand-off, and what it allows', async ({ playground, page }) => {
      await playground.open('./#mfa-sign-in')
      await playground.playOutcome('New device: one-time code')
      for (const tab of ['States', 'Authorization']) {
        await playground.view(tab).click()
        await expect(page.getByRole('table').first()).toBeVisible()
        expect(await violationsOn(page), tab).toEqual([])
      }
      await playground.inspector('Explain').click()
      await playground.view('Sequence').click()
      await expect(page.getByRole('region', { name: 'Hand-off to authorization' })).toBeVisible()
      expect(await violationsOn(page), 'hand-off').toEqual([])
    })

    test('each pane of a narrow screen', async ({ playground, page }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await playground.open()
      await playground.runToEnd()
      for (const pane of ['Library', 'Stage', 'Diagram', 'Inspector'] as const) {
        await playground.showPane(pane)
        expect(await violationsOn(page), pane).toEqual([])
      }
    })
  })
}
