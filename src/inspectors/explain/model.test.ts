import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import { ACTORS, AUTHORIZE, answer, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/types.ts'
import type { CodeSource } from '../contract.ts'
import { readLesson } from './lesson.ts'
import { explain } from './model.ts'

const LESSON =
  '# A flow\n\nWhat it is for.\n\n## Token request\n\nThe code becomes **tokens**.\n\n### A detail\n\nMore.\n'

const CODE: CodeSource = {
  files: [{ file: 'client.ts', title: 'The client', actor: 'app', text: '' }],
  client: 'app',
  regions: [
    { region: 'token-request', title: 'Token request' },
    { region: 'authorization-request', title: 'A step without a section' },
  ],
  regionOf: ({ exchange }) => (exchange === TOKEN.exchange ? 'token-request' : 'authorization-request'),
}

function explained(trace: Trace, rowIndex: number) {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return explain(trace, sequence.rows[rowIndex], CODE, LESSON)
}

test('cuts a lesson at its step headings and no others', () => {
  const { introduction, sections } = readLesson(LESSON)
  expect(introduction).toBe('What it is for.')
  expect([...sections]).toEqual([['Token request', 'The code becomes **tokens**.\n\n### A detail\n\nMore.']])
})

test('keeps a lesson without headings whole', () => {
  expect(readLesson('Just this.')).toEqual({ introduction: 'Just this.', sections: new Map() })
})

test('shows the section of the region that made the message', () => {
  const explanation = explained(SIGN_IN, 3)
  expect(explanation.title).toBe('Token request')
  expect(explanation.lesson).toContain('The code becomes')
  expect(explanation.note).toBeUndefined()
})

test('shows the introduction and what kind of step it is where the lesson has no section', () => {
  const explanation = explained(SIGN_IN, 1)
  expect(explanation.lesson).toBe('What it is for.')
  expect(explanation.note).toContain('page load')
})

test('introduces the scenario when nothing is selected', () => {
  expect(explain([], undefined, CODE, LESSON)).toEqual({
    failure: undefined,
    title: 'What this is about',
    lesson: 'What it is for.',
    note: undefined,
    held: [],
  })
})

test('says of a red row which rule failed, what was sent and what was expected', () => {
  const refusal = answer('tab-a/app#2', TOKEN, json(400, { error: 'invalid_grant' }))
  const note = {
    type: 'check',
    rule: 'pkce',
    clause: 'RFC 7636 §4.6',
    passed: false,
    message: 'The hash of the verifier is not the challenge.',
    sent: 'abc',
    expected: 'abd',
    fix: 'Send the verifier of this sign-in.',
  } as const
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'note', actor: 'as', note, exchange: TOKEN.exchange },
    { type: 'held', message: refusal },
    { type: 'deliver', gate: refusal.gate },
    { type: 'delivered', gate: refusal.gate },
  ])
  expect(explained(trace, 1).failure).toMatchObject({
    rule: 'pkce',
    clause: 'RFC 7636 §4.6',
    sent: 'abc',
    expected: 'abd',
  })
  expect(explained(SIGN_IN, 2).failure).toBeUndefined()
})

test('explains what a person does by the request that came of it', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    { type: 'held', message: { ...AUTHORIZE, exchange: TOKEN.exchange } },
  ])
  expect(explained(trace, 0).title).toBe('Token request')
})
