/** Two runs side by side: where they part, what that means, and how they end. */
import type { Locator } from '@playwright/test'
import { expect, test } from './test.ts'

/** Selects the option that begins with a name; what follows says where it was seen. */
async function pick(select: Locator, name: string): Promise<void> {
  const option = select.getByRole('option', { name: new RegExp(`^${name}\\b`) })
  await select.selectOption(await option.getAttribute('value'))
}

test('a failed sign-in beside the one that works, down to the value that made the difference; a kept run beside another', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.playOutcome('PKCE mismatch')
  await playground.compareWith()
  const { comparison } = playground
  await expect(comparison.getByLabel('Compare with').locator(':checked')).toHaveText('Signed in')
  await expect(comparison.getByRole('region', { name: 'First difference' })).toContainText('changes code_verifier')
  // Why comes first.
  await expect(comparison.getByRole('table', { name: 'What differs' })).toContainText('changes code_verifier')
  const message = comparison.getByRole('region', { name: 'The first message that differs' })
  await expect(message).toContainText('code_verifier')
  await expect(message.locator('del').first()).toBeVisible()
  const ends = comparison.getByRole('region', { name: 'How they end' })
  await expect(ends.getByRole('row', { name: /^Its rule/ })).toContainText('RFC 7636 §4.6')
  await expect(ends.getByRole('row', { name: /^Page/ })).toContainText('You are not signed in')

  await test.step('a step of the comparison is the selected one everywhere', async () => {
    await playground.playOutcome('Wrong password')
    await playground.compareWith()
    const step = playground.comparison.getByRole('button', { name: /^Step 7: .*POST \/login/ })
    await step.click()
    await expect(step).toHaveAttribute('aria-current', 'step')
    await playground.inspector('Exchange').click()
    await expect(page.getByRole('tabpanel', { name: 'Exchange' })).toContainText('wrong+horse')
  })

  await test.step('a kept run, and what became of it when something was changed', async () => {
    await playground.playOutcome('Signed in')
    await playground.compareWith()
    await playground.button('Keep this run to compare').click()
    await expect(comparison.getByText('Both runs are the same, message by message.')).toBeVisible()
    await playground.playOutcome('Consent denied')
    const card = comparison.getByRole('region', { name: 'First difference' })
    await expect(card).toContainText('denies')
    await expect(card).toContainText('approves')
    await playground.button('Open the other run').click()
    await expect.poll(() => playground.step()).toBe(24)
    await expect(comparison.getByLabel('Compare with').locator(':checked')).toContainText('Kept run')
  })
})

test('a standard and an MFA-verified token, and what their difference means; two tokens of one run say what a step-up changed', async ({
  playground,
  page,
}) => {
  await playground.open('./#mfa-sign-in')
  await playground.playOutcome('New device: one-time code')
  await playground.compareWith('Trusted device: no second factor')
  const claims = playground.comparison.getByRole('region', { name: 'Changed claims' })
  await expect(claims.getByRole('row', { name: /^acr/ })).toContainText('multi-factor')
  await expect(claims).toContainText('Access token 1 of “New device: one-time code” proves a second factor')
  await expect(claims).toContainText('a one-time code (otp)')

  await playground.open('./#step-up')
  await playground.playOutcome('Asked at a high-privilege endpoint')
  await playground.inspector('Token').click()
  const panel = page.getByRole('tabpanel', { name: 'Token' })
  await pick(panel.getByRole('combobox', { name: 'Token', exact: true }), 'access token 2')
  await pick(panel.getByRole('combobox', { name: 'Compare with' }), 'access token 1')
  await expect(panel).toContainText('Access token 2 proves a second factor, access token 1 only the first')
})
