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
  await expect(playground.messages.first()).toBeVisible()
  expect(await rowsInView(page)).toBeGreaterThanOrEqual(5)
})

test('cold, at most 35 controls are in sight, and search finds the rest', async ({ page, playground }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await expect(playground.inspector('Exchange')).toBeVisible()
  const seen = await controlsInSight(page)
  expect(seen.length, seen.join(' | ')).toBeLessThanOrEqual(35)
})

test('nothing moves while a run is watched', async ({ page, playground }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
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
