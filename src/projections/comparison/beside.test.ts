import { expect, test } from 'vitest'
import type { SequenceRow } from '../sequence/types.ts'
import { setBeside } from './beside.ts'
import type { ComparedRun } from './steps.ts'

const lane = (id: string, title = id) => ({ id, title, kind: 'app' as const })
const rowOf = (index: number): SequenceRow => ({
  index,
  step: index + 1,
  kind: 'message',
  from: 'a',
  to: 'b',
  label: '',
  text: '',
  status: 'delivered',
  tone: 'neutral',
  isResponse: false,
  name: '',
  time: 0,
})
const run = (...lanes: ReturnType<typeof lane>[]): ComparedRun => ({
  trace: [],
  sequence: { lanes, rows: [], rowsAt: () => 0, waitingAt: () => [] },
})

/** Both have the first row and the last but one; the left run has one for itself between them, the right one before and after. */
const rows = [
  { left: rowOf(0), right: rowOf(0) },
  { left: rowOf(1) },
  { right: rowOf(1) },
  { left: rowOf(2), right: rowOf(2) },
  { right: rowOf(3) },
]

test('rows that belong together stand at one height, and a run has a gap where the other has a row for itself', () => {
  const { left, right, heightOf } = setBeside(run(lane('a')), run(lane('a')), { rows }, true)
  expect(left.rows.map((row) => row?.step)).toEqual([1, 2, undefined, 3, undefined])
  expect(right.rows.map((row) => row?.step)).toEqual([1, undefined, 2, 3, 4])
  // The diagram finds a row by its place.
  expect(right.rows.map((row) => row?.index)).toEqual([0, undefined, 2, 3, 4])
  expect([0, 1, 2].map(heightOf)).toEqual([0, 1, 3])
})

test('the cursor of the left run drives both: what the right run alone has comes with the row after it', () => {
  const { heightsAt } = setBeside(run(), run(), { rows }, true)
  expect([0, 1, 2].map(heightsAt)).toEqual([0, 1, 2])
})

test('at the end of a run that is over the other one goes on to its end, at the end of one under way it waits', () => {
  expect(setBeside(run(), run(), { rows }, true).heightsAt(3)).toBe(5)
  expect(setBeside(run(), run(), { rows }, false).heightsAt(3)).toBe(4)
})

test('before anything has happened nothing is seen of the other run', () => {
  const ahead = [{ right: rowOf(0) }, { left: rowOf(0), right: rowOf(1) }]
  expect(setBeside(run(), run(), { rows: ahead }, false).heightsAt(0)).toBe(0)
})

test('both have the lanes of both in one order, each with its own titles', () => {
  const { left, right } = setBeside(
    run(lane('a'), lane('b', 'App')),
    run(lane('b', 'Client'), lane('c')),
    { rows },
    true,
  )
  expect(left.lanes.map(({ title }) => title)).toEqual(['a', 'App', 'c'])
  expect(right.lanes.map(({ title }) => title)).toEqual(['a', 'Client', 'c'])
})
