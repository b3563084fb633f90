import { expect, test } from 'vitest'
import { type CredentialState, faceOf } from '../credentials/faces.ts'
import type { PocketItem } from '../credentials/index.ts'
import { METRICS, textWidth } from './metrics.ts'
import { drawPocket } from './pocket.ts'

function item(name: string, state: CredentialState = 'held', isHeld = true): PocketItem {
  const credential = faceOf({ name, artifact: name.replace(/ \d+$/, '').replaceAll(' ', '_') })
  if (credential === undefined) throw new Error(`${name} has no face.`)
  return { credential, state, isHeld }
}

const MANY = [
  item('access token 1', 'revoked', false),
  item('refresh token 1', 'replaced', false),
  item('access token 2', 'expired', false),
  item('refresh token 2'),
  item('access token 3'),
]

const marks = (room: number) =>
  drawPocket(MANY, room, METRICS.regular).chips.map(({ item: { credential } }) => credential.mark)

test('shows all that there is room for, in the order in which it came', () => {
  expect(marks(300)).toEqual(['A1', 'R1', 'A2', 'R2', 'A3'])
  expect(drawPocket(MANY, 300, METRICS.regular).more).toEqual([])
})

test('keeps what is held where there is little room, then what was let go of last, and counts the rest', () => {
  expect(marks(116)).toEqual(['A2', 'R2', 'A3'])
  const { more } = drawPocket(MANY, 116, METRICS.regular)
  expect(more.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))).toEqual(['+2'])
})

test('stays inside of its head in every size', () => {
  for (const metrics of Object.values(METRICS)) {
    const { chips, more } = drawPocket(MANY, metrics.minColumn, metrics)
    for (const shape of [...chips.flatMap(({ shapes }) => shapes), ...more]) {
      if (shape.type !== 'text') continue
      expect(shape.x).toBeGreaterThan(0)
      expect(shape.x + textWidth(shape.text, shape.fontSize) / (shape.anchor === 'start' ? 1 : 2)).toBeLessThan(
        metrics.minColumn,
      )
    }
  }
})
