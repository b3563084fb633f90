import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTORS, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import type { Trace } from '../../simulation/types.ts'
import { captionOf } from '../caption.ts'
import { hostileModel } from '../hostile-models.fixture.ts'
import { normalizeLabel } from './escape.ts'
import plantuml from './index.ts'
import { readPlantUml, type Statement } from './read.fixture.ts'

function write(model: SequenceModel, title = 'Sign in'): string {
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  return plantuml.convert({ title, recipe, step: 0, trace: [], model, rowCount: model.rows.length })
}

function writeTrace(trace: Trace): string {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return write(sequence)
}

/** What the text should say of a model. */
function statementsOf(model: SequenceModel, title: string): Statement[] {
  const place = (id: string) => model.lanes.findIndex((lane) => lane.id === id)
  return [
    { type: 'title', text: normalizeLabel(title) },
    ...model.lanes.map(
      (lane, index): Statement => ({
        type: lane.kind === 'person' ? 'actor' : 'participant',
        id: `p${index}`,
        text: normalizeLabel(lane.title),
      }),
    ),
    ...model.rows.map((row) => statementOf(row, place(row.from), place(row.to))),
  ]
}

function statementOf(row: SequenceRow, from: number, to: number): Statement {
  const text = normalizeLabel(captionOf(row))
  if (row.kind === 'clock') return { type: 'divider', text }
  if (row.kind === 'wire') {
    const over = [...new Set([from, to])].sort((one, other) => one - other).map((index) => `p${index}`)
    return { type: 'note', over, text }
  }
  const head = `${row.isResponse ? '--' : '-'}>${row.tone === 'lost' ? 'x' : ''}`
  return { type: 'arrow', from: `p${from}`, to: `p${to}`, head, text }
}

test('writes a sign-in as one would by hand', () => {
  expect(writeTrace(SIGN_IN)).toBe(`@startuml
' Every token, code and secret here is a fixture of a simulation, signed with public test keys.
title Sign in
participant "Browser" as p0
participant "Frontend App" as p1
participant "Authorization Server" as p2
participant "Resource API" as p3
p0 -> p0 : 1. presses Sign in
p0 -> p2 : 2. GET /authorize code_challenge… state…
p2 --> p0 : 3. 303 → /callback?code…&state…
p1 -> p2 : 4. POST /token grant_type=authorization_code
p2 --> p1 : 5. 200 OK access_token, refresh_token
@enduml
`)
})

test('marks what was lost, and notes what happened to the wire and the clock', () => {
  const text = writeTrace(
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
  expect(text.split('\n').slice(7, -2)).toEqual([
    'note over p1, p2 : 1. POST /token delayed by 1 min',
    '== 2. +30 s ==',
    'p1 ->x p2 : 3. POST /token grant_type=authorization_code (lost)',
  ])
})

test('survives 2,000 hostile labels', () => {
  fc.assert(
    fc.property(hostileModel, fc.string({ unit: 'binary' }), (model, title) => {
      expect(readPlantUml(write(model, title))).toEqual(statementsOf(model, title))
    }),
    { numRuns: 10 },
  )
})

test.each([
  ['a directive', '@startuml\n!include x\n@enduml\n'],
  ['an end in the middle', '@startuml\ntitle a\n@enduml\n@enduml\n'],
  ['a line break that PlantUML would make', '@startuml\ntitle a \\\\n b\n@enduml\n'],
  ['a link', '@startuml\ntitle a [[https://x.example]]\n@enduml\n'],
  ['a picture', '@startuml\ntitle <img:https://x.example/i.png>\n@enduml\n'],
])('its reader refuses %s', (_, text) => {
  expect(() => readPlantUml(text)).toThrow(/not a statement|markup/)
})
