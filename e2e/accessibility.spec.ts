/** axe finds nothing, in both themes, wide and narrow, in the states that a run goes through, in each view and each dialog. */
import { LOOKED_OVER, violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

test('the opening, messages on the wire, and the dialogs', async ({ playground, page }) => {
  await playground.openOnWorker()
  expect(await violationsOn(page), 'opening').toEqual([])
  await playground.runToEnd()
  await playground.startSignIn()
  expect(await violationsOn(page), 'wire').toEqual([])
  await playground.button('Share').click()
  await expect(playground.shareDialog).toBeVisible()
  expect(await violationsOn(page), 'share').toEqual([])
  for (const [key, dialog] of [
    ['?', 'help'],
    ['o', 'open'],
  ] as const) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violationsOn(page, '[role="dialog"]'), dialog).toEqual([])
  }
})

test('a failed run, in every inspector and in each view of it', async ({ playground, page }) => {
  test.setTimeout(180_000)
  await playground.open()
  await playground.playOutcome('PKCE mismatch')
  expect(await violationsOn(page), 'the page').toEqual([])
  for (const tab of ['Exchange', 'Token', 'State', 'Code', 'Explain'] as const) {
    await playground.inspector(tab).click()
    const panel = page.getByRole('tabpanel', { name: tab, exact: true })
    await expect(panel).toContainText(/\S/)
    expect(await violationsOn(page, `#${await panel.getAttribute('id')}`), tab).toEqual([])
  }
  for (const title of LOOKED_OVER['authorization-code-pkce'])
    expect(await violationsOn(page, await playground.showView(title)), title).toEqual([])
  await playground.compareWith()
  expect(await violationsOn(page, '[role="tabpanel"]'), 'compared').toEqual([])
})

test('the race explorer, before and after, and the life of a token', async ({ playground, page }) => {
  test.setTimeout(180_000)
  await page.goto('./#two-tabs-race')
  await playground.view('Races').click()
  expect(await violationsOn(page), 'before').toEqual([])
  await playground.races.open()
  await playground.button('Explore the orders').click()
  await expect(playground.races.outcomes).toHaveCount(3)
  for (const title of LOOKED_OVER['two-tabs-race'])
    expect(await violationsOn(page, await playground.showView(title)), title).toEqual([])

  await page.goto('./#token-lifecycle')
  await playground.playOutcome('Silent refresh')
  for (const title of LOOKED_OVER['token-lifecycle'])
    expect(await violationsOn(page, await playground.showView(title)), title).toEqual([])
})

test('the states of a sign-in, the hand-off, and what it allows', async ({ playground, page }) => {
  await playground.open('./#mfa-sign-in')
  await playground.playOutcome('New device: one-time code')
  for (const title of LOOKED_OVER['mfa-sign-in'])
    expect(await violationsOn(page, await playground.showView(title)), title).toEqual([])
  await playground.inspector('Explain').click()
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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('what the spotlight leaves in the shade can still be read', async ({ playground, page }) => {
      await page.goto('./#parallel-401-race')
      await playground.playOutcome('Each call refreshes: signed out')
      await playground.button('Present').click()
      const shown = page.locator('.projection[data-spotlight]')
      await expect(shown.getByRole('button', { name: /^Step 12: / })).toBeVisible()
      const contrasts = await shown.evaluate((slide) => {
        const drawing = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
        const luminance = (colour: string) => {
          if (drawing === null) throw new Error('There is nothing to read a colour from.')
          drawing.fillStyle = colour
          drawing.fillRect(0, 0, 1, 1)
          const [red = 0, green = 0, blue = 0] = [...drawing.getImageData(0, 0, 1, 1).data].map((value) => {
            const share = value / 255
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        const ground = luminance(getComputedStyle(slide).backgroundColor)
        return [...slide.querySelectorAll('.sequence-label, .sequence-badge-text')].map((text) => {
          const own = luminance(getComputedStyle(text).fill)
          return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05)
        })
      })
      expect(contrasts.length).toBeGreaterThan(20)
      // WCAG 2.2, 1.4.3. The number of the step that is shown stands on its own colour.
      expect(contrasts.toSorted((one, other) => one - other)[1]).toBeGreaterThanOrEqual(4.5)
    })
  })
}
