import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import type { Choice } from '../../simulation/types.ts'
import {
  ACTORS,
  AUTHORIZE,
  answer,
  NOON_MS,
  type Recorded,
  recordTrace,
  request,
  SIGN_IN,
  TOKEN,
} from '../example-trace.fixture.ts'
import { createSequence, type Sequence } from './index.ts'

function sequenceOf(items: readonly (Recorded | Choice)[]): Sequence {
  const sequence = createSequence(ACTORS)
  sequence.push(recordTrace(items))
  return sequence
}

test('names every row by its step, its ends, its label and how it went', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  expect(sequence.rows.map((row) => row.name)).toEqual([
    'Step 1: Browser to Browser, presses Sign in, done',
    'Step 2: Browser to Authorization Server, GET /authorize code_challenge… state…, delivered',
    'Step 3: Authorization Server to Browser, 303 → /callback?code…&state…, delivered',
    'Step 4: Frontend App to Authorization Server, POST /token grant_type=authorization_code, delivered',
    'Step 5: Authorization Server to Frontend App, 200 OK access_token, refresh_token, delivered',
  ])
  expect(sequence.rows.map((row) => row.isResponse)).toEqual([false, false, true, false, true])
  expect(sequence.rows.map((row) => row.tone)).toEqual(['neutral', 'ok', 'ok', 'ok', 'ok'])
})

test('has a lane for every actor from the start, in the order of the scenario', () => {
  const sequence = createSequence(ACTORS)
  const before = sequence.lanes.map((lane) => lane.id)
  sequence.push(SIGN_IN)
  expect(before).toEqual(ACTORS.map((actor) => actor.id))
  expect(sequence.lanes.map((lane) => lane.id)).toEqual(before)
})

test('says what waited at every step', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  expect([0, 1, 2, 3, 4, 5].map((step) => sequence.waitingAt(step).map((row) => row.gate))).toEqual([
    [],
    ['tab-a#1'],
    ['tab-a#2'],
    ['tab-a/app#1'],
    ['tab-a/app#2'],
    [],
  ])
  expect(sequence.waitingAt(3)[0]?.name).toBe(
    'POST /token grant_type=authorization_code from Frontend App to Authorization Server',
  )
})

test('counts the rows of every step', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  expect([-1, 0, 1, 2, 5, 99].map((step) => sequence.rowsAt(step))).toEqual([0, 0, 1, 2, 5, 5])
})

test('grows step by step into the same model as all at once', () => {
  const [whole, grown] = [createSequence(ACTORS), createSequence(ACTORS)]
  whole.push(SIGN_IN)
  for (let step = 0; step <= 5; step += 1) grown.push(SIGN_IN.filter((event) => event.step === step))
  expect(grown.rows).toEqual(whole.rows)
  expect(grown.waitingAt(2)).toEqual(whole.waitingAt(2))
})

test('puts a delayed message at the end of the line and draws no clock of its own', () => {
  const other = request('tab-b#1', 'browser', 'as', 'GET https://auth.example/authorize', '', 'navigation')
  const sequence = sequenceOf([
    { type: 'held', message: TOKEN },
    { type: 'held', message: other },
    { type: 'delay', gate: TOKEN.gate, seconds: 90 },
    { type: 'clock', seconds: 90 },
  ])
  expect(sequence.waitingAt(1).map((row) => row.gate)).toEqual(['tab-b#1', 'tab-a/app#1'])
  expect(sequence.rows.map((row) => row.name)).toEqual([
    'Step 1: Frontend App to Authorization Server, POST /token delayed by 90 s, delayed',
  ])
  expect(sequence.rows[0]?.kind).toBe('wire')
})

test('names the calls of a sender that has several on the wire, and nobody else', () => {
  const call = (gate: string) => request(gate, 'app', 'as', 'GET https://auth.example/userinfo')
  const alone = request('tab-b#1', 'browser', 'as', 'GET https://auth.example/authorize', '', 'navigation')
  const sequence = sequenceOf([
    { type: 'held', message: call('tab-a/app/call-1#1') },
    { type: 'held', message: alone },
    { type: 'advance', seconds: 1 },
    { type: 'held', message: call('tab-a/app/call-2#1') },
  ])
  expect(sequence.waitingAt(0).map((row) => row.thread)).toEqual([undefined, undefined])
  expect(sequence.waitingAt(1).map((row) => row.thread)).toEqual(['call-1', undefined, 'call-2'])
  expect(sequence.waitingAt(1)[2]).toMatchObject({
    route: 'Frontend App → Authorization Server',
    name: 'GET /userinfo from Frontend App to Authorization Server (call-2)',
  })
})

test('a call that was told apart keeps its name on its row, and in all that its task sends later', () => {
  const call = (gate: string) => request(gate, 'app', 'as', 'GET https://auth.example/userinfo')
  const first = call('tab-a/app/call-1#1')
  const sequence = sequenceOf([
    { type: 'held', message: first },
    { type: 'held', message: call('tab-a/app/call-2#1') },
    { type: 'deliver', gate: first.gate },
    { type: 'delivered', gate: first.gate },
    { type: 'deliver', gate: 'tab-a/app/call-2#1' },
    { type: 'delivered', gate: 'tab-a/app/call-2#1' },
    { type: 'held', message: call('tab-a/app/call-1#2') },
  ])
  expect(sequence.rows.map((row) => row.thread)).toEqual(['call-1', 'call-2'])
  expect(sequence.waitingAt(2)[0]).toMatchObject({
    thread: 'call-1',
    // Alone on the wire it needs no other name.
    name: 'GET /userinfo from Frontend App to Authorization Server',
  })
})

