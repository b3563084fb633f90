/** The diagram comes first: what is in sight at each size, what moves while a run is watched, and how much there is to press. */
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** How many rows are whole in view: below the heads and above what lies over the diagram's foot. */
function rowsInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const diagram = document.querySelector('.sequence')?.getBoundingClientRect()
    const heads = document.querySelector('.sequence-lanes')?.getBoundingClientRect()
    const card = document.querySelector('.end-card')?.getBoundingClientRect()
    if (diagram === undefined || heads === undefined) return 0
    const bottom = Math.min(diagram.bottom, card?.top ?? Number.POSITIVE_INFINITY, innerHeight)
    return [...document.querySelectorAll('.sequence [data-row]')].filter((row) => {
      const place = row.getBoundingClientRect()
      return place.top >= heads.bottom - 1 && place.bottom <= bottom + 1
    }).length
  })
}

/** Everything that can be pressed or typed into and that an eye finds on the screen. */
function controlsInSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const candidates = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="tab"], [role="slider"], [role="menuitem"]',
    )
    return [...candidates].flatMap((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const isInside = width > 1 && height > 1 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      if (!isInside || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return []
      let box: HTMLElement | null = element.parentElement
      for (; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).opacity === '0') return []
        if (getComputedStyle(box).overflow === 'visible') continue
        const around = box.getBoundingClientRect()
        if (left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1)
          return []
      }
      return [element.getAttribute('aria-label') ?? element.textContent ?? '']
    })
  })
}

for (const [width, height, atLeast] of [
  [1440, 900, 12],
  [1280, 720, 9],
] as const) {
  test(`at ${width}×${height} at least ${atLeast} arrows are whole in view at the end of a run`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width, height })
    await playground.open()
    await playground.playOutcome('Signed in')
    expect(await rowsInView(page)).toBeGreaterThanOrEqual(atLeast)
    await expect(playground.messages.last()).toBeInViewport({ ratio: 1 })
  })
}

test('embedded at 700×420 at least 5 arrows are whole in view', async ({ page, playground }) => {
  await playground.open()
  await playground.playOutcome('Signed in')
  const { link } = await playground.share()
  await page.setViewportSize({ width: 700, height: 420 })
  await page.goto(link.replace('#', '?embed=1#'))
  // The player, and not the opening before it.
  await expect(playground.button('Step back')).toBeVisible()
  expect(await rowsInView(page)).toBeGreaterThanOrEqual(5)
})

test('cold, at most 35 controls are in sight, and search finds the rest', async ({ page, playground }) => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await playground.open()
    await expect(playground.inspector('Exchange')).toBeVisible()
    const seen = await controlsInSight(page)
    expect(seen.length, seen.join(' | ')).toBeLessThanOrEqual(35)
  }

  await playground.search.open()
  await playground.search.field.fill('storage view')
  await playground.search.result('View: Storage').click()
  // Nobody holds anything yet; as soon as somebody does, it is there.
  await playground.runToEnd()
  await expect(page.getByRole('tabpanel', { name: 'Storage' })).toBeVisible()
})

test('with the keyboard it is two presses to the waiting message and three to the page of the browser', async ({
  page,
  playground,
}) => {
  await playground.open()
  await page.keyboard.press('Tab')
  await expect(playground.button('Jump to the diagram')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Deliver GET/ })).toBeFocused()
  await playground.runToEnd()
  await playground.button('Jump to the browser').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(playground.diagram.getByRole('button', { name: /presses Sign in/ })).toBeVisible()
})

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
] as const)
  test(`nothing moves while a run is watched at ${width}×${height}`, async ({ page, playground }) => {
    await page.setViewportSize({ width, height })
    await playground.open()
    await playground.outcomes.getByRole('button', { name: 'Signed in', exact: true }).click()
    await expect(playground.button('Pause')).toBeVisible()
    await page.evaluate(() => {
      let sum = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
          if (!entry.hadRecentInput) sum += entry.value
        }
        document.documentElement.dataset.shift = String(sum)
      }).observe({ type: 'layout-shift' })
      document.documentElement.dataset.shift = '0'
    })
    for (const _ of [2, 4]) await page.keyboard.press(']')
    await expect(playground.button('Play')).toBeVisible({ timeout: 30_000 })
    const shift = Number(await page.evaluate(() => document.documentElement.dataset.shift))
    expect(shift).toBeLessThanOrEqual(0.02)
  })

test('at 200 % of 1280×720 the page scrolls, and the diagram has room for messages', async ({ page, playground }) => {
  await page.setViewportSize({ width: 640, height: 360 })
  await playground.open()
  await playground.button('Step forward').click()
  await expect(playground.messages.first()).toBeVisible()
  const room = await page.evaluate(() => ({
    diagram: document.querySelector('.sequence')?.clientHeight ?? 0,
    scrolls: document.body.scrollHeight > innerHeight,
    overflow: document.documentElement.scrollWidth - innerWidth,
  }))
  expect(room.diagram).toBeGreaterThanOrEqual(200)
  expect(room.scrolls).toBe(true)
  expect(room.overflow).toBeLessThanOrEqual(0)
})

test('a failed run ends on the step that decided it, says there first what was checked, and is shared at that step', async ({
  page,
  playground,
}) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  const decisive = playground.diagram.getByRole('button', { name: /^Step 10: .* 400 invalid_grant/ })
  await expect(decisive).toHaveAttribute('aria-current', 'step')
  const card = page.getByRole('region', { name: 'This step' })
  await expect(card).toContainText('this refresh token was used before')
  await expect(page.getByRole('region', { name: 'Why this went wrong' })).toBeInViewport()
  const { link } = await playground.share('offered')
  await page.goto(link)
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveValue('10')
  await expect(decisive).toHaveAttribute('aria-current', 'step')
})

test('an actor says who it is when its head is pressed', async ({ page, playground }) => {
  await playground.open()
  await playground.diagram.getByRole('button', { name: 'Authorization Server', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Authorization Server' })).toContainText('knows the people')
})

test('what can be done beside the pages is whole in view, however much it is', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await playground.open('./#passkey-and-proxy')
  const offers = page.getByRole('region', { name: 'Stage' }).getByRole('button', { name: /^(?:Follow a link|Proxy: )/ })
  await playground.runToEnd()
  expect(await offers.count()).toBeGreaterThan(1)
  for (const offer of await offers.all()) await expect(offer).toBeInViewport({ ratio: 1 })
})

test('the outcome that a link leads to is in sight in its list', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./r/mfa-sign-in/push-mistaken/')
  const outcome = playground.outcomes.getByRole('button', { name: 'Somebody else’s prompt, approved by mistake' })
  await expect(outcome).toContainText('reached')
  await expect(outcome).toBeInViewport({ ratio: 1 })
})
