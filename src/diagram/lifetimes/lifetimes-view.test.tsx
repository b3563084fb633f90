import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Lifetime } from '../../projections/index.ts'
import { LifetimesView } from './lifetimes-view.tsx'

const NOON = Date.UTC(2026, 10, 2, 12)
const TOKEN: Lifetime = {
  name: 'access token 1',
  artifact: 'access_token',
  id: 'one',
  step: 3,
  issuedAt: NOON,
  expiresAt: NOON + 300_000,
  state: 'live',
  changes: [],
}

function render(items: readonly Lifetime[]): string {
  return renderToStaticMarkup(
    <LifetimesView
      lifetimes={{ start: NOON, now: NOON + 60_000, items }}
      step={4}
      isSelected={({ step }) => step === 3}
      onSelect={() => {}}
    />,
  )
}

test('each bar is a button that says its times, and tells whether it is selected', () => {
  expect(render([TOKEN])).toContain(
    'aria-label="access token 1: issued 12:00:00, expires 12:05:00" aria-current="step"',
  )
})

test('what the opening issued has no row to select and says so', () => {
  const markup = render([{ ...TOKEN, step: 0 }])
  expect(markup).toContain('issued 12:00:00 before step 1')
  expect(markup).toContain('aria-disabled="true"')
})

test('says the step and the time, and that nothing has been issued', () => {
  expect(render([])).toContain('Step 4, <span class="lifetimes-now">now 12:01:00</span>')
  expect(render([])).toContain('Nothing has been issued yet.')
})

test('has no styles in its markup, which the page’s policy forbids', () => {
  expect(render([TOKEN])).not.toContain('style=')
})
