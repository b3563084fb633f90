import { expect, test } from 'vitest'
import { readFrameMessage, readRequest } from './messages.ts'

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
  const request = { type: 'draw', id: 1, text: 'sequenceDiagram', theme: 'dark', wantsSvg: true, zoom: 'fit' }
  expect(readRequest({ data: request, source: page }, page)).toEqual(request)
  expect(readRequest({ data: { ...request, wantsSvg: 'yes' }, source: page }, page)).toEqual({
    ...request,
    wantsSvg: false,
  })
  expect(readRequest({ data: request, source: frame }, page)).toBeUndefined()
  expect(readRequest({ data: request, source: null }, undefined)).toBeUndefined()
  expect(readRequest({ data: { ...request, theme: 'x' }, source: page }, page)).toBeUndefined()
  expect(readRequest({ data: { ...request, text: 1 }, source: page }, page)).toBeUndefined()
  expect(readRequest({ data: { ...request, zoom: 0 }, source: page }, page)).toBeUndefined()
})

test('takes another size, as a factor above nought or so that all is in sight', () => {
  const at = (zoom: unknown) => readRequest({ data: { type: 'zoom', zoom }, source: page }, page)
  expect(at(2)).toEqual({ type: 'zoom', zoom: 2 })
  expect(at('fit')).toEqual({ type: 'zoom', zoom: 'fit' })
  expect([at(0), at(-1), at(Number.NaN), at('2'), at(undefined)]).toEqual(Array(5).fill(undefined))
})
