/** axe, evaluated by the browser itself, so that the page's policy stays as it is. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules that are on and speak of colour. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Where axe looks over each view that there is: a scenario that has much to show in it. */
export const LOOKED_OVER = {
  'authorization-code-pkce': ['Transcript', 'Compare', 'Troubleshooting', 'Document', 'Mermaid'],
  'token-lifecycle': ['Lifetimes', 'Storage', 'Decisions'],
  'two-tabs-race': ['Races'],
  'refresh-token-theft': ['Policy lab'],
  'mfa-sign-in': ['States', 'Authorization', 'Sequence'],
} as const

/**
 * Rule and element of everything that axe objects to on the page, or in the part of it that `within` selects: by all
 * rules in the light theme, and by those about colour in the dark one, where the elements are the same.
 */
export async function violationsOn(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  await wear(page, 'dark')
  const inTheDark = await run(page, within, { runOnly: OF_COLOUR })
  await wear(page, 'light')
  const inTheLight = await run(page, within, {})
  return [...inTheLight, ...inTheDark.map((violation) => `dark: ${violation}`)]
}

async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
}

function run(page: Page, within: string, options: axe.RunOptions): Promise<string[]> {
  return page.evaluate(
    async ([selector, rules]) => {
      // A colour in the middle of a transition is nobody's colour.
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
      const { violations } = await window.axe.run(selector, { ...rules, iframes: false })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      )
    },
    [within, options] as const,
  )
}
