/** The policy lab: found, played, cancelled, read in its three ways, and each cell a run. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { decodeLink } from '../src/share/index.ts'
import { LOOKED_OVER, violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

const lab = (page: Page) => {
  const panel = page.getByRole('tabpanel', { name: 'Policy lab' })
  return {
    panel,
    table: panel.getByRole('table'),
    progress: panel.getByRole('progressbar', { name: 'Cells played' }),
    status: panel.getByRole('status'),
    scenario: panel.getByLabel('Attacks of'),
    reading: panel.getByRole('region', { name: 'What the table says' }),
    /** The cell of an attack against the column with a number, from 0. */
    cell: (attack: string, column: number) =>
      panel.getByRole('row').filter({ hasText: attack }).getByRole('cell').nth(column).getByRole('button'),
  }
}

const REUSE = 'The reuse window lets the thief in'

test('found by search; every table is played with progress, and stops when it is told to', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.search.open()
  await playground.search.field.fill('Policy lab')
  await playground.search.result(/Policy lab/).click()
  const { status, progress, scenario, table } = lab(page)
  await expect(table).toBeVisible()
  // A scenario without attacks of its own shows the table that a visitor is to meet first.
  await expect(scenario).toHaveValue('malicious-script')
  await expect(status).toContainText(/^All \d+ cells of this table have been played/, { timeout: 60_000 })

  await playground.button('Play every table').click()
  await expect(progress).toBeVisible()
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0)
  await playground.button('Cancel').click()
  await expect(progress).toHaveCount(0)
  await expect(playground.button('Play every table')).toBeVisible()

  // What was cancelled goes on when it is looked at.
  await scenario.selectOption({ label: 'A passkey and a phishing proxy' })
  await expect(status).toContainText(/^All \d+ cells/, { timeout: 60_000 })
})

test('the lab has an address of its own, which shows what a visitor meets first', async ({ page }) => {
  await page.goto('./#lab')
  const { scenario, status } = lab(page)
  await expect(scenario).toHaveValue('malicious-script')
  await expect(status).toContainText(/^All \d+ cells of this table have been played/, { timeout: 60_000 })
})

