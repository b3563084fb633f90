import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DecisionChart, DecisionPath } from '../../projections/index.ts'
import { DecisionsView } from './decisions-view.tsx'

const CHART: DecisionChart = {
  nodes: [
    { id: 'call', label: 'A call', kind: 'start' },
    { id: 'token', label: 'Is there a token?', kind: 'question' },
    { id: 'data', label: 'Data', kind: 'end' },
  ],
  edges: [
    { from: 'call', to: 'token' },
    { from: 'token', to: 'data', answer: 'yes' },
  ],
}
const DONE: DecisionPath = {
  number: 1,
  decisions: [{ step: 4, question: 'Is there a token?', answer: 'yes' }],
  nodes: ['call', 'token', 'data'],
  edges: [0, 1],
}

// The frame of the chart lies beside the page.
beforeAll(() => void vi.stubGlobal('document', { URL: 'http://localhost/', querySelector: () => null }))
afterAll(() => void vi.unstubAllGlobals())

function render(paths: readonly DecisionPath[]): string {
  return renderToStaticMarkup(<DecisionsView title="A token" chart={CHART} paths={paths} theme="light" />)
}

test('lists the path in words, where it ends, and that it is the one that is lit', () => {
  const markup = render([DONE])
  expect(markup).toContain('Step 4: Is there a token? <strong>yes</strong>')
  expect(markup).toContain('Ends: Data')
  expect(markup).toContain('<li aria-current="true"><p class="decisions-path">Path 1, lit</p>')
})

test('lists paths in the order in which they began, whichever went on last', () => {
  const other: DecisionPath = { ...DONE, number: 2, nodes: ['call', 'token'] }
  const markup = render([other, DONE])
  expect(markup.indexOf('Path 1, lit')).toBeLessThan(markup.indexOf('Path 2<'))
  expect(markup).toContain('Not decided yet: Is there a token?')
})

test('has no list while nothing has been decided', () => {
  expect(render([])).not.toContain('Paths taken')
})
