import { expect, test } from 'vitest'
import { readDrawRequest, readFrameMessage } from './messages.ts'

const frame = {} as Window
const page = {} as Window
const fromFrame = (data: unknown) => ({ data, origin: 'null', source: frame })

test('reads what the sandboxed frame says', () => {
  expect(readFrameMessage(fromFrame({ type: 'ready' }), frame)).toEqual({ type: 'ready' })
  expect(readFrameMessage(fromFrame({ type: 'drawn', id: 1 }), frame)).toEqual({ type: 'drawn', id: 1 })
  expect(readFrameMessage(fromFrame({ type: 'drawn', id: 1, svg: '<svg/>' }), frame)).toMatchObject({ svg: '<svg/>' })
  expect(readFrameMessage(fromFrame({ type: 'drawn', id: 1, svg: 1 }), frame)).toEqual({ type: 'drawn', id: 1 })
  expect(readFrameMessage(fromFrame({ type: 'failed', id: 2, reason: 'no' }), frame)).toEqual({
    type: 'failed',
    id: 2,
    reason: 'no',
  })
})

test.each([
  ['another window', { ...fromFrame({ type: 'ready' }), source: page }],
  ['no window', { ...fromFrame({ type: 'ready' }), source: null }],
  ['a document that is not sandboxed', { ...fromFrame({ type: 'ready' }), origin: 'https://app.example' }],
  ['a frame that says something else', fromFrame({ type: 'navigate', id: 1 })],
  ['a frame that says nothing', fromFrame(null)],
  ['a frame whose number is none', fromFrame({ type: 'drawn', id: '1' })],
])('ignores %s', (_, event) => {
  expect(readFrameMessage(event, frame)).toBeUndefined()
})

test('ignores everything while there is no frame', () => {
  expect(readFrameMessage({ ...fromFrame({ type: 'ready' }), source: null }, undefined)).toBeUndefined()
})

test('takes a request from the page that embeds the frame alone', () => {
  const request = { type: 'draw', id: 1, text: 'sequenceDiagram', theme: 'dark', wantsSvg: true }
  expect(readDrawRequest({ data: request, source: page }, page)).toEqual(request)
  expect(readDrawRequest({ data: { ...request, wantsSvg: 'yes' }, source: page }, page)?.wantsSvg).toBe(false)
  expect(readDrawRequest({ data: request, source: frame }, page)).toBeUndefined()
  expect(readDrawRequest({ data: request, source: null }, undefined)).toBeUndefined()
  expect(readDrawRequest({ data: { ...request, theme: 'x' }, source: page }, page)).toBeUndefined()
  expect(readDrawRequest({ data: { ...request, text: 1 }, source: page }, page)).toBeUndefined()
})
