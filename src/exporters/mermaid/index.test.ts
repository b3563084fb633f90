import fc from 'fast-check'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { ACTORS, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { SequenceModel } from '../../projections/sequence/types.ts'
import { hostileModel } from '../hostile-models.fixture.ts'
import exporter, { mermaidText } from './index.ts'
import { expectedMessages, parsedMessages, type SequenceDatabase } from './parsed-messages.fixture.ts'

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

/** What Mermaid's own parser makes of a model. */
async function parse(model: SequenceModel, rowCount = model.rows.length) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(mermaidText(model, rowCount))
  return parsedMessages(db as unknown as SequenceDatabase)
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

test('says its title and its chapters to who cannot see it, before the participants', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  const head = (title: string) =>
    exporter
      .convert({ title, recipe, step: 5, trace: SIGN_IN, model: sequence, rowCount: sequence.rows.length })
      .split('\n')
      .slice(1, 4)
  const contents = '  accDescr: Sequence diagram with 5 rows. From step 1: Sign in. From step 4: Code for tokens.'
  expect(head('Sign in')).toEqual(['sequenceDiagram', '  accTitle: Sign in', contents])
  // Without words Mermaid would take the next line for the title; and a title is no directive.
  expect(head('')).toEqual(['sequenceDiagram', '  accTitle: Sequence diagram', contents])
  expect(head('%%{init}%%\nend')).toEqual(['sequenceDiagram', '  accTitle: #37;#37;{init}#37;#37;<br/>end', contents])
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

test('survives 10,000 hostile labels', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileModel, async (model) => {
      expect(await parse(model)).toEqual(expectedMessages(model, model.rows.length))
    }),
    { numRuns: 50 },
  )
})
