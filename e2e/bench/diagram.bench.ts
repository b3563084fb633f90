/** The diagram and the wire, on a page of their own: the time of one step, of a scrub, of an exchange. */
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'
import { build } from 'vite'
import { serveBelow } from '../static-host.ts'
import { median, record } from './measure.ts'

const FOLDER = '.bench/page'
const FRAME_MS = 1000 / 60
const STEPS = 60

/** Builds the page once a worker and opens it. */
const test = base.extend<{ bench: Page }, { address: string }>({
  address: [
    async ({ browserName: _ }, use) => {
      await build({
        configFile: 'vite.config.ts',
        logLevel: 'error',
        root: fileURLToPath(new URL('page', import.meta.url)),
        publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
        build: {
          outDir: fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url)),
          emptyOutDir: true,
          manifest: false,
        },
      })
      await cp(new URL('page/bare-worker.js', import.meta.url), `${FOLDER}/bare-worker.js`)
      const host = await serveBelow('/', FOLDER)
      await use(host.address)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  bench: async ({ page, address }, use) => {
    await page.goto(address)
    await page.waitForFunction(() => 'handles' in window)
    await use(page)
  },
})

for (const rows of [30, 300, 1000]) {
  test(`one more step at ${rows}`, async ({ bench }) => {
    const browser = await bench.context().newCDPSession(bench)
    await browser.send('Performance.enable')
    const busyMs = async () => {
      const { metrics } = await browser.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    }
    await bench.evaluate((from) => window.handles.append(from, 10), rows)
    const before = await busyMs()
    const { steps, gaps } = await bench.evaluate(([from, count]) => window.handles.append(from, count), [
      rows,
      STEPS,
    ] as const)
    const wholeMs = (await busyMs()) - before
    const drawings: number[] = []
    for (let drawing = 0; drawing < (rows > 500 ? 3 : 5); drawing++) {
      drawings.push(await bench.evaluate((count) => window.handles.drawWithMermaid(count), rows))
    }
    const against = { what: 'mermaid.render', value: median(drawings) }
    record({
      what: `script and layout of a step at ${rows}`,
      value: median(steps),
      unit: 'ms',
      against,
      limit: FRAME_MS / 10,
    })
    record({ what: `whole main thread a step at ${rows}`, value: wholeMs / STEPS, unit: 'ms', against })
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0)
    record({ what: `frames dropped in ${STEPS} animated steps at ${rows}`, value: dropped, unit: 'frames', limit: 0 })
  })
}

test('scrubbing through 1000 steps', async ({ bench }) => {
  const times = await bench.evaluate(() => window.handles.scrub(100))
  record({ what: 'a jump within 1000 steps', value: median(times), unit: 'ms', limit: FRAME_MS })
})

test('exchanges through the service worker', async ({ bench, page }) => {
  await bench.evaluate(() => window.handles.exchangeThroughWorker(20))
  const worker = median(await bench.evaluate(() => window.handles.exchangeThroughWorker(200)))
  await page.context().clearCookies()
  const other = await (await page.context().browser())?.newPage()
  if (other === undefined) throw new Error('no browser')
  await other.goto(page.url())
  await other.waitForFunction(() => 'handles' in window)
  await other.evaluate(() => window.handles.exchangeThroughBareWorker(20))
  const bare = median(await other.evaluate(() => window.handles.exchangeThroughBareWorker(200)))
  await other.close()
  record({
    what: 'an exchange through MSW',
    value: worker,
    unit: 'ms',
    against: { what: 'bare service worker', value: bare },
  })
})
