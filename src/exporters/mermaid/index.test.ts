import fc from 'fast-check'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { ACTORS, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Lane, SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import { mermaidText } from './index.ts'
import { expectedMessages, parsedMessages, type SequenceDatabase } from './parsed-messages.ts'

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

/** What Mermaid's own parser makes of a model. */
async function parse(model: SequenceModel, rowCount = model.rows.length) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(mermaidText(model, rowCount))
  return parsedMessages(db as unknown as SequenceDatabase)
}

/** A model whose lanes and rows say these labels, half of them each. */
function modelOf(labels: readonly string[]): SequenceModel {
  const half = labels.length / 2
  const lanes = labels
    .slice(0, half)
    .map((title, index): Lane => ({ id: `a${index}`, title, kind: index % 2 ? 'person' : 'server' }))
  const kinds = ['message', 'person', 'clock', 'wire'] as const
  const rows = labels.slice(half).map((label, index): SequenceRow => {
    const kind = kinds[index % 4] ?? 'message'
    const tone = index % 3 ? 'ok' : 'lost'
    const place = { from: `a${index}`, to: kind === 'person' ? `a${index}` : `a${half - 1 - index}` }
    const words = { label, text: label, status: 'delivered', name: label }
    return { index, step: index, kind, ...place, ...words, tone, isResponse: index % 2 === 0, time: 0 }
  })
  return { lanes, rows, rowsAt: () => rows.length, waitingAt: () => [] }
}

test('writes a sign-in as one would by hand', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  expect(mermaidText(sequence, sequence.rowsAt(3))).toBe(`sequenceDiagram
  participant p0 as Browser
  participant p1 as Frontend App
  participant p2 as Authorization Server
  participant p3 as Resource API
  p0->>p0: 1. presses Sign in
  p0->>p2: 2. GET /authorize code_challenge… state…
  p2-->>p0: 3. 303 → /callback?code…&state…
`)
})

test('marks what was lost, and notes what happened to the wire and the clock', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(
    recordTrace([
      { type: 'held', message: TOKEN },
      { type: 'delay', gate: TOKEN.gate, seconds: 60 },
      { type: 'clock', seconds: 60 },
      { type: 'advance', seconds: 30 },
      { type: 'clock', seconds: 30 },
      { type: 'drop', gate: TOKEN.gate },
      { type: 'dropped', gate: TOKEN.gate },
    ]),
  )
  expect(mermaidText(sequence, sequence.rows.length)).toBe(`sequenceDiagram
  participant p0 as Browser
  participant p1 as Frontend App
  participant p2 as Authorization Server
  participant p3 as Resource API
  Note over p1,p2: 1. POST /token delayed by 1 min
  Note over p0,p3: 2. +30 s
  p1-xp2: 3. POST /token grant_type=authorization_code (lost)
`)
})

test('is understood by Mermaid exactly as the model has it', async () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  const drawn = await parse(sequence)
  expect(drawn).toHaveLength(5)
  expect(drawn).toEqual(expectedMessages(sequence, 5))
})

test('is understood with no row at all', async () => {
  expect(await parse(createSequence(ACTORS))).toEqual([])
})

const HOSTILE =
  '# ; #35; #lt; #quot; &lt; &#60; <br> <br/> </br> <b>x</b> <script>alert(1)</script> <img src=x onerror=alert(1)> %% %%{init:{"theme":"dark"}}%% $$ $$x^2$$ wrap: nowrap: :wrap: ﬂ°°35¶ß ﬂ°lt¶ß style:#a;b classDef:x#1; --- end participant p0->>p1: activate Note over p0: box title accTitle: {} [] () "\' ` \\n \\ \n \r\n \t \0 \u2028 \u2029 \u0085 \u00a0 \u200b \u202e \ufeff \ud800 \uffff = @ + - , . -> ->> -x --) autonumber links: rect loop alt else par and'.split(
    ' ',
  )

test('survives 10,000 hostile labels', { timeout: 120_000 }, async () => {
  const label = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE, ' ', '  ', 'a'), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 44 }),
    fc.string({ unit: 'binary-ascii', maxLength: 44 }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 44 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: 200, maxLength: 200 }), async (labels) => {
      const model = modelOf(labels)
      expect(await parse(model)).toEqual(expectedMessages(model, model.rows.length))
    }),
    { numRuns: 50 },
  )
})
