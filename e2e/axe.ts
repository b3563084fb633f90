/** axe, evaluated by the browser itself, so that the page's policy stays as it is. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Rule and element of everything that axe objects to on the page, or in the part of it that `within` selects. */
export async function violationsOn(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${AXE} })()`)
  return page.evaluate(async (selector) => {
    // A colour in the middle of a transition is nobody's colour.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
    const { violations } = await window.axe.run(selector, { iframes: false })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    )
  }, within)
}
