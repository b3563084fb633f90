/** Who holds what: from a step's callout to the advice, and what a thief took. */
import { expect, test } from './test.ts'

test('a step that stores a token leads to where the token belongs; a lifetime that is pressed is selected everywhere', async ({
  playground,
  page,
}) => {
  await playground.open('./#token-lifecycle')
  await playground.playOutcome('Silent refresh')
  await playground.inspector('Explain').click()
  const belongs = page.getByText('Where it belongs: refresh token, on Browser, iOS, Android, Desktop and Server')
  await belongs.click()
  await expect(page.getByRole('definition').filter({ hasText: 'Keychain, kSecAttr' })).toBeVisible()
  await playground.button('Show in Storage: refresh token').click()
  await expect(playground.view('Storage')).toHaveAttribute('aria-selected', 'true')
  const advice = page.getByRole('table', { name: 'Refresh token', exact: true })
  await expect(advice).toBeFocused()
  await expect(advice).toBeInViewport()
  await expect(advice.getByRole('row', { name: /^Android / })).toContainText('Android Keystore')
  await expect(page.getByRole('region', { name: 'Memory of the page' })).toContainText('refresh token 2')

  await playground.inspector('Token').click()
  await playground.view('Lifetimes').click()
  const bar = page.getByRole('button', { name: /^refresh token 2: issued/ })
  await bar.click()
  await expect(bar).toHaveAttribute('aria-current', 'step')
  await expect(page.getByRole('combobox', { name: 'Token', exact: true })).toContainText('refresh token 2')
  await expect(page.locator('[aria-label="Lifetimes"] [aria-current]')).toHaveCount(1)
})

test('a message of the thief shows the thief’s code; what the thief holds stands in the thief’s card, and at its owner’s', async ({
  playground,
  page,
}) => {
  // Nothing is on the wire there until the person acts.
  await page.goto('./#refresh-token-theft')
  await playground.playOutcome('Thief first: the app’s refresh gives it away')
  await playground.diagram
    .getByRole('button', { name: /Thief to Authorization Server/ })
    .first()
    .click()
  await playground.inspector('Code').click()
  await expect(playground.code.files.getByRole('button', { name: 'attacker.ts' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(playground.code.listing('Source').locator('[data-selected="true"]').first()).toContainText(
    'server.fetch',
  )

  await playground.view('Storage').click()
  const loot = page.getByRole('region', { name: 'Loot' })
  await expect(loot.getByRole('listitem')).toHaveCount(2)
  await expect(loot).toContainText('revoked')
  await loot.getByRole('button', { name: 'step 7' }).first().click()
  await expect(page.getByRole('list', { name: 'Who holds what' })).toBeVisible()
  await playground.slider.fill('4')
  await expect(page.getByRole('region', { name: 'Memory of the page' })).toContainText('Also held by Thief')
})
