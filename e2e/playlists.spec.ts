/** A trainer collects runs, says what to say, and gives the list to somebody else. */
import type { Page } from '@playwright/test'
import { encodePlaylist, writePlaylistFile } from '../src/share/index.ts'
import { violationsOn } from './axe.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

/** The parts of a playlist on the screen. */
function parts(page: Page) {
  const panel = page.getByRole('region', { name: 'Playlists' })
  return {
    panel,
    bar: page.getByRole('region', { name: 'Playlist', exact: true }),
    runs: panel.getByRole('list', { name: 'Runs of the playlist' }).getByRole('listitem'),
    tab: page.getByRole('tablist', { name: 'Library' }).getByRole('tab', { name: 'Playlists' }),
    titleOf: (number: number) => panel.getByLabel(`Title of run ${number}`),
  }
}

test('two runs are collected, ordered and shared as one link; it opens beside the lists that are there', async ({
  playground,
  page,
  browser,
}) => {
  const { panel, runs, tab, titleOf } = parts(page)
  await playground.open()
  await playground.playOutcome('Code expired')
  const failed = await playground.step()
  await tab.click()
  await playground.button('New playlist').click()
  await panel.getByLabel('Title of the playlist').fill('Monday')
  await playground.button('Add this run').click()
  await expect(titleOf(1)).toHaveValue(/Code expired/)

  await page.getByRole('tab', { name: 'Scenarios' }).click()
  await playground.scenarios.getByRole('link', { name: 'Two tabs, one rotating token' }).click()
  await expect(page.getByRole('banner')).toContainText('Two tabs')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('a')
  await expect(runs).toHaveCount(2)
  await panel.getByLabel('Note for run 2').fill('Who has two tabs open right now?')

  await panel.getByRole('button', { name: /^Move Two tabs.* up$/ }).press('Enter')
  await expect(titleOf(1)).toHaveValue(/Two tabs/)
  await expect(panel.getByRole('button', { name: /^Move Two tabs.* up$/ })).toBeFocused()

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.button('Copy link').click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('#p1.')

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  const theirs = parts(other)
  await other.goto(page.url().replace(/#.*/, ''))
  await theirs.tab.click()
  await other.getByRole('button', { name: 'New playlist' }).click()
  await other.getByLabel('Title of the playlist').fill('My own')

  await other.goto(link)
  await expect(theirs.bar).toContainText('Monday · 1 of 2')
  await expect(theirs.bar).toContainText('Who has two tabs open right now?')
  await expect(other.getByRole('banner')).toContainText('Two tabs')
  await expect(theirs.titleOf(2)).toHaveValue(/Code expired/)
  await other.getByRole('heading', { level: 1 }).click()
  await other.keyboard.press('n')
  await expect(theirs.bar).toContainText('2 of 2')
  await expect(other.getByRole('slider', { name: 'Step' })).toHaveValue(String(failed))

  await other.reload()
  await expect(theirs.bar).toContainText('2 of 2')
  await theirs.tab.click()
  await expect(theirs.panel).toContainText('My own')
  await expect(theirs.panel).toContainText('Monday')
  await stranger.close()
})

test('a playlist from outside goes with its tab unless it is kept; one that finds no room costs no other', async ({
  playground,
  page,
  context,
}) => {
  const { panel, tab, titleOf } = parts(page)
  const { recipe } = await recordInNode('happy')
  const run = { recipe, cursor: 2 }
  const sent = encodePlaylist({ title: 'Sent', items: [{ title: 'First', note: '', run }] })
  const old = writePlaylistFile({ title: 'Old', items: [{ title: 'Long kept', note: '', run }] })
  await playground.open()
  // As a page of October kept its lists.
  await page.evaluate((text) => localStorage.setItem('authlane.playlists', JSON.stringify([['0ld', text]])), old)
  await page.goto('about:blank')
  await page.goto(`./#${sent}`)
  await expect(panel.getByText('It goes when you close this tab')).toBeVisible()

  const next = await context.newPage()
  await next.goto('./')
  await parts(next).tab.click()
  await expect(parts(next).panel).toContainText('Old')
  await expect(parts(next).panel).not.toContainText('Sent')
  await playground.button('Keep it').click()
  await expect(parts(next).panel).toContainText('Sent')
  await next.close()

  await page.evaluate(() => {
    for (let size = 1 << 22; size > 0; size >>= 1) {
      for (let made = true; made; ) {
        try {
          localStorage.setItem(`filler${Math.random()}`, 'x'.repeat(size))
        } catch {
          made = false
        }
      }
    }
  })
  await panel.getByLabel('Note for run 1').fill('Longer than what there is room for')
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText('“Sent” is not kept in this browser.')
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)
  })
  await page.goto('about:blank')
  await page.goto('./')
  await tab.click()
  await expect(panel).toContainText('Old')
  await panel.getByRole('button', { name: /^Sent/ }).click()
  await expect(titleOf(1)).toHaveValue('First')
})

