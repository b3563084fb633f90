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
