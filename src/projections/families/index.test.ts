import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import type { Note } from '../../simulation/types.ts'
import { ACTORS, answer, NOON_MS, type Recorded, recordTrace, request } from '../example-trace.fixture.ts'
import { familiesAt } from './index.ts'

type Lifecycle = Omit<Extract<Note, { type: 'lifecycle' }>, 'type' | 'artifact'>

function noted(exchange: string | undefined, note: Lifecycle, artifact = 'refresh_token'): Recorded {
  const lifecycle: Note = { type: 'lifecycle', artifact, expires_at: NOON_MS / 1000 + 900, ...note }
  return { type: 'note', actor: 'as', note: lifecycle, ...(exchange !== undefined && { exchange }) }
}

function refresh(task: string, from: string, token: string) {
  return request(
    `${task}#1`,
    from,
    'as',
    'POST https://auth.example/token',
    `grant_type=refresh_token&refresh_token=${token}`,
  )
}

const THIEF = refresh('thief', 'thief', 'first-token-of-the-family')
const APP = refresh('app', 'app', 'first-token-of-the-family')
const TOKENS = answer('thief#2', THIEF, json(200, { refresh_token: 'second-token-of-the-family' }))

/** A thief refreshes first; the app presents the same token, which ends the family. */
const TRACE = recordTrace([
  noted(undefined, { id: 'refresh-1', change: 'issued', parent: 'code-1' }),
  noted(undefined, { id: 'one', change: 'issued', parent: 'code-1' }, 'access_token'),
  { type: 'state', actor: 'app', state: { memory: { refresh_token: 'first-token-of-the-family' } } },
  { type: 'held', message: THIEF },
  { type: 'deliver', gate: 'thief#1' },
  { type: 'delivered', gate: 'thief#1' },
  noted('thief#1', { id: 'refresh-1', change: 'rotated' }),
  noted('thief#1', { id: 'refresh-2', change: 'issued', parent: 'refresh-1' }),
  { type: 'held', message: TOKENS },
  { type: 'held', message: APP },
  { type: 'deliver', gate: 'app#1' },
  { type: 'delivered', gate: 'app#1' },
  noted('app#1', { id: 'refresh-1', change: 'replayed' }),
  noted('app#1', { id: 'refresh-2', change: 'revoked', reason: 'refresh token replayed' }),
])

test('a generation knows who holds it, who presented it, and the one that replaced it', () => {
  const [family] = familiesAt(TRACE, 1, ACTORS)
  expect(family?.first).toMatchObject({
    number: 1,
    token: { name: 'refresh token 1', state: 'rotated' },
    issuedTo: undefined,
    heldBy: ['app'],
    presentations: [{ by: 'thief', step: 1, outcome: 'rotated' }],
    accessTokens: [{ name: 'access token 1' }],
    next: [{ number: 2, token: { state: 'live' }, issuedTo: 'thief', heldBy: [], revocation: undefined }],
  })
})

test('a family that ends by a replay says who replayed what (RFC 9700 §4.14.2)', () => {
  const [family] = familiesAt(TRACE, 2, ACTORS)
  expect(family?.first.presentations.at(-1)).toEqual({ by: 'app', step: 2, outcome: 'replayed' })
  expect(family?.first.next[0]?.revocation).toEqual({
    step: 2,
    time: NOON_MS,
    reason: 'refresh token replayed',
    by: { type: 'detection', actor: 'app', replayed: 'refresh token 1' },
  })
})

test('what no message brought about was the server’s own doing', () => {
  const trace = recordTrace([
    noted(undefined, { id: 'refresh-1', change: 'issued' }),
    { type: 'act', action: 'revoke' },
    noted(undefined, { id: 'refresh-1', change: 'revoked', reason: 'the account was closed' }),
  ])
  const revocation = familiesAt(trace, 1, ACTORS)[0]?.first.revocation
  expect(revocation).toMatchObject({ by: { type: 'server', actor: 'as' }, reason: 'the account was closed' })
})

test('an old generation that is answered within the reuse window is no replay', () => {
  const trace = recordTrace([
    ...[noted(undefined, { id: 'refresh-1', change: 'issued' }), { type: 'held', message: THIEF } as const],
    { type: 'deliver', gate: 'thief#1' },
    { type: 'delivered', gate: 'thief#1' },
    noted('thief#1', { id: 'refresh-1', change: 'rotated' }),
    { type: 'held', message: APP },
    { type: 'deliver', gate: 'app#1' },
    { type: 'delivered', gate: 'app#1' },
    noted('app#1', { id: 'refresh-1', change: 'used' }),
  ])
  expect(familiesAt(trace, 2, ACTORS)[0]?.first.presentations).toEqual([
    { by: 'thief', step: 1, outcome: 'rotated' },
    { by: 'app', step: 2, outcome: 'reused' },
  ])
})
