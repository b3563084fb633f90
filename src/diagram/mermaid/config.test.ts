import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mermaidConfig, pageColour } from './config.ts'

const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')

/** A colour token of the product, for each theme. */
function token(name: string): { light: string | undefined; dark: string | undefined } {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? []
  return { light, dark }
}

test.each(['light', 'dark'] as const)('draws in the colours of the %s theme', (theme) => {
  const { themeVariables, themeCSS } = mermaidConfig(theme)
  expect(pageColour(theme)).toBe(token('surface')[theme])
  expect(themeVariables).toMatchObject({
    signalTextColor: token('text')[theme],
    signalColor: token('text-muted')[theme],
    actorBorder: token('border-strong')[theme],
    noteBkgColor: token('accent-soft')[theme],
    noteBorderColor: token('accent-line')[theme],
  })
  expect(themeCSS).toContain(`stroke: ${token('accent')[theme]}`)
})