test('a cell opens as the run that it says it is, and can be taken back', async ({ playground, page }) => {
  await page.goto('./#refresh-token-theft')
  await playground.view('Policy lab').click()
  const { status, cell } = lab(page)
  await expect(status).toContainText('All 20 cells', { timeout: 60_000 })
  const stopped = cell(REUSE, 2)
  await expect(stopped).toContainText('Stopped')
  await expect(stopped).toContainText('POST /token → 400 invalid_grant')
  await expect(cell(REUSE, 3)).toContainText('Not stopped')
  await stopped.click()
  await expect(playground.view('Sequence')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(async () => playground.step()).toBeGreaterThan(5)
  expect(await playground.step()).toBe(Number(await playground.slider.getAttribute('max')))
  await expect(playground.diagram.getByRole('button', { name: /to Thief, 400 invalid_grant/ })).toBeAttached()
  await playground.button('Undo').click()
  await expect.poll(() => playground.step()).toBe(0)
  // What was played is still there.
  await playground.view('Policy lab').click()
  await expect(status).toContainText('All 20 cells')
})

test('the table answers three questions, is read with the keyboard, and is taken away', async ({
  playground,
  page,
}) => {
  await page.goto('./#refresh-token-theft')
  await playground.view('Policy lab').click()
  const { status, reading, table, cell } = lab(page)
  await expect(status).toContainText('All 20 cells', { timeout: 60_000 })
  const windowed = reading.getByText('Rotation with a reuse window: the attack that it stops is stopped by others')
  await windowed.click()
  await expect(reading).toContainText('“Nobody notices: no rotation”: Rotation with reuse detection')

  await table.getByRole('button', { name: REUSE }).click()
  await expect(reading).toContainText('One defence stops it alone.')
  await expect(reading.getByRole('listitem')).toHaveText([/^Rotation with reuse detection POST \/token → 400/])

  await table.getByRole('button', { name: /^Rotation with reuse detection/ }).click()
  await expect(reading).toContainText('2 of 4 attacks of this table still reach their goals')
  await expect(reading.getByRole('listitem')).toHaveCount(2)

  await table.getByRole('button', { name: REUSE }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(REUSE, 0)).toBeFocused()
  await expect(table.getByRole('columnheader')).toHaveCount(6)
  await expect(table.getByRole('rowheader')).toHaveCount(4)

  expect(readFileSync(await playground.save('Download Markdown'), 'utf8')).toContain(`| **${REUSE}** |`)
  expect(readFileSync(await playground.save('Download CSV'), 'utf8').split('\r\n')).toHaveLength(22)
  for (const title of LOOKED_OVER['refresh-token-theft'])
    expect(await violationsOn(page, await playground.showView(title)), title).toEqual([])
})

test('a link opens a table at what is asked of it, beside the run that is open; one that leads nowhere says why', async ({
  playground,
  page,
}) => {
  const { status, reading, scenario, table, cell, panel } = lab(page)
  const question = table.getByRole('button', { name: REUSE })
  await page.goto('./#lab/refresh-token-theft/attack/reuse-window')
  await expect(reading).toContainText('One defence stops it alone.', { timeout: 60_000 })
  await expect(question).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('link', { name: 'Refresh token theft' })).toHaveAttribute('aria-current', 'page')

  // What is asked next is the link.
  await table.getByRole('button', { name: /^Rotation with reuse detection/ }).click()
  await expect(page).toHaveURL(/#lab\/refresh-token-theft\/defence\/rotation$/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByRole('button', { name: 'Copy link' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())

  await test.step('the run goes on beside it, and a reload keeps both', async () => {
    await playground.window().getByRole('button', { name: 'Load the photos' }).click()
    await expect.poll(() => playground.step()).toBe(1)
    await playground.button('Step forward').click()
    // Steps are written a moment later.
    await expect
      .poll(async () => decodeLink(await page.evaluate(() => String(history.state?.run))))
      .toMatchObject({ shared: { cursor: 2 } })
    await page.reload()
    await expect(reading).toContainText('2 of 4 attacks of this table still reach their goals', { timeout: 60_000 })
    await expect.poll(() => playground.step()).toBe(2)
  })

  await test.step('Back leads from the run of a cell to the table', async () => {
    await expect(status).toContainText('All 20 cells', { timeout: 60_000 })
    await cell(REUSE, 2).click()
    await expect(page).toHaveURL(/#1\./)
    await page.goBack()
    await expect(page).toHaveURL(/#lab\/refresh-token-theft\/defence\/rotation$/)
    await expect(reading).toContainText('2 of 4 attacks')
    await expect.poll(() => playground.step()).toBe(2)
  })

  await test.step('another table, beside the same run', async () => {
    await page.goto('./#lab/mix-up')
    await expect(scenario).toHaveValue('mix-up')
    await expect.poll(() => playground.step()).toBe(2)
    await expect(page.getByRole('link', { name: 'Refresh token theft' })).toHaveAttribute('aria-current', 'page')
  })

  const notice = page.getByRole('region', { name: 'Notice' })
  for (const [fragment, words] of [
    ['lab/no-such-table', 'no table “no-such-table”'],
    ['lab/mix-up/defence/nothing', 'has no defence “nothing”'],
    ['lab/mix-up/attack/', 'lab/ and a scenario'],
  ] as const) {
    await test.step(`${fragment} says what is wrong, and the run stays`, async () => {
      await page.goto(`./#${fragment}`)
      await expect(notice).toContainText(words)
      await expect(notice).toContainText('The run on the page is as it was.')
      await expect(scenario).toHaveValue('mix-up')
      await expect.poll(() => playground.step()).toBe(2)
      await playground.button('Dismiss').click()
    })
  }

  await test.step('pasted, it is opened as well', async () => {
    await playground.view('Sequence').click()
    await playground.search.pasteOnPage('https://elsewhere.example/docs/#lab/refresh-token-theft/attack/no-rotation')
    await expect(table.getByRole('button', { name: 'Nobody notices: no rotation' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect.poll(() => playground.step()).toBe(2)
  })
})

test('at 390 pixels the table scrolls inside, and the attacks stay', async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#refresh-token-theft')
  await playground.showPane('Diagram')
  await page.getByRole('button', { name: 'More of Views' }).click()
  await page.getByRole('menuitem', { name: 'Policy lab' }).click()
  const { status, table, cell } = lab(page)
  await expect(status).toContainText('All 20 cells', { timeout: 60_000 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const head = table.getByRole('rowheader', { name: REUSE })
  // The table is what is seen first; what it says of an attack, when that is asked.
  const { reading } = lab(page)
  await expect(table.getByRole('columnheader').first()).toBeInViewport({ ratio: 1 })
  await expect(reading).not.toBeInViewport()
  const before = await head.boundingBox()
  await cell(REUSE, 4).scrollIntoViewIfNeeded()
  expect((await cell(REUSE, 4).boundingBox())?.x).toBeGreaterThan(before?.x ?? 0)
  expect((await head.boundingBox())?.x).toBe(before?.x)

  await table.getByRole('button', { name: REUSE }).click()
  await expect(reading).toBeInViewport()
  await expect(reading).toContainText('One defence stops it alone.')
})

test('the document of a scenario has its table, with the names of the run', async ({ playground, page }) => {
  await page.goto('./#token-exchange')
  await playground.openDocument()
  await expect(playground.document.getByRole('heading', { name: 'Attacks and defences' })).toBeVisible()
  const table = playground.document.getByRole('table', { name: 'Attacks against defences' })
  await expect(table.getByRole('row', { name: 'Any agent speaks for anybody' })).toContainText(
    '✗ Not stopped✓ Stopped: POST /token → 400 invalid_request (may_act)',
  )

  await playground.openSettings()
  await playground.settings.getByRole('combobox', { name: 'Names like' }).selectOption('Keycloak')
  await expect(table.getByRole('row', { name: 'Any agent speaks for anybody' })).toContainText(
    'POST /realms/demo/protocol/openid-connect/token → 400 invalid_request (may_act)',
    { timeout: 60_000 },
  )
})

test('on a phone a link to a question shows its answer, which stands below the table', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#lab/refresh-token-theft/attack/reuse-window')
  await expect(lab(page).reading.getByText('One defence stops it alone.')).toBeInViewport({ ratio: 1, timeout: 60_000 })
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 })
})
