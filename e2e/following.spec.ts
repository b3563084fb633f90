/** Whatever a room is told, it sees: after each step the newest row is whole in view, at every size and in every window. */
import type { Page } from '@playwright/test'
import type { Playground } from './playground.ts'
import { expect, test } from './test.ts'

/** What a room cannot see of the newest row, in CSS pixels; 0 when it is whole between the heads and whatever lies below. */
function hidden(page: Page): Promise<number> {
  return page.evaluate(() => {
    const diagram = [...document.querySelectorAll('.sequence')].find((element) => element.checkVisibility())
    const rows = [...(diagram?.querySelectorAll('[data-row]') ?? [])]
    const newest = rows.find((row) => row.getAttribute('aria-current') === 'step')?.getBoundingClientRect()
    const heads = diagram?.querySelector('.sequence-lanes')?.getBoundingClientRect()
    if (diagram === undefined || heads === undefined) return Number.POSITIVE_INFINITY
    if (newest === undefined) return 0
    const bottom = Math.min(diagram.getBoundingClientRect().bottom, innerHeight)
    const cutOff = Math.max(0, heads.bottom - newest.top) + Math.max(0, newest.bottom - bottom)
    // Covered by something that lies over it: the verdict, a menu, a notice.
    const middle = document.elementFromPoint(newest.left + newest.width / 2, (newest.top + newest.bottom) / 2)
    const isCovered = diagram.closest('[inert]') === null && !diagram.contains(middle)
    return isCovered ? newest.height : cutOff
  })
}

/** How many pixels of the words beneath the diagram do not fit. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const words = document.querySelector('.room-words')
    return words === null ? 0 : words.scrollHeight - words.clientHeight
  })
}

interface Told {
  readonly scenario: string
  readonly outcome: string
  readonly step: number
}

/** Opens each outcome of each scenario by the presenter's own menu, and steps through it by keys. */
async function tellEverything(playground: Playground, look: (told: Told) => Promise<void>): Promise<number> {
  const { page } = playground
  const links = playground.scenarios.getByRole('link')
  await expect.poll(() => links.count()).toBeGreaterThan(10)
  const scenarios = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).hash))
  await playground.button('Present').click()
  await expect(playground.presenter.page).toBeFocused()
  let told = 0
  for (const scenario of scenarios) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, scenario)
    await page.keyboard.press('o')
    const items = page.getByRole('menuitem')
    await expect(items.first()).toBeVisible()
    const titles = await items.allInnerTexts()
    await page.keyboard.press('Escape')
    for (const [index, outcome] of titles.entries()) {
      await page.keyboard.press('o')
      await items.nth(index).click()
      const steps = page.getByRole('main').getByText(/^Step 0\/[1-9]\d*$/)
      await expect(steps).toBeVisible()
      const total = Number((await steps.innerText()).split('/')[1])
      for (let step = 1; step <= total; step++) {
        await page.keyboard.press('ArrowRight')
        await expect(page.getByRole('main').getByText(`Step ${step}/${total}`, { exact: true })).toBeVisible()
        await look({ scenario, outcome, step })
      }
      told += 1
    }
  }
  return told
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    test('every step of every outcome is whole in view, and its words fit', async ({ playground, page }) => {
      test.setTimeout(600_000)
      await playground.open()
      const faults: string[] = []
      const told = await tellEverything(playground, async ({ scenario, outcome, step }) => {
        // Laid out, scrolled, and laid out again where the height has changed.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        const [cut, tooMuch] = [await hidden(page), await overflow(page)]
        if (cut > 1) faults.push(`${scenario} “${outcome}” step ${step}: ${cut} px are hidden`)
        if (tooMuch > 1) faults.push(`${scenario} “${outcome}” step ${step}: ${tooMuch} px of the words do not fit`)
      })
      expect(faults).toEqual([])
      expect(told).toBeGreaterThan(100)
    })
  })
}
