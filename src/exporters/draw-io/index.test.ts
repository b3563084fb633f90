import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalXml } from '../../lib/xml.ts'
import { ACTORS, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { SequenceModel } from '../../projections/sequence/types.ts'
import type { Trace } from '../../simulation/types.ts'
import { captionOf } from '../caption.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun } from '../example-runs.fixture.ts'
import { hostileModel } from '../hostile-models.fixture.ts'
import { readXml, type XmlElement } from '../read-xml.fixture.ts'
import drawIo from './index.ts'

const SCHEMA = readFileSync('src/exporters/draw-io/mxfile.xsd', 'utf8')

function write(model: SequenceModel, title = 'Sign in'): string {
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  return drawIo.convert({ title, recipe, step: 0, trace: [], model, rowCount: model.rows.length })
}

function modelOf(trace: Trace): SequenceModel {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return sequence
}

const LOST = recordTrace([
  { type: 'held', message: TOKEN },
  { type: 'delay', gate: TOKEN.gate, seconds: 60 },
  { type: 'clock', seconds: 60 },
  { type: 'advance', seconds: 30 },
  { type: 'clock', seconds: 30 },
  { type: 'drop', gate: TOKEN.gate },
  { type: 'dropped', gate: TOKEN.gate },
])

/** Every cell, by its id. */
async function cellsOf(text: string): Promise<ReadonlyMap<string, XmlElement>> {
  const [diagram] = (await readXml(text, SCHEMA)).children
  const cells = diagram?.children[0]?.children[0]?.children ?? []
  return new Map(cells.map((cell) => [cell.attributes.id ?? '', cell]))
}

/** The value of a style's property. */
function styled(cell: XmlElement | undefined, name: string): string | undefined {
  return new Map(cell?.attributes.style?.split(';').map((pair) => pair.split('=', 2) as [string, string])).get(name)
}

test('draws a sign-in', async () => {
  await expect(write(modelOf(SIGN_IN))).toMatchFileSnapshot('sign-in.drawio')
})

test('attaches every arrow to the life lines it runs between, level with itself', async () => {
  const model = modelOf(SIGN_IN)
  const cells = await cellsOf(write(model))
  const lanes = model.lanes.map(({ id }) => id)
  for (const row of model.rows) {
    const arrow = cells.get(`row-${row.index}`)
    expect(arrow?.attributes).toMatchObject({
      value: captionOf(row),
      edge: '1',
      source: `lane-${lanes.indexOf(row.from)}`,
      target: `lane-${lanes.indexOf(row.to)}`,
    })
    const drop = Number(styled(arrow, 'entryDy')) - Number(styled(arrow, 'exitDy'))
    expect(drop).toBe(row.from === row.to ? 20 : 0)
  }
})

test('keeps every row on its life lines, in the order of the run', async () => {
  const cells = await cellsOf(write(modelOf(SIGN_IN)))
  const heights = [0, 1, 2, 3, 4].map((index) => Number(styled(cells.get(`row-${index}`), 'exitDy')))
  expect(heights).toEqual([...heights].sort((one, other) => one - other))
  expect(heights.at(-1)).toBeLessThan(Number(cells.get('lane-0')?.children[0]?.attributes.height))
})

test('ends what was lost in a cross; notes and time are boxes', async () => {
  const cells = await cellsOf(write(modelOf(LOST)))
  expect(styled(cells.get('row-0'), 'shape')).toBe('note')
  expect(cells.get('row-1')?.attributes).toMatchObject({ vertex: '1', value: '2. +30 s' })
  expect(styled(cells.get('row-2'), 'endArrow')).toBe('cross')
})

test('puts what a message carries on its arrow: one refresh token spent twice, the second time when it was replaced', async () => {
  const cells = await cellsOf(drawIo.convert(await exportableRun('parallel-401-race/each-refreshes')))
  const spent = [...cells.values()].filter(({ attributes: { value, parent = '' } }) => {
    const arrow = cells.get(parent)?.attributes.value ?? ''
    return value === 'R1' && arrow.includes('POST /token')
  })
  expect(spent.map(({ attributes }) => attributes.connectable)).toEqual(['0', '0'])
  expect(spent.map((chip) => styled(chip, 'dashed'))).toEqual(['0', '1'])
  expect(new Set(spent.map((chip) => styled(chip, 'strokeColor'))).size).toBe(1)
})

test('says that its tokens are fixtures', async () => {
  expect((await cellsOf(write(modelOf([])))).get('notice')?.attributes.value).toBe(FIXTURE_NOTICE)
})

test('its schema refuses an arrow to a life line that does not exist', async () => {
  const text = write(modelOf(SIGN_IN)).replace('target="lane-2"', 'target="lane-9"')
  await expect(readXml(text, SCHEMA)).rejects.toThrow(/keyref/)
})

test('survives 2,000 hostile labels', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileModel, fc.string({ unit: 'binary' }), async (model, title) => {
      const cells = await cellsOf(write(model, title))
      for (const [index, lane] of model.lanes.entries()) {
        const kind = lane.kind === 'person' ? 'Person' : 'Server'
        expect(cells.get(`lane-${index}`)?.attributes.value).toBe(`${legalXml(lane.title)}\n${kind}`)
      }
      for (const row of model.rows) {
        const cell = cells.get(`row-${row.index}`)
        expect(cell?.attributes.value).toBe(legalXml(captionOf(row)))
        // Without it the label stays text, whatever it says.
        expect(styled(cell, 'html')).toBe('0')
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})
