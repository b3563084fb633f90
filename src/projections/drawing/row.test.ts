import { expect, test } from 'vitest'
import { type CredentialState, faceOf, type ShownCredential } from '../credentials/faces.ts'
import type { SequenceRow } from '../sequence/types.ts'
import { HEAD_LENGTH, METRICS, textWidth } from './metrics.ts'
import { drawnLabel, drawRow } from './row.ts'
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

function draw(
  change: Partial<SequenceRow>,
  from = 100,
  to = 500,
  carried: readonly ShownCredential[] = [],
): readonly Shape[] {
  return drawRow({ row: { ...ROW, ...change }, carried, from, to, width: 800, metrics: METRICS.regular })
}

function shown(name: string, state: CredentialState = 'held'): ShownCredential {
  const credential = faceOf({ name, artifact: name.replace(/ \d+$/, '').replaceAll(' ', '_') })
  if (credential === undefined) throw new Error(`${name} has no face.`)
  return { credential, state }
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
  expect(roles(shapes)).toEqual(['label', 'line-dashed', 'head', 'badge', 'badge-text', 'chip', 'icon'])
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

test('keeps the label inside of the drawing', () => {
  const text = 'x'.repeat(44)
  for (const from of [20, 780]) {
    const [label] = draw({ label: text }, from, 400)
    if (label?.type !== 'text' || label.anchor !== 'middle') throw new Error('There is no label.')
    const half = textWidth(text, label.fontSize) / 2
    expect(label.x - half).toBeGreaterThanOrEqual(0)
    expect(label.x + half).toBeLessThanOrEqual(800)
  }
})

test('says before the label which call a row belongs to, in a colour of its own', () => {
  expect(said(draw({ thread: 'call-1' }))).toEqual(['call-1', 'POST /token', '7'])
  const hueOf = (thread: string) => draw({ thread }).find(({ role }) => role === 'thread')?.hue
  expect(hueOf('call-1')).not.toBe(hueOf('call-2'))
})

test('puts what a message carries on its arrow, apart from its status, in both directions', () => {
  for (const [from, to] of [
    [100, 300],
    [300, 100],
  ] as const) {
    const shapes = draw({ isResponse: true }, from, to, [shown('access token 2'), shown('refresh token 2')])
    expect(said(shapes)).toEqual(['POST /token', '7', 'A2', 'R2'])
    const chip = shapes.find(({ role }) => role === 'chip')
    if (chip?.type !== 'rect') throw new Error('There is no status.')
    for (const shape of shapes) {
      if (shape.type !== 'text' || shape.role !== 'credential-text') continue
      expect(shape.x + 14 <= chip.x || shape.x - 14 >= chip.x + chip.width).toBe(true)
      expect(Math.abs(shape.x - from)).toBeGreaterThan(METRICS.regular.badge + 10)
    }
    // The head of the arrow is free.
    expect(Math.min(Math.abs(chip.x - to), Math.abs(chip.x + chip.width - to))).toBeGreaterThan(HEAD_LENGTH + 5)
  }
})

test('says how many more there are where an arrow is too short for all', () => {
  const many = [1, 2, 3, 4].map((number) => shown(`access token ${number}`))
  const words = said(draw({}, 100, 200, many))
  expect(words).toContain('A1')
  expect(words.at(-1)).toMatch(/^\+[1-3]$/)
})

test('tells by lines and not by colour alone what became of a credential', () => {
  const rolesOf = (state: CredentialState) => roles(draw({}, 100, 500, [shown('refresh token 1', state)]))
  expect(rolesOf('used')).toContain('credential-strike')
  expect(rolesOf('replaced')).toContain('credential-strike')
  expect(rolesOf('revoked')).toContain('credential-crack')
  expect(rolesOf('held')).not.toContain('credential-strike')
})

test.each([
  ['200 OK “Signing you in … – Photo Prints”', '200 OK “Signing you in …”'],
  ['200 OK “You have signed out – Photo Prints”', '200 OK “You have signed o…”'],
  ['200 OK “Sign in”', '200 OK “Sign in”'],
  ['400 Bad Request “Is it you?”', '400 Bad Request “Is it you?”'],
  ['changes “a” in “b”', 'changes “a” in “b”'],
  ['303 → /callback?code…&state…', '303 → /callback?code…&state…'],
])('draws %s as %s', (label, drawn) => {
  expect(drawnLabel(label)).toBe(drawn)
})
