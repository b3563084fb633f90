import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SequenceDiagram } from './sequence-diagram.tsx'
import { createSyntheticModel } from './synthetic-model.fixture.ts'

/** The markup of a diagram before it is laid out: what a first paint and a screen reader get. */
function render(step: number, selected?: number): string {
  return renderToStaticMarkup(
    <SequenceDiagram
      model={createSyntheticModel(1000)}
      step={step}
      selected={selected}
      onSelect={() => {}}
      onDeliver={() => {}}
      animate={false}
    />,
  )
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

test('is a region with one named button per drawn row', () => {
  const markup = render(3)
  expect(markup).toContain('aria-label="Sequence diagram"')
  expect(markup).toContain('aria-label="Step 1: Browser to Browser, Alice presses “Sign in”, done"')
  expect(count(markup, 'data-row=')).toBe(3)
})

test('says which of a growing number of rows a button is, though few are drawn', () => {
  const markup = render(1000)
  expect(markup).toContain('aria-setsize="-1" aria-posinset="1000"')
  expect(count(markup, 'data-row=')).toBeLessThan(40)
})

test('gives the Tab key exactly one row, the selected one when there is one', () => {
  expect(count(render(5, 2), 'tabindex="0"')).toBe(1)
  expect(render(5, 2)).toMatch(/data-row="2"[^>]*aria-current="step" tabindex="0"/)
  expect(render(5)).toMatch(/data-row="4"[^>]*tabindex="0"/)
})

test('marks no row when the selected one has not happened yet', () => {
  expect(render(5, 9)).not.toContain('aria-current')
})

test('draws what waits as buttons that deliver, and invites to the first one', () => {
  const markup = render(0)
  expect(markup).toContain('aria-label="Deliver POST /token from Frontend App to Authorization Server"')
  expect(markup).toContain('The first message is ready.')
  expect(count(markup, 'data-next="true"')).toBe(1)
})

test('says an error in a word and an icon, not in colour alone', () => {
  const markup = render(8)
  const row = markup.slice(markup.indexOf('data-row="7"'))
  expect(row).toContain('>error</text>')
  expect(row).toContain('class="sequence-icon"')
})

test('has no style element and no inline event handler (CSP)', () => {
  expect(render(10)).not.toMatch(/<style|\son[a-z]+=/)
})
