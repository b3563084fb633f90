/** The code inspector: every file that ran, what a strategy and a variant do differently, and a request in other languages. */
import { expect, test } from './test.ts'

test('a strategy is a file of its own, and its difference to having none can be seen', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.settings.getByLabel('Refresh strategy').selectOption('single_flight')
  await playground.inspector('Code').click()
  const { files, listing } = playground.code
  await expect(files.getByRole('button')).toHaveText(['client.ts', 'strategy-single-flight.ts'])

  await files.getByRole('button', { name: 'strategy-single-flight.ts' }).click()
  await expect(listing('Source')).toContainText('running ??= refresh(tab, session)')
  await playground.showDifferenceTo('No strategy')
  const difference = listing('Difference to No strategy')
  await expect(difference.getByRole('insertion').filter({ hasText: 'running ??=' })).toBeVisible()
  await expect(difference.getByRole('deletion').filter({ hasText: 'await refresh(tab, session)' })).toBeVisible()
  // Signs and words say it too, not the colour alone.
  await expect(difference.getByRole('listitem').filter({ hasText: 'let running' })).toContainText('+')
  await expect(difference.getByText('Removed: ').first()).toBeAttached()

  await page.getByLabel('Show difference to No strategy').uncheck()
  await expect(listing('Source').getByRole('insertion')).toHaveCount(0)
})

test('a variant is compared with the flow that it varies', async ({ playground }) => {
  await playground.open('./#step-up')
  await playground.inspector('Code').click()
  await playground.showDifferenceTo('Authorization code with PKCE')
  const difference = playground.code.listing('Difference to Authorization code with PKCE')
  await expect(difference.getByRole('heading')).toHaveText(['tab-sign-in.ts', 'client.ts', 'sign-in-error.ts'])
  await expect(difference.getByRole('insertion').filter({ hasText: 'class StepUpError' })).toBeVisible()
})

test('a message of the thief shows the thief’s code', async ({ playground, page }) => {
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
})

test('a request can be had in another language', async ({ playground, page }) => {
  await playground.open()
  await playground.inspector('Code').click()
  await playground.button('Step forward').click()
  await page.getByText('This request in other languages').click()
  await page.getByLabel('Language').selectOption('Python (Requests)')
  await expect(page.getByRole('figure', { name: 'Python (Requests)' })).toContainText('"https://app.example/"')
})
