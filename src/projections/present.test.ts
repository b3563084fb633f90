import { expect, test } from 'vitest'
import type { WindowView } from '../simulation/types.ts'
import { NOON_MS, recordTrace } from './example-trace.fixture.ts'
import { eventCountAt, eventsOf, eventsUpTo } from './moments.ts'
import { clockAt, offersAt, stateAt, windowsAt } from './present.ts'

function view(id: string, url: string): WindowView {
  return { id, title: id, url, html: '', loading: false, canGoBack: false, canGoForward: false }
}

const ACTION = { id: 'call-api', label: 'Call the API', place: 'page' } as const
const TRACE = recordTrace([
  { type: 'window', view: view('tab-a', 'https://app.example/') },
  { type: 'state', actor: 'app', state: { tokens: 0 } },
  { type: 'advance', seconds: 60 },
  { type: 'clock', seconds: 60 },
  { type: 'act', action: 'call-api' },
  { type: 'window', view: view('tab-b', 'https://auth.example/') },
  { type: 'window', view: view('tab-a', 'https://app.example/callback') },
  { type: 'state', actor: 'app', state: { tokens: 1 } },
  { type: 'state', actor: 'as', state: { sessions: [] } },
  { type: 'offers', actions: [ACTION], milestones: [] },
  { type: 'browse', window: 'tab-a', command: 'back' },
])

test('finds the events of a step and of everything up to it', () => {
  expect([-1, 0, 1, 2, 3, 99].map((step) => eventCountAt(TRACE, step))).toEqual([0, 2, 4, 10, 11, 11])
  expect(eventsOf(TRACE, 1).map((event) => event.type)).toEqual(['choice', 'clock'])
  expect(eventsUpTo(TRACE, 0)).toHaveLength(2)
  expect(eventsOf(TRACE, 99)).toEqual([])
})

test('tells the time at which the clock stands after a step', () => {
  expect([0, 1, 2, 3].map((step) => clockAt(TRACE, step) - NOON_MS)).toEqual([0, 60_000, 60_000, 60_000])
  expect(clockAt([], 3)).toBe(0)
})

test('shows every window as it looked', () => {
  expect(windowsAt(TRACE, 1).map(({ url }) => url)).toEqual(['https://app.example/'])
  expect(windowsAt(TRACE, 2).map(({ url }) => url)).toEqual(['https://app.example/callback', 'https://auth.example/'])
})

test('tells what was offered', () => {
  expect(offersAt(TRACE, 1)).toEqual({ actions: [], milestones: [] })
  expect(offersAt(TRACE, 3).actions).toEqual([ACTION])
})

test('tells what each actor held', () => {
  expect(stateAt(TRACE, 0)).toEqual({ app: { tokens: 0 } })
  expect(stateAt(TRACE, 3)).toEqual({ app: { tokens: 1 }, as: { sessions: [] } })
})
