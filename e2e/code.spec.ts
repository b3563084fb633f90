/** The code inspector: every file that ran, what a strategy and a variant do differently, and a request in other languages. */
import { expect, test } from './test.ts'

test('a strategy is a file of its own and differs from having none, a variant from its flow; a request can be had in another language', async ({
  playground,
  page,
}) => {
  await page.goto('./#parallel-401-race')
  await playground.openSettings()
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

  await test.step('a variant is compared with the flow that it varies', async () => {
    await playground.open('./#step-up')
    await playground.inspector('Code').click()
    await playground.showDifferenceTo('Authorization code with PKCE')
    const varied = playground.code.listing('Difference to Authorization code with PKCE')
    await expect(varied.getByRole('heading')).toHaveText(['tab-sign-in.ts', 'client.ts', 'sign-in-error.ts'])
    await expect(varied.getByRole('insertion').filter({ hasText: 'class StepUpError' })).toBeVisible()
  })

  await test.step('a request can be had in another language', async () => {
    await playground.open('./#authorization-code-pkce')
    await playground.inspector('Code').click()
    await playground.button('Step forward').click()
    await page.getByText('This request in other languages').click()
    await page.getByLabel('Language').selectOption('Python (Requests)')
    await expect(page.getByRole('figure', { name: 'Python (Requests)' })).toContainText('"https://app.example/"')
  })
})
