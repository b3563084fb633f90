import { beforeEach, expect, test } from 'vitest'
import {
  authorizationUrl,
  callbackParameters,
  type Example,
  exchange,
  signIn,
  startExample,
  tokensOf,
} from '../../conformance/example-server.fixture.ts'
import { createUserAgent } from '../../conformance/user-agent.fixture.ts'
import type { Note } from '../../environment.ts'

const credentials = { username: 'alice', password: 'wonderland' }
let example: Example
let notes: Note[]

beforeEach(async () => {
  notes = []
  example = await startExample({}, { note: (note) => notes.push(note) })
})

test('shows the page again with 400 after a wrong password and notes invalid_credentials (policy)', async () => {
  const page = await example.alice.visit(authorizationUrl(example))
  const again = await example.alice.submit(page, { ...credentials, password: 'wrong' })
  expect(again.status).toBe(400)
  expect(again.html).toContain('role="alert"')
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'invalid_credentials', passed: false }))
  expect((await example.alice.submit(again, credentials)).html).toContain('id="consent"')
})

test('says the same of an unknown name and of a wrong password (policy)', async () => {
  const page = await example.alice.visit(authorizationUrl(example))
  const wrongPassword = await example.alice.submit(page, { ...credentials, password: 'wrong' })
  const unknownName = await example.alice.submit(page, { ...credentials, username: 'alicia' })
  expect(unknownName.html.replace('alicia', 'alice')).toBe(wrongPassword.html)
})

test('refuses a form from another browser (RFC 6749 §10.12)', async () => {
  const page = await example.alice.visit(authorizationUrl(example))
  const other = createUserAgent(example.server.issuer, example.server.handle)
  const refused = await other.submit(page, credentials)
  expect(refused).toMatchObject({ status: 400, html: expect.stringContaining('another browser') })
  expect(example.server.snapshot().sessions).toEqual([])
})

test('refuses a sign-in page that is older than the policy allows (policy)', async () => {
  const page = await example.alice.visit(authorizationUrl(example))
  example.clock.elapsedSeconds += 600
  const refused = await example.alice.submit(page, credentials)
  expect(refused).toMatchObject({ status: 400, html: expect.stringContaining('expired') })
})

test('keeps two tabs of one browser apart and lets both sign in', async () => {
  const first = await example.alice.visit(authorizationUrl(example, { state: 'first' }))
  const second = await example.alice.visit(authorizationUrl(example, { state: 'second' }))
  const consent = await example.alice.submit(first, credentials)
  expect(callbackParameters(await example.alice.submit(consent, {}, /allow/i))).toMatchObject({ state: 'first' })
  expect(callbackParameters(await example.alice.submit(second, credentials))).toMatchObject({ state: 'second' })
})

test('gives the session a new cookie at each sign-in and keeps its sid (session fixation)', async () => {
  await signIn(example.alice, authorizationUrl(example))
  const before = new Map(example.alice.cookies())
  const [session] = example.server.snapshot().sessions
  await signIn(example.alice, authorizationUrl(example, { prompt: 'login' }))
  expect(example.alice.cookies().get('__Host-authlane-session')).not.toBe(before.get('__Host-authlane-session'))
  expect(example.server.snapshot().sessions).toMatchObject([{ sid: session?.sid }])
})

test('ends the session of whoever was signed in when another person signs in', async () => {
  const users = ['alice', 'bob'].map((username) => ({ username, password: 'wonderland', sub: username }))
  const shared = await startExample({ users })
  await signIn(shared.alice, authorizationUrl(shared))
  const page = await shared.alice.visit(authorizationUrl(shared, { prompt: 'login' }))
  await shared.alice.submit(page, { username: 'bob', password: 'wonderland' })
  expect(shared.server.snapshot().sessions).toMatchObject([
    { sub: 'alice', state: 'Unauthenticated', reason: 'another person signed in' },
    { sub: 'bob', state: 'Session Established' },
  ])
})

test('asks to sign in again once the session is over (policy)', async () => {
  await signIn(example.alice, authorizationUrl(example))
  example.clock.elapsedSeconds += 28_800
  expect((await example.alice.visit(authorizationUrl(example))).html).toContain('id="sign-in"')
  expect(example.server.snapshot().sessions).toMatchObject([{ state: 'Session Expired', reason: 'lifetime over' }])
})

test('answers login_required when somebody else signs in than the hint names (OpenID Connect Core §3.1.2.1)', async () => {
  const users = ['alice', 'bob'].map((username) => ({ username, password: 'wonderland', sub: username }))
  const shared = await startExample({ users })
  const { code = '' } = callbackParameters(await signIn(shared.alice, authorizationUrl(shared, { client_id: 'app' })))
  const { id_token } = tokensOf(await exchange(shared, code))
  const bob = createUserAgent(shared.server.issuer, shared.server.handle)
  const login = await bob.visit(authorizationUrl(shared, { id_token_hint: id_token }))
  const answer = callbackParameters(await bob.submit(login, { username: 'bob', password: 'wonderland' }))
  expect(answer).toMatchObject({ error: 'login_required', state: 'state-1' })
})

test('after a hundred wrong passwords the right one is refused too, with the same words, for a while (policy)', async () => {
  const page = await example.alice.visit(authorizationUrl(example))
  let wrong = page
  for (let tries = 0; tries < 100; tries++) {
    wrong = await example.alice.submit(page, { ...credentials, password: 'wrong' })
  }
  expect((await example.alice.submit(page, credentials)).html).toBe(wrong.html)
  expect(notes.at(-2)).toMatchObject({ rule: 'invalid_credentials', message: expect.stringContaining('locked') })
  example.clock.elapsedSeconds += 300
  expect((await example.alice.submit(page, credentials)).html).toContain('id="consent"')
})

test('forgets sign-ins that are over once there are a thousand, and no browser that still signs in (policy)', async () => {
  const other = createUserAgent(example.server.issuer, example.server.handle)
  for (let count = 0; count < 999; count++) await other.visit(authorizationUrl(example))
  example.clock.elapsedSeconds += 600
  const page = await example.alice.visit(authorizationUrl(example))
  const again = await example.alice.visit(authorizationUrl(example))
  expect(example.server.snapshot().pending_requests).toHaveLength(2)
  expect((await example.alice.submit(page, credentials)).html).toContain('id="consent"')
  expect((await example.alice.submit(again, credentials)).status).toBe(200)
})
