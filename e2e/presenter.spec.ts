/** The presenter: large letters, one key a beat, a window for the audience, a clock for the talk, and everything as it was afterwards. */
import type { Page } from '@playwright/test'
import { violationsOn } from './axe.ts'
import type { Playground } from './playground.ts'
import { expect, test } from './test.ts'

test.use({ viewport: { width: 1280, height: 720 } })

/** Records an outcome and shows its beginning. */
async function rehearse(playground: Playground, outcome: string): Promise<void> {
  await playground.playOutcome(outcome)
  await playground.page.keyboard.press('Home')
  await expect.poll(playground.step).toBe(0)
}

/** The sizes of the letters as they are on the screen, in CSS pixels: of labels and of the actors' names. */
function letterSizes(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sequence-label, .sequence-lane-title')]
      .filter((element) => element.checkVisibility())
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom),
  )
}

/** Opens a scenario in which nothing moves by itself before the person acts. */
async function openRace({ page, button }: Playground): Promise<void> {
  await page.goto('./#parallel-401-race')
  await expect(button('Each call refreshes: signed out')).toBeVisible()
}

/** Sets the machine's clock forward. */
function passTime(page: Page, seconds: number): Promise<void> {
  return page.evaluate((ms) => {
    const before = Date.now.bind(Date)
    Date.now = () => before() + ms
  }, seconds * 1000)
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count++) await page.keyboard.press(key)
}

test('fills the screen with letters that a room can read, and leaves everything as it was', async ({
  playground,
  page,
}) => {
  await playground.open('./#mfa-sign-in')
  await rehearse(playground, 'New device: one-time code')
  await page.keyboard.press('p')
  await expect(playground.presenter.page).toBeFocused()
  await expect(playground.scenarios).toBeHidden()
  await press(page, 'PageDown', 6)
  await expect(playground.presenter.step()).toHaveText(/^Step 6\//)

  const sizes = await letterSizes(page)
  expect(sizes.length).toBeGreaterThan(10)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20)
  // All six actors are in the picture, and the diagram has most of it.
  const box = await playground.diagram.boundingBox()
  expect(box?.height).toBeGreaterThan(560)
  expect(await playground.diagram.evaluate((diagram) => diagram.scrollWidth - diagram.clientWidth)).toBe(0)
  await page.setViewportSize({ width: 1920, height: 1080 })
  expect(Math.min(...(await letterSizes(page)))).toBeGreaterThanOrEqual(30)

  await page.keyboard.press('Escape')
  await expect(playground.scenarios).toBeVisible()
  expect(await playground.step()).toBe(6)
})

