import { expect, test } from 'vitest'
import type { Note } from '../../simulation/types.ts'
import { NOON_MS, type Recorded, recordTrace } from '../example-trace.fixture.ts'
import { lifetimesAt } from './index.ts'
import { describeLifetime, describeState } from './words.ts'

const NOON = NOON_MS / 1000

function note(artifact: string, change: string, more: object = {}): Recorded {
  return { type: 'note', actor: 'as', note: { type: 'lifecycle', artifact, id: 'one', change, ...more } as Note }
}

/** A code that is used, and a token that is revoked a minute later. */
const TRACE = recordTrace([
  { type: 'act', action: 'sign-in' },
  note('authorization_code', 'issued', { expires_at: NOON + 60 }),
  { type: 'act', action: 'exchange' },
  note('authorization_code', 'used'),
  note('access_token', 'issued', { expires_at: NOON + 300 }),
  { type: 'advance', seconds: 60 },
  { type: 'clock', seconds: 60 },
  { type: 'act', action: 'sign-out' },
  note('access_token', 'revoked', { reason: 'signed out' }),
  { type: 'advance', seconds: 300 },
  { type: 'clock', seconds: 300 },
])

function stateOf(trace: typeof TRACE, step: number): string[] {
  return lifetimesAt(trace, step).items.map(({ name, state }) => `${name} ${state}`)
}

test('nothing lives before it is issued, and each step knows what had happened by then', () => {
  expect(stateOf(TRACE, 0)).toEqual([])
  expect(stateOf(TRACE, 1)).toEqual(['authorization code 1 live'])
  expect(stateOf(TRACE, 2)).toEqual(['authorization code 1 used', 'access token 1 live'])
  expect(stateOf(TRACE, 4)).toEqual(['authorization code 1 used', 'access token 1 revoked'])
})

test('a revocation ends a token before its expiry', () => {
  const token = lifetimesAt(TRACE, 5).items[1]
  expect(token).toMatchObject({ issuedAt: NOON_MS, expiresAt: NOON_MS + 300_000, endedAt: NOON_MS + 60_000 })
})

test('what nobody ended expires when its time is over, not before', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    note('session', 'issued', { expires_at: NOON + 60 }),
    { type: 'advance', seconds: 59 },
    { type: 'clock', seconds: 59 },
    { type: 'advance', seconds: 1 },
    { type: 'clock', seconds: 1 },
  ])
  expect(stateOf(trace, 2)).toEqual(['session 1 live'])
  expect(stateOf(trace, 3)).toEqual(['session 1 expired'])
  expect(lifetimesAt(trace, 3).items[0]?.endedAt).toBe(NOON_MS + 60_000)
})

test('a session that is rotated goes on with its new expiry; a refresh token that is rotated is over', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    note('session', 'issued', { expires_at: NOON + 60 }),
    note('refresh_token', 'issued', { expires_at: NOON + 60 }),
    { type: 'act', action: 'step-up' },
    note('session', 'rotated', { expires_at: NOON + 900 }),
    note('refresh_token', 'rotated'),
  ])
  const [session, token] = lifetimesAt(trace, 2).items
  expect(session).toMatchObject({ state: 'live', expiresAt: NOON_MS + 900_000 })
  expect(token).toMatchObject({ state: 'rotated', endedAt: NOON_MS })
})

test('a second use of a code shows as a replay (RFC 6749 §4.1.2)', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    note('authorization_code', 'issued', { expires_at: NOON + 60 }),
    note('authorization_code', 'used'),
    note('authorization_code', 'replayed'),
  ])
  expect(stateOf(trace, 1)).toEqual(['authorization code 1 replayed'])
})

test('a one-time code was taken before its issuer heard of it, and once (RFC 6238 §5.2)', () => {
  const trace = recordTrace([
    { type: 'act', action: 'type' },
    note('one_time_code', 'issued', { not_before: NOON - 30, expires_at: NOON + 60 }),
    note('one_time_code', 'used'),
  ])
  const { items, now } = lifetimesAt(trace, 1)
  expect(items).toMatchObject([{ notBefore: NOON_MS - 30_000, state: 'used', endedAt: NOON_MS }])
  expect(items.map((item) => describeLifetime(item, now))).toEqual([
    'one time code 1: issued 12:00:00, not before 11:59:30, expires 12:01:00, used 12:00:00',
  ])
})

test('what is not valid yet says from when (RFC 7519 §4.1.5)', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    note('access_token', 'issued', { not_before: NOON + 30, expires_at: NOON + 300 }),
  ])
  const { items, now } = lifetimesAt(trace, 1)
  expect(items.map((item) => describeState(item, now))).toEqual(['not before 12:00:30'])
})

test('says all of a life in one sentence, and how it stands in a few words', () => {
  const [code, token] = lifetimesAt(TRACE, 4).items
  const now = NOON_MS + 60_000
  if (code === undefined || token === undefined) throw new Error('The example issues two.')
  expect(describeLifetime(token, now)).toBe(
    'access token 1: issued 12:00:00, expires 12:05:00, revoked 12:01:00 (signed out)',
  )
  expect(describeLifetime(code, now)).toBe('authorization code 1: issued 12:00:00, expired 12:01:00, used 12:00:00')
  expect(describeState(token, now)).toBe('revoked 12:01:00: signed out')
  expect(describeState({ ...code, state: 'live', expiresAt: NOON_MS + 150_000 }, now)).toBe('live, 90 s left')
})

test('a time of another day has its date', () => {
  const trace = recordTrace([
    { type: 'act', action: 'sign-in' },
    note('consent', 'issued', { expires_at: NOON + 86_400 }),
  ])
  const { items, now } = lifetimesAt(trace, 1)
  expect(items.map((item) => describeLifetime(item, now))).toEqual([
    'consent 1: issued 12:00:00, expires 2026-11-03 12:00:00',
  ])
})
