import { expect, test } from 'vitest'
import type { SequenceRow } from '../sequence/types.ts'
import { METRICS } from './metrics.ts'
import { drawRow } from './row.ts'
import type { Shape } from './shapes.ts'

const ROW: SequenceRow = {
  index: 0,
  step: 7,
  kind: 'message',
  from: 'a',
  to: 'b',
  label: 'POST /token',
  text: 'POST /token',
  status: 'delivered',
  tone: 'ok',
  isResponse: false,
  name: 'Step 7: A to B, POST /token, delivered',
  time: 0,
}

function draw(change: Partial<SequenceRow>, from = 100, to = 500): readonly Shape[] {
  return drawRow({ row: { ...ROW, ...change }, from, to, width: 800, metrics: METRICS.regular })
}

function said(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))
}

const roles = (shapes: readonly Shape[]) => shapes.map(({ role }) => role)

test('draws a delivered request as a solid arrow with a filled head and nothing more to say', () => {
  expect(roles(draw({}))).toEqual(['label', 'line', 'head-filled', 'badge', 'badge-text'])
  expect(said(draw({}))).toEqual(['POST /token', '7'])
})

test('draws an answer dashed, with an open head and an icon', () => {
  const shapes = draw({ isResponse: true })
  expect(roles(shapes)).toEqual(['label', 'line-dashed', 'head', 'badge', 'badge-text', 'chip', 'icon', 'chip-text'])
})

test('ends a lost message in a cross short of its receiver, and says so', () => {
  const shapes = draw({ tone: 'lost', status: 'lost' })
  expect(roles(shapes)).toContain('cross')
  expect(roles(shapes)).not.toContain('head-filled')
  expect(said(shapes)).toContain('lost')
})

test('says the step and the label of every kind of row', () => {
  for (const kind of ['message', 'person', 'clock', 'wire'] as const) {
    expect(said(draw({ kind }, 100, 100))).toEqual(expect.arrayContaining(['7', 'POST /token']))
  }
})

test('turns a self-arrow of the last lane to the left, where there is room for its label', () => {
  const label = draw({ kind: 'person', label: 'x'.repeat(44) }, 750, 750).findLast(({ role }) => role === 'label')
  expect(label?.type === 'text' && label.x).toBeLessThan(750)
})
