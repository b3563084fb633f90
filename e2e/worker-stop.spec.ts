/** The browser may stop a service worker at any moment, a request pending or not; the run must not notice. */
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

interface Counted {
  signatures: number
  slowMs: number
}

declare global {
  interface Window {
    counted: Counted
  }
}

// Signing is made slow before the page loads.
test.use({ visitor: 'new' })

// Signing takes long enough to stop the worker in the middle of it, and is counted: each token is signed by one call.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    // Between two loads the tab is blank, and a blank page has no WebCrypto.
    if (!isSecureContext) return
    window.counted = { signatures: 0, slowMs: 0 }
    const { sign } = SubtleCrypto.prototype
    SubtleCrypto.prototype.sign = async function (...parameters) {
      window.counted.signatures += 1
      await new Promise((resolve) => setTimeout(resolve, window.counted.slowMs))
      return sign.apply(this, parameters)
    }
  })
})

/** Takes incidents out that the test itself brings about. */
function dismiss(incidents: string[], isExpected: (incident: string) => boolean): void {
  incidents.splice(0, incidents.length, ...incidents.filter((incident) => !isExpected(incident)))
}

test('a worker stopped in mid-request, once or three times, changes nothing', async ({
  playground,
  page,
  context,
  incidents,
}) => {
  test.setTimeout(150_000)
  await playground.openOnWorker()
  await playground.signInByHand()
  const undisturbed = await page.evaluate(() => window.counted.signatures)
  expect(undisturbed).toBeGreaterThan(0)
  const { fingerprint } = await recordInNode('happy')
  const browser = await context.newCDPSession(page)
  let status = 'unknown'
  browser.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status
  })
  await browser.send('ServiceWorker.enable')

  for (const stops of [1, 3]) {
    // A page that has made a signature does not make an equal one again; a page that is loaded anew does.
    await page.goto('about:blank')
    await playground.openOnWorker()
    await playground.signInUntilConsent()
    await page.evaluate(() => {
      window.counted = { signatures: 0, slowMs: 500 }
    })
    await playground.consent('Allow')
    await playground.button('Run to end').click()
    await expect.poll(() => page.evaluate(() => window.counted.signatures)).toBeGreaterThan(0)
    for (let stop = 1; stop <= stops; stop++) {
      await expect.poll(() => status).toBe('running')
      await browser.send('ServiceWorker.stopAllWorkers')
      await expect.poll(() => status).not.toBe('running')
    }
    await playground.expectRest()
    expect(await page.evaluate(() => window.counted.signatures)).toBe(undisturbed)
    await page.evaluate(() => {
      window.counted.slowMs = 0
    })
    await playground.callApi()
    await playground.runToEnd()
    expect((await playground.share()).fingerprint).toBe(fingerprint)
  }
  // Chromium repeats a request once; the second time it fails, which the page survives and the console tells.
  dismiss(incidents, (incident) => incident.includes('ERR_FAILED'))
})

test('a worker stopped between two messages is started again for the next', async ({ playground, page, context }) => {
  await playground.openOnWorker()
  const browser = await context.newCDPSession(page)
  await browser.send('ServiceWorker.enable')
  const answered = page.waitForResponse((response) => response.url().startsWith('https://auth.example/authorize'))
  await playground.runToEnd()
  await playground.startSignIn()
  await browser.send('ServiceWorker.stopAllWorkers')
  await playground.runToEnd()
  expect((await answered).fromServiceWorker()).toBe(true)
  await expect(playground.transport).toContainText('Service worker')
})