test('notes a copy, and calls the copy one', () => {
  const copy = {
    ...request('tab-a/app#1~1#1', 'app', 'as', 'POST https://auth.example/token', 'grant_type=refresh_token'),
    copyOf: TOKEN.gate,
  }
  const sequence = sequenceOf([
    { type: 'held', message: TOKEN },
    { type: 'duplicate', gate: TOKEN.gate },
    { type: 'held', message: copy },
  ])
  expect(sequence.rows[0]).toMatchObject({ kind: 'wire', label: 'POST /token copied', status: 'copied' })
  expect(sequence.waitingAt(1)[1]?.label).toBe('copy of POST /token grant_type=refresh_token')
})

test('notes a changed parameter and lists the message as it is now', () => {
  const changed = { ...AUTHORIZE, request: { ...AUTHORIZE.request, url: 'https://auth.example/authorize?state=xyz' } }
  const sequence = sequenceOf([
    { type: 'held', message: AUTHORIZE },
    { type: 'rewrite', gate: AUTHORIZE.gate, parameter: 'code_challenge' },
    { type: 'rewritten', message: changed, parameter: 'code_challenge', before: 'abc', after: null },
  ])
  expect(sequence.rows[0]).toMatchObject({
    kind: 'wire',
    label: 'removes code_challenge in GET /authorize',
    status: 'changed',
  })
  expect(sequence.waitingAt(1)[0]?.label).toBe('GET /authorize state…')
})

test('draws the clock as a band from one time of day to another', () => {
  const [row] = sequenceOf([
    {
      type: 'offers',
      actions: [],
      milestones: [{ id: 'at', label: 'access token expires', at: NOON_MS / 1000 + 300 }],
    },
    { type: 'advance', to: 'at' },
    { type: 'clock', seconds: 300, milestone: 'at' },
  ]).rows
  expect(row?.name).toBe('Step 1: 12:00:00 to 12:05:00, +5 min: access token expires, done')
  expect(row?.kind).toBe('clock')
})

test('draws a request from the console and its answer in one step', () => {
  const asked = request('console#1', 'console', 'as', 'GET https://auth.example/jwks.json', '', 'console')
  const sequence = sequenceOf([
    { type: 'request', request: asked.request },
    { type: 'held', message: asked },
    { type: 'delivered', gate: 'console#1' },
    { type: 'held', message: answer('console#2', asked, json(200, { keys: [] })) },
    { type: 'delivered', gate: 'console#2' },
  ])
  expect(sequence.rows.map((row) => row.name)).toEqual([
    'Step 1: Console to Authorization Server, GET /jwks.json, delivered',
    'Step 1: Authorization Server to Console, 200 OK keys, delivered',
  ])
})

test('gives a host that nobody declared a lane, and says that there is none', () => {
  const lost = request(
    'tab-a#1',
    'browser',
    'evil.example',
    'GET https://evil.example/callback?code=abc',
    '',
    'navigation',
  )
  const sequence = sequenceOf([
    { type: 'held', message: lost },
    { type: 'deliver', gate: 'tab-a#1' },
    { type: 'delivered', gate: 'tab-a#1' },
  ])
  expect(sequence.lanes.map((lane) => lane.title)).toEqual([...ACTORS.map((actor) => actor.title), 'evil.example'])
  expect(sequence.rows[0]?.name).toBe('Step 1: Browser to evil.example, GET /callback code…, no such host')
})

test('puts what a person does on the lane of the browser whose window it is', () => {
  const victim = { id: 'victim', title: 'Browser of the victim', kind: 'browser' } as const
  const sequence = createSequence([...ACTORS, victim])
  const navigation = request('tab-v#1', 'victim', 'as', 'GET https://auth.example/login', '', 'navigation')
  sequence.push(
    recordTrace([
      { type: 'held', message: navigation },
      { type: 'submit', window: 'tab-v', form: 'login', fields: { username: 'ada', password: 'hunter2' } },
      { type: 'act', action: 'attack' },
    ]),
  )
  expect(sequence.rows.map((row) => row.name)).toEqual([
    'Step 1: Browser of the victim to Browser of the victim, signs in as ada, done',
    'Step 2: Browser to Browser, presses attack, done',
  ])
})

test('appends without rebuilding: earlier rows and lists of waiting messages stay the same objects', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN.filter((event) => event.step <= 2))
  const rows = [...sequence.rows]
  const waiting = sequence.waitingAt(2)
  sequence.push(SIGN_IN.filter((event) => event.step > 2))
  sequence.push(
    recordTrace([{ type: 'browse', window: 'tab-a', command: 'back' }]).map((event) => ({ ...event, step: 6 })),
  )
  rows.forEach((row, index) => {
    expect(sequence.rows[index]).toBe(row)
  })
  expect(sequence.waitingAt(2)).toBe(waiting)
  expect(sequence.waitingAt(6)).toBe(sequence.waitingAt(5))
})

test('puts what a person does beside the windows on the lane that the action names', () => {
  const action = { id: 'leak', label: 'Leak the log', place: 'stage', actor: 'api' } as const
  const sequence = sequenceOf([
    { type: 'offers', actions: [action], milestones: [] },
    { type: 'act', action: 'leak' },
  ])
  expect(sequence.rows[0]?.name).toBe('Step 1: Resource API to Resource API, presses Leak the log, done')
})
