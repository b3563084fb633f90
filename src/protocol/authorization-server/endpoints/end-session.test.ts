import { beforeEach, expect, test } from 'vitest'
import {
  authorizationUrl,
  callbackParameters,
  type Example,
  isActive,
  post,
  REDIRECT_URI,
  signIn,
  startExample,
  type Tokens,
  tokensOf,
  VERIFIER,
} from '../../conformance/example-server.fixture.ts'
import { createUserAgent } from '../../conformance/user-agent.fixture.ts'

const bye = 'https://app.example/bye'
let example: Example
let tokens: Tokens

beforeEach(async () => {
  example = await startExample()
  tokens = await signInTo(example, 'openid offline_access')
})

/** Signs in to the single-page app, which has registered where to go after signing out. */
async function signInTo(on: Example, scope: string): Promise<Tokens> {
  const { code = '' } = callbackParameters(await signIn(on.alice, authorizationUrl(on, { scope })))
  const bound = { client_id: 'spa', redirect_uri: REDIRECT_URI, code_verifier: VERIFIER }
  const form = { grant_type: 'authorization_code', code, ...bound }
  return tokensOf(await post(on.server.handle, on.metadata.token_endpoint, form))
}

function endSession(parameters: Record<string, string>, browser = example.alice) {
  return browser.visit(`${example.metadata.end_session_endpoint}?${new URLSearchParams(parameters)}`)
}

const sessionStates = () => example.server.snapshot().sessions.map((session) => session.state)

test('with the id_token signs out at once and redirects with state, the token expired or not (OpenID Connect RP-Initiated Logout §2)', async () => {
  example.clock.elapsedSeconds += 1000
  const page = await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye, state: 's 1' })
  expect(page.url).toBe(`${bye}?state=s+1`)
  expect(sessionStates()).toEqual(['Unauthenticated'])
  expect(example.alice.cookies().has('__Host-authlane-session')).toBe(false)
})

test.each([
  ['another URI', { post_logout_redirect_uri: `${bye}/` }],
  ['a URI of nobody', { post_logout_redirect_uri: 'https://evil.example/' }],
])('shows a page and redirects nobody for %s (OpenID Connect RP-Initiated Logout §3)', async (_, parameters) => {
  const page = await endSession({ id_token_hint: tokens.id_token, ...parameters })
  expect(page).toMatchObject({ status: 400, html: expect.stringContaining('You are signed out') })
})

test('redirects nobody when no client is named (OpenID Connect RP-Initiated Logout §3)', async () => {
  const stranger = createUserAgent(example.server.issuer, example.server.handle)
  expect(await endSession({ post_logout_redirect_uri: bye }, stranger)).toMatchObject({ status: 400 })
})

test('asks when no id_token says who is meant, and signs out on approval (OpenID Connect RP-Initiated Logout §2)', async () => {
  const page = await endSession({ client_id: 'spa', post_logout_redirect_uri: bye })
  expect(page.html).toContain('id="end-session"')
  expect(sessionStates()).toEqual(['Session Established'])
  expect((await example.alice.submit(page, {}, /^sign out/i)).url).toBe(bye)
  expect(sessionStates()).toEqual(['Unauthenticated'])
})

test('asks when the id_token is of an earlier session of the same person (OpenID Connect RP-Initiated Logout §2)', async () => {
  await endSession({ id_token_hint: tokens.id_token })
  await signInTo(example, 'openid')
  const page = await endSession({ id_token_hint: tokens.id_token, post_logout_redirect_uri: bye })
  expect(page.html).toContain('id="end-session"')
  expect(sessionStates()).toEqual(['Unauthenticated', 'Session Established'])
})

test('keeps the session of who decides to stay, and asks each question once', async () => {
  const page = await endSession({})
  expect((await example.alice.submit(page, {}, /stay/i)).html).toContain('still signed in')
  expect(await example.alice.submit(page, {}, /^sign out/i)).toMatchObject({ status: 400 })
  expect(sessionStates()).toEqual(['Session Established'])
})

test('refuses the form from another browser (OpenID Connect RP-Initiated Logout §2)', async () => {
  const page = await endSession({})
  const other = createUserAgent(example.server.issuer, example.server.handle)
  expect(await other.submit(page, {}, /^sign out/i)).toMatchObject({ status: 400 })
  expect(sessionStates()).toEqual(['Session Established'])
})

test.each([
  ['an access token', () => tokens.access_token],
  ['a forged signature', () => tokens.id_token.replace(/.{4}$/, 'AAAA')],
  ['no token', () => 'x'],
])('refuses %s as a hint with a page and signs nobody out (OpenID Connect RP-Initiated Logout §2)', async (_, hint) => {
  expect(await endSession({ id_token_hint: hint() })).toMatchObject({ status: 400 })
  expect(sessionStates()).toEqual(['Session Established'])
})

test('refuses a client_id that the hint contradicts (OpenID Connect RP-Initiated Logout §2)', async () => {
  const page = await endSession({ id_token_hint: tokens.id_token, client_id: 'app' })
  expect(page).toMatchObject({ status: 400, html: expect.stringContaining('id_token_hint') })
})

test('leaves offline access alone and revokes what was granted without it (OpenID Connect Back-Channel Logout §2.7)', async () => {
  const online = await signInTo(example, 'openid')
  await endSession({ id_token_hint: tokens.id_token })
  expect(await isActive(example, tokens.access_token)).toBe(true)
  expect(await isActive(example, online.access_token)).toBe(false)
})
