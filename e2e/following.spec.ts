/** Whatever a room is told, it sees: after each step the newest row is whole in view, at every size and in every window. */
import type { Page } from '@playwright/test'
import type { Playground } from './playground.ts'
import { expect, test } from './test.ts'

/** What was seen of an outcome while it was told. */
interface Sight {
  readonly outcome: string
  readonly steps: number
  /** What was wrong, in sentences. */
  readonly faults: readonly string[]
}

/**
 * Tells an outcome of the open scenario, by its place in the presenter's menu, to its end and then step by step; looks
 * after each. All of it happens in the page, by keys and clicks, because there are thousands of steps.
 */
async function tell(page: Page, place: number): Promise<Sight> {
  return page.evaluate(async (index) => {
    const until = async <Value>(find: () => Value | undefined | null): Promise<Value> => {
      for (let frame = 0; frame < 1200; frame++) {
        const found = find()
        if (found !== undefined && found !== null) return found
        await new Promise(requestAnimationFrame)
      }
      throw new Error(`There was no ${find}`)
    }
    const press = (key: string) =>
      document.querySelector('#presenter')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const [at, of] = ['.projection-step', '.projection-step span']
    const isAt = (step: number) => () =>
      document.querySelector(at)?.textContent === `Step ${step}${document.querySelector(of)?.textContent}` || undefined

    press('o')
    const item = await until(() => document.querySelectorAll<HTMLElement>('[role="menuitem"]')[index])
    const outcome = item.textContent ?? ''
    item.click()
    await until(() => (document.querySelector('[role="menuitem"]') === null ? true : undefined))
    await until(() => /^\/[1-9]/.test(document.querySelector(of)?.textContent ?? '') || undefined)
    await until(isAt(0))
    const steps = Number(document.querySelector(of)?.textContent?.slice(1))
    press('End')
    await until(isAt(steps))
    press('Home')
    await until(isAt(0))

    const faults: string[] = []
    for (let step = 1; step <= steps; step++) {
      press('ArrowRight')
      await until(isAt(step))
      // Scrolled and laid out: what follows a change of the height has happened too.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      const diagram = document.querySelector('#presenter .sequence')
      const bounds = diagram?.getBoundingClientRect()
      const heads = diagram?.querySelector('.sequence-lanes')?.getBoundingClientRect()
      const newest = diagram?.querySelector('[data-row][aria-current="step"]')?.getBoundingClientRect()
      const words = document.querySelector('.room-words')
      if (diagram === null || bounds === undefined || heads === undefined || newest === undefined) {
        faults.push(`step ${step}: no row is selected`)
        continue
      }
      const cut =
        Math.max(0, heads.bottom - newest.top) + Math.max(0, newest.bottom - Math.min(bounds.bottom, innerHeight))
      const over = document.elementFromPoint(newest.left + newest.width / 2, (newest.top + newest.bottom) / 2)
      if (cut > 1) faults.push(`step ${step}: ${Math.round(cut)} px of its row are out of view`)
      else if (!diagram.contains(over)) faults.push(`step ${step}: its row is covered by ${over?.className}`)
      const tooMuch = words === null ? 0 : words.scrollHeight - words.clientHeight
      if (tooMuch > 1) faults.push(`step ${step}: ${tooMuch} px of the words do not fit: ${words?.textContent}`)
    }
    return { outcome, steps, faults }
  }, place)
}

/** Tells every outcome of every scenario. */
async function tellEverything(playground: Playground): Promise<readonly Sight[]> {
  const { page } = playground
  const links = playground.scenarios.getByRole('link')
  await expect.poll(() => links.count()).toBeGreaterThan(10)
  const scenarios = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).hash))
  const titles = await links.allInnerTexts()
  await playground.button('Present').click()
  await expect(playground.presenter.page).toBeFocused()
  const sights: Sight[] = []
  for (const [index, hash] of scenarios.entries()) {
    await page.evaluate((fragment) => {
      location.hash = fragment
    }, hash)
    await expect(page.getByRole('heading', { level: 1, name: titles[index] ?? '', exact: true })).toBeVisible()
    await page.keyboard.press('o')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    const count = await page.getByRole('menuitem').count()
    await page.keyboard.press('Escape')
    for (let place = 0; place < count; place++) sights.push(await tell(page, place))
  }
  return sights
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test.describe(`at ${width}×${height}`, () => {
    test.use({ viewport: { width, height } })

    test('every step of every outcome is whole in view, and its words fit', async ({ playground }) => {
      test.setTimeout(900_000)
      await playground.open()
      const sights = await tellEverything(playground)
      expect(sights.flatMap(({ outcome, faults }) => faults.map((fault) => `${outcome}, ${fault}`))).toEqual([])
      expect(sights.length).toBeGreaterThan(100)
      expect(Math.min(...sights.map(({ steps }) => steps))).toBeGreaterThan(0)
    })
  })
}

/** How many pixels of the newest row are out of view in a window. */
function outOfView(page: Page): Promise<number> {
  return page
    .getByRole('region', { name: 'Sequence diagram' })
    .filter({ visible: true })
    .evaluate((diagram) => {
      const rows = [...diagram.querySelectorAll<HTMLElement>('[data-row]')]
      const newest = rows.sort((one, other) => Number(other.dataset.row) - Number(one.dataset.row))[0]
      const heads = diagram.querySelector('.sequence-lanes')
      if (newest === undefined || heads === null) return Number.POSITIVE_INFINITY
      const [row, top, bottom] = [
        newest.getBoundingClientRect(),
        heads.getBoundingClientRect().bottom,
        diagram.getBoundingClientRect().bottom,
      ]
      return Math.max(0, top - row.top) + Math.max(0, row.bottom - bottom)
    })
}

test('an order opened in Races ends in view; so does what the audience is shown, in a window of any height', async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./#parallel-401-race')
  await playground.races.open()
  await playground.button('Explore the orders').click()
  await playground.button('Open: One of two calls answered after two refreshes, session revoked').click()
  await expect(playground.view('Sequence')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => outOfView(page)).toBeLessThanOrEqual(1)

  await playground.button('Present').click()
  const audience = await playground.presenter.openAudience()
  for (const [key, height] of [
    ['Home', 720],
    ['End', 720],
    ['PageUp', 500],
    ['End', 900],
  ] as const) {
    await audience.setViewportSize({ width: 1280, height })
    await page.keyboard.press(key)
    const shown = await playground.presenter.step().innerText()
    await expect(playground.presenter.step(audience)).toHaveText(shown)
    if (key !== 'Home') await expect.poll(() => outOfView(audience)).toBeLessThanOrEqual(1)
  }
})
