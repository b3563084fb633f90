/** The whole run without a pointer: shortcuts step, Tab reaches every control, Enter presses it. */
import type { Locator, Page } from '@playwright/test'
import type { Playground } from './playground.ts'
import { expect, test } from './test.ts'

/** Tabs until an element has the focus; fails when it is not reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const isFocused = () =>
    expect(target)
      .toBeFocused({ timeout: 1 })
      .then(
        () => true,
        () => false,
      )
  for (let presses = 0; presses < 120 && !(await isFocused()); presses++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** Steps with the arrow key until nothing is on the wire. */
async function stepUntilRest(playground: Playground): Promise<void> {
  await expect(playground.wire.getByRole('listitem').first()).toBeVisible()
  for (let presses = 0; presses < 40 && (await playground.wire.getByRole('listitem').count()) > 0; presses++) {
    const before = await playground.step()
    await playground.page.keyboard.press('ArrowRight')
    await expect.poll(() => playground.step()).toBe(before + 1)
  }
  await playground.expectRest()
}

test('a run from start to end by keyboard alone, and through the messages of its diagram', async ({
  playground,
  page,
}) => {
  await playground.open()
  await stepUntilRest(playground)
  await tabTo(page, playground.window().getByRole('button', { name: 'Sign in' }))
  await page.keyboard.press('Enter')
  await stepUntilRest(playground)

  await tabTo(page, playground.window().getByLabel('Username'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('ada')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('correct horse')
  await page.keyboard.press('Enter')
  await stepUntilRest(playground)

  await tabTo(page, playground.window().getByRole('button', { name: 'Allow' }))
  await page.keyboard.press('Enter')
  await stepUntilRest(playground)
  await tabTo(page, playground.window().getByRole('button', { name: 'Call the API' }))
  await page.keyboard.press('Enter')
  await stepUntilRest(playground)
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()

  await tabTo(page, playground.messages.last())
  const last = await playground.messages.last().getAttribute('aria-label')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator(':focus')).not.toHaveAttribute('aria-label', last ?? '')
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Step \d+: /)
})

test('shortcuts do not fire while text is being typed; a clicker’s page keys step, ? opens the help, steps are announced', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.search.open()
  await expect(playground.search.field).toBeFocused()
  await page.keyboard.type('pkce ')
  await page.keyboard.press('ArrowRight')
  await expect(playground.search.field).toHaveValue('pkce ')
  await page.keyboard.press('Escape')
  await expect(playground.search.dialog).toBeHidden()
  expect(await playground.step()).toBe(0)

  await page.keyboard.press('PageDown')
  await expect.poll(() => playground.step()).toBe(1)
  await page.keyboard.press('PageUp')
  await expect.poll(() => playground.step()).toBe(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Step forward')
  const notices = page.getByRole('dialog').getByRole('link', { name: 'third-party notices' })
  await expect(notices).toHaveAttribute('href', /^http:.*\/third-party-notices\.txt$/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Step 1: ' })).toHaveCount(1)
})
