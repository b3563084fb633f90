import { expect, test } from 'vitest'
import { countMessages, shows } from '../goals.ts'
import { findOutcome } from '../played.fixture.ts'
import { playScript } from '../run.ts'

const { scenario, outcome } = findOutcome('lost-response', 'lock-kept')

const act = (action: string) => ({ type: 'act', action }) as const
const play = { type: 'play' } as const
const expired = { type: 'advance', to: 'access_token' } as const
const REFRESH = { direction: 'request', parameters: { grant_type: 'refresh_token' } } as const

/** The app has sent its refresh, and is suspended with the lock. */
const suspended = [expired, act('load-photos'), act('home')] as const

test('a suspended process does nothing, for however long, and goes on where it stood', async () => {
  const later = [...suspended, play, { type: 'advance', seconds: 7200 }] as const
  const { trace: asleep } = await playScript(scenario, outcome.settings ?? {}, later)
  expect(countMessages(asleep, { direction: 'request' })).toBe(1)
  expect(shows(asleep, 'app', 'on their way')).toBe(true)
  const { trace } = await playScript(scenario, outcome.settings ?? {}, [...suspended, play, act('open'), play])
  expect(shows(trace, 'app', 'have come')).toBe(true)
})

test('a process that was ended with a lock that it kept takes it again when it starts anew', async () => {
  const reload = { type: 'browse', window: 'app', command: 'reload' } as const
  const script = [...suspended, { type: 'drop', message: REFRESH }, reload, play, act('load-photos'), play] as const
  const { trace, cutShort } = await playScript(scenario, outcome.settings ?? {}, script)
  expect(cutShort).toBeUndefined()
  expect(countMessages(trace, REFRESH)).toBe(2)
  expect(shows(trace, 'app', 'have come')).toBe(true)
})

test('a lease is renewed all day without using up the run, while the other process waits', async () => {
  const script = [expired, act('load-photos'), act('notify'), { type: 'advance', to: 'refresh_token' }] as const
  const { trace, cutShort } = await playScript(scenario, { ...outcome.settings, lock: 'lease' }, script)
  expect(cutShort).toBeUndefined()
  expect(countMessages(trace, REFRESH)).toBe(1)
})
