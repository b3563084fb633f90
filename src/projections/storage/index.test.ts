import { expect, test } from 'vitest'
import type { Json } from '../../lib/json.ts'
import type { Actor, Note } from '../../simulation/types.ts'
import { NOON_MS, type Recorded, recordTrace } from '../example-trace.fixture.ts'
import { storageAt, storedAt } from './index.ts'

const ACTORS: readonly Actor[] = [
  { id: 'browser', title: 'Browser', kind: 'browser' },
  { id: 'app', title: 'App', kind: 'app' },
  { id: 'backend', title: 'Backend', kind: 'server' },
  { id: 'thief', title: 'Thief', kind: 'attacker' },
]
const TOKEN = 'a-refresh-token-of-the-run'

function state(actor: string, told: Json): Recorded {
  return { type: 'state', actor, state: told }
}

function issued(artifact: string, id: string): Recorded {
  const note: Note = { type: 'lifecycle', artifact, id, change: 'issued', expires_at: NOON_MS / 1000 + 60 }
  return { type: 'note', actor: 'auth', note }
}

/** What one actor holds, as “PLACE, EXPOSURE: NAMES”. */
function held(trace: ReturnType<typeof recordTrace>, step: number, actor: string): string[] {
  const places = storageAt(trace, step, ACTORS).find((one) => one.actor === actor)?.places ?? []
  return places.map(
    ({ title, exposure, items }) => `${title}, ${exposure}: ${items.map(({ name }) => name).join(', ')}`,
  )
}

test('who can read a cookie is told by HttpOnly (RFC 6265bis §5.6.6)', () => {
  const cookie = { domain: 'app.example', hostOnly: true, path: '/', expires: null, secure: true, sameSite: 'Lax' }
  const cookies = [
    { ...cookie, name: '__Host-session', value: 'the-key-of-a-session', httpOnly: true },
    { ...cookie, name: 'theme', value: 'dark', httpOnly: false },
  ]
  const trace = recordTrace([state('browser', { cookies, sessionStorage: {}, localStorage: {} })])
  expect(held(trace, 0, 'browser')).toEqual([
    'Cookies of app.example, HttpOnly, browser: app session',
    'Cookies of app.example, not HttpOnly, scripts: cookie',
  ])
})

test('a session at the host of the authorization server is another one than an app’s', () => {
  const trace = recordTrace([
    state('auth', { issuer: 'https://auth.example', grants: [] }),
    state('browser', { cookies: [{ name: '__Host-session', value: 'x', domain: 'auth.example', httpOnly: true }] }),
  ])
  expect(held(trace, 0, 'browser')).toEqual(['Cookies of auth.example, HttpOnly, browser: session'])
})

test('reads web storage through its JSON texts', () => {
  const area = { 'https://app.example': { tokens: JSON.stringify({ refresh_token: TOKEN }) } }
  const trace = recordTrace([state('browser', { cookies: [], localStorage: area })])
  expect(held(trace, 0, 'browser')).toEqual(['localStorage of https://app.example, scripts: refresh token'])
})

test('no script of the page reads what a worker of it keeps', () => {
  const trace = recordTrace([state('app', { worker: { refresh_token: TOKEN } })])
  expect(held(trace, 0, 'app')).toEqual(['Memory of a worker, browser: refresh token'])
})

test('knows since when, who else has it, and that what a thief has is taken', () => {
  const trace = recordTrace([
    issued('refresh_token', 'refresh-1'),
    state('app', { memory: { refresh_token: TOKEN } }),
    { type: 'act', action: 'steal' },
    state('thief', { process: { found: TOKEN } }),
    { type: 'act', action: 'reload' },
    state('app', { memory: {} }),
  ])
  expect(held(trace, 1, 'thief')).toEqual(['Loot, attacker: refresh token 1'])
  const [item] = storageAt(trace, 1, ACTORS)[1]?.places[0]?.items ?? []
  expect(item).toMatchObject({ name: 'refresh token 1', since: 0, alsoHeldBy: ['thief'] })
  expect(storedAt(trace, 1, ACTORS)).toMatchObject([
    { actor: 'thief', places: [{ items: [{ name: 'refresh token 1' }] }] },
  ])
  expect(held(trace, 2, 'app')).toEqual([])
})

test('finds a known secret within the lines of a log, and counts them', () => {
  const trace = recordTrace([
    state('app', { memory: { access_token: 'an-access-token-in-use' } }),
    state('backend', { access_log: [1, 2].map((line) => `${line} GET /photos?access_token=an-access-token-in-use`) }),
  ])
  const [place] = storageAt(trace, 0, ACTORS)[2]?.places ?? []
  expect(place).toMatchObject({ title: 'Access log', exposure: 'onlookers' })
  expect(place?.items).toMatchObject([{ artifact: 'access_token', detail: '2 times', alsoHeldBy: ['app'] }])
})

test('a masked secret is none', () => {
  const trace = recordTrace([state('backend', { process: { configuration: { client_secret: '••••••' } } })])
  expect(held(trace, 0, 'backend')).toEqual([])
})