test('what was removed comes back, and a list goes as a file', async ({ playground, page }) => {
  const { panel, runs, tab, titleOf } = parts(page)
  await playground.open()
  await playground.button('Share').click()
  await playground.button('Add to a playlist').click()
  await expect(runs).toHaveCount(1)
  await panel.getByLabel('Note for run 1').fill('Begin here')
  const file = await playground.save('Save as a file')

  await panel.getByRole('button', { name: /^Remove Authorization/ }).click()
  await expect(runs).toHaveCount(0)
  await expect(playground.button('Undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.getByLabel('Note for run 1')).toHaveValue('Begin here')

  await playground.button('Remove the playlist').click()
  await expect(panel).not.toContainText('1 run')
  await playground.button('Open a link or file').click()
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(file)
  await tab.click()
  await expect(titleOf(1)).toHaveValue('Authorization code with PKCE')
})

test('the talk that comes with the page is presented as it is, asks the room, and is kept only as a copy', async ({
  playground,
  page,
}) => {
  const { panel, tab, runs } = parts(page)
  await playground.open()
  await tab.click()
  await panel.getByRole('button', { name: /^Why are people signed out at random\?/ }).click()
  await expect(runs).toHaveCount(8)
  await runs.first().getByText('What to say').click()
  await expect(runs.first()).toContainText('Stop before step 8 and take the answers of the room.')
  expect(await violationsOn(page, '.playlists')).toEqual([])

  await panel.getByRole('button', { name: 'Present the playlist' }).click()
  await expect(playground.presenter.page).toBeVisible()
  await expect(playground.presenter.step()).toHaveText('Step 0/12')
  await expect(page.getByRole('region', { name: 'Notice' })).toHaveCount(0)
  const question = page.getByRole('region', { name: 'Question for the room' })
  for (let step = 1; step <= 7; step++) {
    await expect(question).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(playground.presenter.step()).toHaveText(`Step ${step}/12`)
  }
  await expect(question).toContainText('What does the server answer?')
  expect(await violationsOn(page, '.room-question')).toEqual([])
  const audience = await playground.presenter.openAudience()
  await expect(audience.getByRole('region', { name: 'Question for the room' })).toContainText('400: a replay')
  await expect(playground.presenter.notes).toContainText('Stop before step 8')
  await page.bringToFront()
  await page.keyboard.press('ArrowRight')
  for (const window of [page, audience]) {
    const right = window
      .getByRole('listitem')
      .filter({ has: window.getByRole('img', { name: 'This is what happened' }) })
    await expect(right).toHaveText('400: a replay')
  }
  await page.keyboard.press('ArrowRight')
  await expect(question).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(page.getByRole('main')).toContainText('Step 0/12')
  await audience.close()
  await page.keyboard.press('Escape')

  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(await stored()).not.toContain('signs its own user out')
  await panel.getByRole('button', { name: 'Copy to edit' }).click()
  await panel.getByLabel('Note for run 1').fill('Our own words')
  await expect.poll(stored).toContain('Our own words')
})
