import { expect, test } from 'vitest'
import { AUTHORIZE, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { CodeSource } from '../contract.ts'
import { highlightLines } from './highlighting.ts'
import { codeModel } from './model.ts'
import { plainSource, readSource } from './source.ts'

const TEXT = [
  'export function signIn() {',
  '  // #region authorization-request',
  "  location.assign('/authorize')",
  '  // #endregion',
  '}',
  '',
].join('\n')

const CODE: CodeSource = {
  file: 'client.ts',
  text: TEXT,
  regions: [{ region: 'authorization-request', title: 'Authorization request' }],
  regionOf: (message) => (message.exchange === AUTHORIZE.exchange ? 'authorization-request' : undefined),
}

test('hides the region comments and numbers what is left', () => {
  expect(readSource(TEXT)).toEqual([
    { number: 1, text: 'export function signIn() {', region: undefined },
    { number: 2, text: "  location.assign('/authorize')", region: 'authorization-request' },
    { number: 3, text: '}', region: undefined },
  ])
})

test('copies the code without the region comments', () => {
  expect(plainSource(readSource(TEXT))).not.toContain('#region')
  expect(plainSource(readSource(TEXT)).split('\n')).toHaveLength(4)
})

test('marks the region behind the selected row: what the person did, request and response alike', () => {
  const sequence = createSequence([])
  sequence.push(SIGN_IN)
  const [person, request, response, token] = sequence.rows
  expect(codeModel(SIGN_IN, 5, person, CODE).selected).toBe('authorization-request')
  expect(codeModel(SIGN_IN, 5, request, CODE).selected).toBe('authorization-request')
  expect(codeModel(SIGN_IN, 5, response, CODE).selected).toBe('authorization-request')
  expect(codeModel(SIGN_IN, 5, token, CODE).selected).toBeUndefined()
})

test('counts what ran up to the step, and not what ran later', () => {
  expect(codeModel(SIGN_IN, 0, undefined, CODE).executed.size).toBe(0)
  expect(codeModel(SIGN_IN, 1, undefined, CODE).executed.get('authorization-request')).toEqual({
    times: 1,
    lastStep: 1,
  })
})

test('does not count the copy that was made on the wire', () => {
  const copy = { ...AUTHORIZE, gate: 'copy#1', copyOf: AUTHORIZE.exchange }
  const trace = recordTrace([
    { type: 'held', message: AUTHORIZE },
    { type: 'duplicate', gate: AUTHORIZE.gate },
    { type: 'held', message: copy },
    { type: 'held', message: TOKEN },
  ])
  expect(codeModel(trace, 1, undefined, CODE).executed.get('authorization-request')?.times).toBe(1)
})

test('colours a source without losing a character', () => {
  const source = plainSource(readSource(TEXT)).trimEnd()
  const lines = highlightLines(source)
  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(source)
  expect(lines[0]?.find(({ text }) => text === 'export')?.className).toBe('hljs-keyword')
})
