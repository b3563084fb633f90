/** Credentials have a face: what a message carries, who holds what, and where a refusal goes back to. */
import type { Page } from '@playwright/test'
import { violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

/** The chips on the arrow of a step: their letters, and how each stands. */
function chipsOf(page: Page, step: number): Promise<string[]> {
  return page
    .locator(`[aria-label^="Step ${step}: "] + svg .sequence-credential-text`)
    .evaluateAll((texts) =>
      texts.map((text) => `${text.textContent} ${text.getAttribute('class')?.match(/is-(\w+)/)?.[1]}`),
    )
}

test('R1 is spent twice, its family breaks, and the arc goes back to the first time', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  expect(await chipsOf(page, 7)).toEqual(['R1 held'])
  expect(await chipsOf(page, 8)).toEqual(['R1 replaced'])
  expect(await chipsOf(page, 9)).toEqual(['A2 revoked', 'R2 revoked'])

  await page.getByRole('button', { name: /^Step 10: / }).click()
  await expect(page.getByRole('button', { name: /^Step 10: / })).toHaveAccessibleDescription('R1 again: used in step 7')
  await page.getByRole('button', { name: 'R1 again: used in step 7' }).click()
  await expect(page.getByRole('button', { name: /^Step 7: / })).toHaveAttribute('aria-current', 'step')
  const lit = () =>
    page
      .locator('[data-lit] > [data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')?.slice(0, 7)))
  await page.getByRole('button', { name: /^Step 8: / }).hover()
  await expect.poll(lit).toEqual(['Step 8:', 'Step 10'])
  await page.mouse.move(2, 2)
  await expect.poll(lit).toEqual(['Step 7:', 'Step 9:'])
})

test('a head opens what its actor holds, and what it held', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  const head = playground.diagram.getByRole('list', { name: 'Actors' }).getByRole('button', { name: 'Frontend App' })
  await expect(head).toHaveAccessibleDescription('holds nothing')
  await head.click()
  const card = page.getByRole('dialog', { name: 'Frontend App' })
  const before = card.getByRole('region', { name: 'Held before' }).getByRole('listitem')
  await expect(before).toHaveText([
    /access token 1\s*revoked/,
    /refresh token 1\s*revoked/,
    /access token 2\s*revoked/,
    /refresh token 2\s*revoked/,
  ])
  expect(await violationsOn(page, '.popover')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(head).toBeFocused()
})

test('a call keeps its tag and its place when its message is delivered', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.button('Expire access token').click()
  await playground.window().getByRole('button', { name: 'Load the dashboard' }).click()
  const label = page.locator('.sequence-label', { hasText: 'GET /photos' })
  const tag = page.locator('.sequence-thread-text', { hasText: 'call-1' })
  await expect(tag).toHaveCount(1)
  const waiting = [await label.getAttribute('x'), await tag.getAttribute('x')]
  await page
    .getByRole('button', {
      name: 'Deliver GET /photos Authorization: Bearer from Frontend App to Resource API (call-1)',
    })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^Step 3: .*GET \/photos/ })).toBeVisible()
  expect([await label.first().getAttribute('x'), await tag.first().getAttribute('x')]).toEqual(waiting)
})
