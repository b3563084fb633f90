/** What a page's main thread itself has worked: processor time, which other programs on the machine do not lengthen. */
import type { Page } from '@playwright/test'

/** Starts to measure a page. The function that it returns gives the milliseconds of processor time of some work in it. */
export async function measureMainThread(page: Page): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable')
  const threadMs = async () => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN)
  }
  return async (work) => {
    const before = await threadMs()
    await work()
    return (await threadMs()) - before
  }
}
