/** Small hand-built traces for the tests of what is drawn from traces. */
import { type HttpResponse, json, redirect } from '../http/index.ts'
import { deepFreeze } from '../lib/json.ts'
import type { Actor, Choice, Message, Purpose, TraceEvent } from '../simulation/types.ts'

/** A trace event as a run records it, before it is numbered and timed. */
export type Recorded = TraceEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'step' | 'time'>
    : never
  : never

/** Noon, in epoch milliseconds: when every example begins. */
export const NOON_MS = Date.UTC(2026, 10, 2, 12)

/** The parties of the examples. */
export const ACTORS: readonly Actor[] = [
  { id: 'browser', title: 'Browser', kind: 'browser' },
  { id: 'app', title: 'Frontend App', kind: 'app' },
  { id: 'as', title: 'Authorization Server', kind: 'server' },
  { id: 'api', title: 'Resource API', kind: 'server' },
]

/** Numbers and times events: each choice begins the next step and one second. */
export function recordTrace(items: readonly (Recorded | Choice)[]): TraceEvent[] {
  let step = 0
  let time = NOON_MS
  return items.map((item) => {
    const event = isChoice(item) ? ({ type: 'choice', choice: item } as const) : item
    if (event.type === 'choice') step += 1
    const recorded = deepFreeze({ step, time, ...event } as TraceEvent)
    if (event.type === 'clock') time += event.seconds * 1000
    return recorded
  })
}

const CHOICES = [
  'deliver',
  'drop',
  'delay',
  'duplicate',
  'rewrite',
  'submit',
  'follow',
  'visit',
  'browse',
  'act',
  'advance',
  'request',
]

function isChoice(item: Recorded | Choice): item is Choice {
  return CHOICES.includes(item.type)
}

/** A request that waits at a gate; the body is a form. */
export function request(
  gate: string,
  from: string,
  to: string,
  line: string,
  body = '',
  purpose: Purpose = 'fetch',
): Message {
  const [method = 'GET', url = ''] = line.split(' ')
  const headers = body === '' ? [] : ([['content-type', 'application/x-www-form-urlencoded']] as const)
  return { gate, exchange: gate, direction: 'request', from, to, purpose, request: { method, url, headers, body } }
}

/** The answer to a request, waiting at a gate of its own. */
export function answer(gate: string, asked: Message, response: HttpResponse): Message {
  return { ...asked, gate, direction: 'response', from: asked.to, to: asked.from, response }
}

/** The four messages of a sign-in that succeeds at the first try; gates `tab-a#1` to `tab-a#2` and `tab-a/app#1` to `#2`. */
export const AUTHORIZE = request(
  'tab-a#1',
  'browser',
  'as',
  'GET https://auth.example/authorize?response_type=code&client_id=spa&state=xyz&code_challenge=abc',
  '',
  'navigation',
)
/** The redirect back with a code. */
export const CODE = answer('tab-a#2', AUTHORIZE, redirect('https://app.example/callback?code=c-1&state=xyz'))
/** The code exchange. */
export const TOKEN = request(
  'tab-a/app#1',
  'app',
  'as',
  'POST https://auth.example/token',
  'grant_type=authorization_code&code=c-1',
)
/** Its answer. */
export const TOKENS = answer(
  'tab-a/app#2',
  TOKEN,
  json(200, { access_token: 'at-1', token_type: 'Bearer', refresh_token: 'rt-1' }),
)

/** That sign-in as a trace of five steps. */
export const SIGN_IN: readonly TraceEvent[] = recordTrace([
  { type: 'offers', actions: [{ id: 'sign-in', label: 'Sign in', place: 'page' }], milestones: [] },
  { type: 'act', action: 'sign-in' },
  { type: 'held', message: AUTHORIZE },
  { type: 'deliver', gate: 'tab-a#1' },
  { type: 'delivered', gate: 'tab-a#1' },
  { type: 'held', message: CODE },
  { type: 'deliver', gate: 'tab-a#2' },
  { type: 'delivered', gate: 'tab-a#2' },
  { type: 'held', message: TOKEN },
  { type: 'deliver', gate: 'tab-a/app#1' },
  { type: 'delivered', gate: 'tab-a/app#1' },
  { type: 'held', message: TOKENS },
  { type: 'deliver', gate: 'tab-a/app#2' },
  { type: 'delivered', gate: 'tab-a/app#2' },
])