test('steps with a clicker’s keys and the space bar, a blank screen comes back with the next press, a blocked window is said', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.button('Present').click()
  const step = playground.presenter.step()
  await page.keyboard.press('PageDown')
  await expect(step).toHaveText(/^Step 1\//)
  await page.keyboard.press(' ')
  await expect(step).toHaveText(/^Step 2\//)
  await page.keyboard.press('PageUp')
  await expect(step).toHaveText(/^Step 1\//)
  for (const key of ['.', 'b']) {
    await page.keyboard.press(key)
    await expect(playground.presenter.blank()).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(playground.presenter.blank()).toBeHidden()
    await expect(step).toHaveText(/^Step 1\//)
  }
  await page.keyboard.press('s')
  await expect(playground.button('Spotlight')).toHaveAttribute('aria-pressed', 'false')
  await playground.button('Leave the presenter').click()
  await expect(playground.button('Present')).toBeFocused()

  await page.evaluate(() => {
    window.open = () => null
  })
  await page.keyboard.press('p')
  await playground.button('Open the audience window').click()
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('Allow pop-ups')
})

test('shows the stage when it is the person’s turn, and goes on by key from there', async ({ playground, page }) => {
  await playground.open()
  await page.keyboard.press('p')
  await expect(playground.stage).toBeHidden()
  for (const act of [playground.startSignIn, () => playground.signIn(), () => playground.consent('Allow')]) {
    // Where the stage is in sight, the next press would do the person's act.
    while (!(await playground.stage.isVisible())) {
      const before = await playground.presenter.step().innerText()
      await page.keyboard.press('PageDown')
      await expect(playground.presenter.step()).not.toHaveText(before)
    }
    await act()
    await expect(playground.stage).toBeHidden()
    await expect(playground.presenter.page).toBeFocused()
  }
})

test('a clicker alone goes through a scenario, from the first press to its end', async ({ playground, page }) => {
  await openRace(playground)
  await playground.button('Present').click()
  const outcome = page.getByRole('region', { name: 'Outcome' })
  const step = playground.presenter.step()
  for (let presses = 1; presses <= 12; presses++) {
    await page.keyboard.press('PageDown')
    await expect(step).toHaveText(`Step ${presses}/${presses}`)
  }
  await expect(outcome).toContainText('Each call refreshes: signed out')
  await page.keyboard.press('PageDown')
  await expect(step).toHaveText('Step 12/12')
})

test('a race, its other order and its fix are told in five keys, and the broken one again, at the same moment, in one more', async ({
  playground,
  page,
}) => {
  await openRace(playground)
  await rehearse(playground, 'Each call refreshes: signed out')
  await playground.button('Present').click()
  await expect(playground.presenter.page).toBeFocused()
  const outcome = page.getByRole('region', { name: 'Outcome' })
  const keys: string[] = []
  const tell = async (key: string) => {
    keys.push(key)
    await page.keyboard.press(key)
  }
  const isAtStart = () => expect(playground.presenter.step()).toHaveText(/^Step 0\/[1-9]/)

  await tell('End')
  await expect(outcome).toContainText('Each call refreshes: signed out')
  await tell('2')
  await isAtStart()
  await tell('End')
  await expect(outcome).toContainText('in a lucky order')
  await tell('3')
  await isAtStart()
  await tell('End')
  await expect(outcome).toContainText('Single flight: one refresh, all retried')
  expect(keys).toHaveLength(5)

  await page.keyboard.press('4')
  await expect(outcome).toContainText('Each call refreshes: signed out')
  await expect(playground.presenter.page).toBeFocused()
  await playground.button('See it work').click()
  await isAtStart()
})

test('outcomes and clock are changed from the menus, a code opens this very step, a caption says what happens', async ({
  playground,
  page,
}) => {
  await openRace(playground)
  await playground.button('Present').click()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Advance 1 minute' }).click()
  await expect(playground.presenter.step()).toHaveText('Step 1/1')
  await expect(playground.clock).toHaveText('12:01:00')
  await page.keyboard.press('a')
  await expect(page.getByRole('status', { name: 'Caption' })).toHaveText(/\.$/)
  await page.keyboard.press('c')
  await expect(page.getByRole('status', { name: 'Caption' })).toHaveCount(0)
  await page.keyboard.press('c')

  await page.keyboard.press('o')
  // A letter belongs to the menu that is open.
  await page.keyboard.press('b')
  await expect(playground.presenter.blank()).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'Single flight with six calls' }).click()
  await expect(playground.presenter.step()).toHaveText(/^Step 0\/[1-9]/)
  await expect(playground.presenter.page).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(playground.presenter.step()).toHaveText(/^Step 1\//)

  const audience = await playground.presenter.openAudience()
  await expect(audience.getByRole('status', { name: 'Caption' })).toHaveText(/\.$/)
  await page.keyboard.press('q')
  await expect(audience.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(audience.getByRole('img', { name: 'QR code of the link' })).toHaveCount(0)
  await expect(playground.presenter.step()).toHaveText(/^Step 1\//)
})

test('eight arrows are whole in view in large letters, and the stage has letters of the same size', async ({
  playground,
  page,
}) => {
  await playground.open()
  await rehearse(playground, 'Signed in')
  await playground.button('Present').click()
  await page.keyboard.press('End')
  const heads = await page.getByRole('list', { name: 'Actors' }).boundingBox()
  const bounds = await playground.diagram.boundingBox()
  const rows = await playground.messages.all()
  const boxes = await Promise.all(rows.map((row) => row.boundingBox()))
  const [top, bottom] = [(heads?.y ?? 0) + (heads?.height ?? 0), (bounds?.y ?? 0) + (bounds?.height ?? 0)]
  const whole = boxes.filter((box) => box !== null && box.y >= top - 1 && box.y + box.height <= bottom + 1)
  expect(whole.length).toBeGreaterThanOrEqual(8)

  await playground.button('Stage').click()
  const sizes = await playground.stage
    .locator('iframe')
    .first()
    .evaluate((frame: HTMLIFrameElement) => {
      const scale = frame.getBoundingClientRect().width / frame.offsetWidth
      const texts = [...(frame.contentDocument?.querySelectorAll<HTMLElement>('h1, p, button, label, code') ?? [])]
      return texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * scale)
    })
  expect(sizes.length).toBeGreaterThan(1)
  expect(sizes.filter((size) => size < 20)).toEqual([])
  const sheet = await playground.stage.boundingBox()
  expect(sheet?.height ?? 0).toBeLessThanOrEqual(0.4 * 720)
})

test('says in large letters which rule a red step broke and which outcome was reached; axe finds nothing, at the desk and in the audience’s window', async ({
  playground,
  page,
}) => {
  await playground.open()
  await rehearse(playground, 'PKCE mismatch')
  await page.keyboard.press('p')
  await page.keyboard.press('End')
  const sentence = page.getByRole('region', { name: 'Why this step failed' })
  await expect(sentence).toContainText('RFC 7636 §4.6')
  await expect(sentence).toHaveCSS('font-size', '22px')
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('PKCE mismatch')
  expect(await violationsOn(page), 'presenter').toEqual([])
  const audience = await playground.presenter.openAudience()
  await playground.button('Stage').click()
  await expect(playground.stage).toBeVisible()
  expect(await violationsOn(page), 'desk').toEqual([])
  expect(await violationsOn(audience), 'audience').toEqual([])
})

test('a second window follows, and its keys work for both', async ({ playground, page }) => {
  await playground.open()
  await rehearse(playground, 'Signed in')
  await page.keyboard.press('p')
  const audience = await playground.presenter.openAudience()
  const { step, blank, notes } = playground.presenter
  await expect(step(audience)).toHaveText(/^Step 0\//)
  await expect(notes).toContainText('Ada wants prints of photos')

  await press(page, 'PageDown', 4)
  await expect(step(audience)).toHaveText(/^Step 4\//)
  await expect(notes).not.toContainText('Ada wants prints of photos')
  expect(Math.min(...(await letterSizes(audience)))).toBeGreaterThanOrEqual(20)
  await expect(audience.getByRole('region', { name: 'Speaker notes' })).toHaveCount(0)

  // The projector's window is in front, so the clicker's keys come there.
  await audience.bringToFront()
  await press(audience, 'PageDown', 2)
  await expect(step(page)).toHaveText(/^Step 6\//)
  await expect(step(audience)).toHaveText(/^Step 6\//)
  await audience.keyboard.press('.')
  await expect(blank(audience)).toBeVisible()
  await expect(page.getByText('The audience sees a blank screen.')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('b')
  await expect(blank(audience)).toBeHidden()
  await expect(step(audience)).toHaveText(/^Step 0\//)

  await audience.reload()
  await page.keyboard.press('PageDown')
  await expect(step(audience)).toHaveText(/^Step 1\//)
  await audience.close()
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('The audience window was closed.')
  await expect(playground.button('Open the audience window')).toBeVisible()
})

test('the clock of the talk runs, stops, and warns in words; leaving the presenter closes the audience’s window', async ({
  playground,
  page,
}) => {
  await playground.open()
  await page.keyboard.press('p')
  const audience = await playground.presenter.openAudience()
  const { talkTime } = playground.presenter
  await expect(talkTime).toHaveText('45:00left')
  await page.getByLabel('Length of the talk in minutes').fill('1')
  await page.keyboard.press('Enter')
  await expect(talkTime).toHaveText('1:00left')

  await playground.button('Start the talk').click()
  await expect(talkTime).toHaveText(/^0:5\dleft$/)
  await passTime(page, 45)
  await expect(talkTime).toHaveText(/^0:1\dleft$/)
  await passTime(page, 8)
  await expect(talkTime).toContainText('wrap up')
  await passTime(page, 8)
  await expect(talkTime).toContainText('over time')
  await playground.button('Pause the talk').click()
  await playground.button('Reset the talk').click()
  await expect(talkTime).toHaveText('1:00left')

  const closed = audience.waitForEvent('close')
  await page.keyboard.press('Escape')
  await closed
  await expect(playground.scenarios).toBeVisible()
})
