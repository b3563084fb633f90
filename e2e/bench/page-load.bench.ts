/** The page as a person gets it: until the first arrow waits, until a link stands at its step, while they scrub. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, test } from '@playwright/test'
import { encodeLink } from '../../src/share/index.ts'
import type { Session } from '../../src/simulation/index.ts'
import { createPlayground } from '../playground.ts'
import { recordInNode } from '../recorded.ts'
import { median, record } from './measure.ts'

const VISITS = 7

declare global {
  interface Window {
    shownAtMs: Record<string, number>
  }
}

/** Visits an address in a fresh browser profile; milliseconds from navigation until an element was first painted. */
async function visit(browser: Browser, address: string, selector: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript((wanted) => {
    window.shownAtMs = {}
    const observer = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return
      observer.disconnect()
      // The frame after the change is the one that has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          window.shownAtMs[wanted] = performance.now()
        }),
      )
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  }, selector)
  await page.goto(address)
  await page.waitForFunction((wanted) => window.shownAtMs[wanted] !== undefined, selector)
  const shownAtMs = await page.evaluate((wanted) => window.shownAtMs[wanted] ?? Number.NaN, selector)
  const scripts = await page.evaluate(
    (until) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < until)
        .map(({ name }) => name.replace(/.*\//, '')),
    shownAtMs,
  )
  await context.close()
  return { shownAtMs, scripts }
}

test('the first arrow', async ({ browser, baseURL }) => {
  const times: number[] = []
  for (let round = 0; round < VISITS; round++) {
    const { shownAtMs } = await visit(browser, baseURL ?? '', '[aria-label="Waiting messages"] button')
    times.push(shownAtMs)
  }
  record({ what: 'the first arrow waits after', value: median(times), unit: 'ms', limit: 500 })
})

test('a link to the last of 24 steps', async ({ browser, baseURL }) => {
  const { session } = await recordInNode('happy')
  const cursor = session.choices.length
  const address = `${baseURL}/#${encodeLink({ session, cursor })}`
  const times: number[] = []
  for (let round = 0; round < VISITS; round++) {
    const { shownAtMs } = await visit(browser, address, `[aria-label^="Step ${cursor}: "]`)
    times.push(shownAtMs)
  }
  record({ what: `a link stands at step ${cursor} after`, value: median(times), unit: 'ms' })
})

test('scrubbing through 1000 steps of the page', async ({ page }) => {
  test.slow()
  const { session } = await recordInNode('happy')
  const ticks = Array.from({ length: 1000 - session.choices.length }, () => ({ type: 'advance', seconds: 1 }) as const)
  const long: Session = { ...session, choices: [...session.choices, ...ticks] }
  const playground = createPlayground(page)
  const openedAt = performance.now()
  await page.goto(`./#${encodeLink({ session: long, cursor: 1000 })}`)
  await page.waitForFunction(() => document.querySelector('[aria-label^="Step 1000: "]') !== null)
  record({ what: 'a link stands at step 1000 after', value: performance.now() - openedAt, unit: 'ms' })

  const box = await playground.slider.locator('xpath=ancestor::*[contains(@class,"slider-control")]').boundingBox()
  if (box === null) throw new Error('no slider')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable')
  const busyMs = async () => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const moves = 100
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2)
  await page.mouse.down()
  const before = await busyMs()
  for (let move = 0; move < moves; move++) {
    await page.mouse.move(box.x + (box.width * (moves - move)) / moves, box.y + box.height / 2)
  }
  record({
    what: 'main thread a move of the scrubber over 1000 steps',
    value: ((await busyMs()) - before) / moves,
    unit: 'ms',
    limit: 1000 / 60,
  })
  await page.mouse.up()
})

test('script before the first arrow', async ({ browser, baseURL }) => {
  const { scripts } = await visit(browser, baseURL ?? '', '[aria-label="Waiting messages"] button')
  const built = new Set(readdirSync('dist/assets'))
  const bytes = scripts
    .filter((file) => built.has(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0)
  record({ what: 'JavaScript that came before the first arrow, gzip', value: bytes / 1000, unit: 'kB', limit: 150 })
})
