import { expect, test } from 'vitest'
import { AUTHORIZE, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { CodeSource } from '../contract.ts'
import { highlightLines } from './highlighting.ts'
import { codeModel, fileToShow } from './model.ts'
import { joinSources, plainSource, readSource } from './source.ts'

const TEXT = [
  'export function signIn() {',
  '  // #region authorization-request',
  "  location.assign('/authorize')",
  '  // #endregion',
  '}',
  '',
].join('\n')

const CLIENT = { file: 'client.ts', title: 'The client', actor: 'app', text: TEXT }
const STRATEGY = {
  file: 'strategy.ts',
  title: 'A strategy',
  actor: 'app',
  text: '// #region refresh\nawait refresh()\n// #endregion\n',
}

const CODE: CodeSource = {
  files: [CLIENT, STRATEGY],
  client: 'app',
  regions: [{ region: 'authorization-request', title: 'Authorization request' }],
  regionOf: (message) => (message.exchange === AUTHORIZE.exchange ? 'authorization-request' : undefined),
}

test('hides the region comments and numbers the rest as the file does', () => {
  expect(readSource(TEXT)).toEqual([
    { number: 1, text: 'export function signIn() {', region: undefined },
    { number: 3, text: "  location.assign('/authorize')", region: 'authorization-request' },
    { number: 5, text: '}', region: undefined },
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

test('shows the file whose region is selected, else the first one', () => {
  expect(fileToShow(CODE.files, undefined, undefined)).toBe(CLIENT)
  expect(fileToShow(CODE.files, 'refresh', undefined)).toBe(STRATEGY)
  expect(fileToShow(CODE.files, 'a-region-of-nobody', undefined)).toBe(CLIENT)
})

test('keeps the file that a person chose, until a region is selected that only another one has', () => {
  const choice = { file: STRATEGY.file, region: 'authorization-request' }
  expect(fileToShow(CODE.files, 'authorization-request', choice)).toBe(STRATEGY)
  expect(fileToShow(CODE.files, undefined, choice)).toBe(STRATEGY)
  expect(fileToShow(CODE.files, 'refresh', { file: CLIENT.file, region: undefined })).toBe(STRATEGY)
  expect(fileToShow(CODE.files, 'refresh', { file: CLIENT.file, region: 'refresh' })).toBe(CLIENT)
})

test('names each file where several follow each other', () => {
  expect(joinSources([CLIENT]).some((line) => line.starts !== undefined)).toBe(false)
  expect(joinSources([CLIENT, STRATEGY]).flatMap(({ starts }) => starts ?? [])).toEqual(['client.ts', 'strategy.ts'])
})
