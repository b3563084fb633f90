/** Broken beside fixed, and the orders of a race as keys. */
import { violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

const BROKEN = 'Each call refreshes: signed out'
const FIXED = 'Single flight: one refresh, all retried'
/** The title over both diagrams. */
const STRATEGY =
  /^Refresh strategy.*None: each call refreshes for itself or Single flight: one refresh, all wait for it$/

test('a failed run beside its fix: they step together, and the first difference is in view in both', async ({
  playground,
  page,
}) => {
  const { split } = playground
  await page.goto('./#parallel-401-race')
  await playground.playOutcome(BROKEN)
  await playground.button('See it fixed').click()
  await expect(split.region.getByRole('heading', { name: STRATEGY })).toBeVisible()
  await expect(split.diagram(BROKEN).getByText('First difference')).toBeInViewport()
  await expect(split.diagram(FIXED).getByText('First difference')).toBeInViewport()
  await expect(split.messages(BROKEN)).toHaveCount(12)
  await expect(split.messages(FIXED)).toHaveCount(12)
  // The row at which they part is the selected one, and the inspectors are about it.
  await expect(split.diagram(BROKEN).locator('[aria-current="step"]')).toHaveAccessibleName(/^Step 8: .*POST \/token/)

  expect(await violationsOn(page, '.split'), 'split').toEqual([])

  await test.step('back to the beginning and forward again, both move', async () => {
    await page.keyboard.press('Home')
    await expect(split.messages(BROKEN)).toHaveCount(0)
    await expect(split.messages(FIXED)).toHaveCount(0)
    for (const count of [1, 2, 3, 4, 5, 6, 7]) {
      await page.keyboard.press('ArrowRight')
      await expect(split.messages(BROKEN)).toHaveCount(count)
      await expect(split.messages(FIXED)).toHaveCount(count)
    }
    await expect(split.region.getByText('The same so far.')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(split.messages(BROKEN)).toHaveCount(8)
    // The fix has no second refresh.
    await expect(split.messages(FIXED)).toHaveCount(7)
    await expect(split.region.getByText('The same so far.')).toBeHidden()
  })

  await test.step('a row of the fix stands at the height of its counterpart', async () => {
    await page.keyboard.press('End')
    const topOf = async (title: string, step: number) =>
      (await split.messages(title).filter({ visible: true }).nth(step).boundingBox())?.y
    expect(await topOf(BROKEN, 6)).toBe(await topOf(FIXED, 6))
  })

  await test.step('Escape closes it, x opens it', async () => {
    await page.keyboard.press('Escape')
    await expect(split.region).toBeHidden()
    await expect(playground.messages.first()).toBeAttached()
    await page.keyboard.press('x')
    await expect(split.region).toBeVisible()
    await playground.button('Close the split view').click()
    await expect(split.region).toBeHidden()
  })
})

test('in the presenter too, where Escape closes the split before it leaves', async ({ playground, page }) => {
  await playground.open('./#authorization-code-pkce')
  await playground.playOutcome('Wrong password')
  await page.keyboard.press('p')
  await expect(playground.presenter.page).toBeVisible()
  await page.keyboard.press('x')
  const region = playground.presenter.page.getByRole('region', { name: 'Two runs side by side' })
  await expect(region.getByRole('heading', { name: /^password.*wrong horse or correct horse$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(region).toBeHidden()
  await expect(playground.presenter.page).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(playground.presenter.page).toBeHidden()
})

test('on a phone one is shown at a time', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome(BROKEN)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.keyboard.press('x')
  const { split } = playground
  await expect(split.diagram(BROKEN)).toBeVisible()
  await expect(split.diagram(FIXED)).toBeHidden()
  await split.region.getByRole('button', { name: FIXED }).click()
  await expect(split.diagram(FIXED)).toBeVisible()
  await expect(split.diagram(BROKEN)).toBeHidden()
})

test('messages that wait together change places, and the next step takes the one above', async ({
  playground,
  page,
}) => {
  await page.goto('./#parallel-401-race')
  await playground.races.open()
  await playground.view('Sequence').click()
  await expect(playground.wire.getByRole('listitem')).toContainText(['/photos', '/albums'])
  await playground.button(/^Swap the order: GET \/albums/).click()
  await expect(playground.wire.getByRole('listitem')).toContainText(['/albums', '/photos'])
  await page.keyboard.press('ArrowRight')
  await expect(playground.messages.last()).toHaveAccessibleName(/GET \/albums/)
})

test('every end of a race in the diagram, and each one a press away', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.races.open()
  await playground.view('Sequence').click()
  await playground.button('All orders').click()
  const ends = page.getByRole('region', { name: 'Ends of all orders' })
  await expect(ends.getByRole('button', { name: /^(224 work|180 fail|20 fail) / })).toHaveCount(3)
  expect(await violationsOn(page, '.ends'), 'strip of ends').toEqual([])
  await ends.getByRole('button', { name: /^20 fail / }).click()
  await expect(ends.getByRole('button', { name: /^20 fail / })).toHaveAttribute('aria-current', 'true')
  await expect(playground.diagram.getByRole('button', { name: /400 invalid_grant/ })).toBeAttached()
  await ends.getByRole('button', { name: /^224 work / }).click()
  await expect(ends.getByRole('button', { name: /^224 work / })).toHaveAttribute('aria-current', 'true')
  await expect(playground.diagram.getByRole('button', { name: /400 invalid_grant/ })).toHaveCount(0)
  await playground.button('Hide the ends').click()
  await expect(ends).toBeHidden()
})
