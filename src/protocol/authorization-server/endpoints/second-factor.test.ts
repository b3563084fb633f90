import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  authorizationUrl,
  callbackParameters,
  exchange,
  obtainTokens,
  refresh,
  signIn,
  tokensOf,
} from '../../conformance/example-server.fixture.ts'
import {
  type SecondFactorExample,
  sendPush,
  startSecondFactorExample,
  submit,
} from '../../conformance/second-factors.fixture.ts'
import { type Page, readForm } from '../../conformance/user-agent.fixture.ts'

const multiFactor = 'urn:authlane:acr:multi-factor'

async function verifyNow(example: SecondFactorExample, page: Page, fields: Record<string, string> = {}) {
  return submit(example, page, 'totp', { code: await example.code(), ...fields })
}

test.each([
  ['always', { required: 'always' as const }, {}],
  ['in a new browser', { required: 'new_device' as const }, {}],
  ['for a high-risk action', { highRiskScopes: ['notes.write'] }, { scope: 'openid notes.write' }],
  ['where the client asks for it (RFC 9470 §5)', {}, { acr_values: multiFactor }],
])('asks for a second factor %s', async (_, policy, parameters) => {
  const example = await startSecondFactorExample(policy)
  const page = await example.passPassword(parameters)
  expect(page).toMatchObject({ status: 200, html: expect.stringContaining('id="totp"') })
  expect(example.server.snapshot()).toMatchObject({
    pending_requests: [{ sign_in: 'MFA Challenge Issued' }],
    sessions: [],
  })
})

test('asks for none where nobody wants one', async () => {
  const example = await startSecondFactorExample({ highRiskScopes: ['notes.write'] })
  expect((await example.passPassword({ scope: 'openid notes.read' })).html).toContain('id="consent"')
})

test('a code gives a short session with acr, amr and auth_time (RFC 8176 §2)', async () => {
  const example = await startSecondFactorExample({ required: 'always', sessionSeconds: 120 })
  const consent = await verifyNow(example, await example.passPassword({ client_id: 'app' }))
  const { code = '' } = callbackParameters(await example.alice.submit(consent, {}, /allow/i))
  const tokens = tokensOf(await exchange(example, code))
  const expected = { acr: multiFactor, amr: ['pwd', 'otp', 'mfa'], auth_time: example.now() }
  expect(decodeJwt(tokens.access_token)).toMatchObject(expected)
  expect(decodeJwt(tokens.id_token)).toMatchObject(expected)
  expect(example.server.snapshot().sessions).toMatchObject([{ expires_at: example.now() + 120 }])
})

test('the session of a second factor expires and says so: session_expired', async () => {
  const example = await startSecondFactorExample({ required: 'always', sessionSeconds: 120 })
  await verifyNow(example, await example.passPassword())
  example.clock.elapsedSeconds += 120
  expect((await example.alice.visit(authorizationUrl(example))).html).toContain('id="sign-in"')
  expect(example.failures()).toEqual(['session_expired'])
})

test('a revoked session is refused once: session_revoked', async () => {
  const example = await startSecondFactorExample({})
  await signIn(example.alice, authorizationUrl(example))
  await example.server.revokeSessions('user-1', 'laptop stolen')
  const login = await example.alice.visit(authorizationUrl(example))
  await example.alice.submit(login, { username: 'alice', password: 'wonderland' })
  expect(example.failures()).toEqual(['session_revoked'])
})

test.each([
  ['otp_invalid', async () => '000000'],
  ['otp_expired', (example: SecondFactorExample) => example.code(-90)],
  ['otp_clock_skew', (example: SecondFactorExample) => example.code(300)],
])('refuses a code with %s and shows the page again (RFC 6238 §5.2, §6)', async (failure, code) => {
  const example = await startSecondFactorExample()
  const page = await submit(example, await example.passPassword(), 'totp', { code: await code(example) })
  expect(page).toMatchObject({ status: 400, html: expect.stringContaining(failure) })
  expect(example.failures()).toEqual([failure])
  expect(example.server.snapshot().sessions).toEqual([])
})

test.each([-30, 30])('accepts a code %i seconds off, within the leeway (RFC 6238 §5.2)', async (seconds) => {
  const example = await startSecondFactorExample()
  const code = await example.code(seconds)
  expect((await submit(example, await example.passPassword(), 'totp', { code })).html).toContain('id="consent"')
})

test('refuses a second use of a code: otp_reused (RFC 6238 §5.2)', async () => {
  const example = await startSecondFactorExample()
  await verifyNow(example, await example.passPassword())
  await verifyNow(example, await example.passPassword({ prompt: 'login' }))
  expect(example.failures()).toEqual(['otp_reused'])
})

test('of two simultaneous uses of a code one wins (RFC 6238 §5.2)', async () => {
  const example = await startSecondFactorExample()
  const first = await example.passPassword({ state: 'first' })
  const second = await example.passPassword({ state: 'second' })
  const pages = await Promise.all([verifyNow(example, first), verifyNow(example, second)])
  expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 400])
})

test('locks after too many wrong codes, right ones included, for a while: too_many_attempts (RFC 4226 §7.3)', async () => {
  const example = await startSecondFactorExample({ required: 'always', maxAttempts: 2, lockoutSeconds: 60 })
  let page = await example.passPassword()
  for (const code of ['000000', '000000']) page = await submit(example, page, 'totp', { code })
  page = await verifyNow(example, page)
  expect(example.failures().at(-1)).toBe('too_many_attempts')
  example.clock.elapsedSeconds += 60
  expect((await verifyNow(example, page)).html).toContain('id="consent"')
})

test('a recovery code works once (policy)', async () => {
  const example = await startSecondFactorExample()
  const code = 'blue-fox-7'
  const passed = await submit(example, await example.passPassword(), 'recovery_code', { code })
  expect(passed.html).toContain('id="consent"')
  await submit(example, await example.passPassword({ prompt: 'login' }), 'recovery_code', { code })
  expect(example.failures()).toEqual(['otp_reused'])
})

test('a push prompt passes when the number of the page is picked: amr swk (RFC 8176 §2)', async () => {
  const example = await startSecondFactorExample()
  const { page, shown } = await sendPush(example)
  expect(example.notifications).toMatchObject([{ username: 'alice', numbers: expect.arrayContaining([shown]) }])
  expect((await example.answer({ decision: 'approve', number: shown })).status).toBe(200)
  expect((await submit(example, page, 'push')).html).toContain('id="consent"')
  expect(example.server.snapshot().sessions).toMatchObject([{ amr: ['pwd', 'swk', 'mfa'] }])
})

test('a prompt that waits is neither good nor bad', async () => {
  const example = await startSecondFactorExample()
  const { page } = await sendPush(example)
  expect(await submit(example, page, 'push')).toMatchObject({ status: 200, html: expect.stringContaining('id="push"') })
  expect(example.failures()).toEqual([])
})

test.each([
  ['push_denied', { decision: 'deny' }],
  ['push_number_mismatch', { decision: 'approve', number: 1 }],
])('refuses a prompt with %s', async (failure, answer) => {
  const example = await startSecondFactorExample()
  const { page } = await sendPush(example)
  await example.answer(answer)
  expect((await submit(example, page, 'push')).html).toContain(failure)
  expect(example.failures()).toEqual([failure])
})

test('refuses a prompt that nobody answered in time: push_timeout', async () => {
  const example = await startSecondFactorExample()
  const { page, shown } = await sendPush(example)
  example.clock.elapsedSeconds += 60
  expect((await example.answer({ decision: 'approve', number: shown })).status).toBe(400)
  await submit(example, page, 'push')
  expect(example.failures()).toEqual(['push_prompt', 'push_timeout'])
})

test.each([
  ['for another server', { aud: 'https://other.example' }],
  ['that has expired', { exp: 1 }],
  ['to an unknown prompt', { push_id: 'push-99' }],
])('refuses an answer of the phone %s (RFC 7519 §4.1)', async (_, claims) => {
  const example = await startSecondFactorExample()
  const { shown } = await sendPush(example)
  expect((await example.answer({ decision: 'approve', number: shown, ...claims })).status).toBe(400)
  expect(example.server.snapshot().push_prompts).toMatchObject([{ status: 'pending' }])
})

test('gives no second try at the number', async () => {
  const example = await startSecondFactorExample()
  const { shown } = await sendPush(example)
  await example.answer({ decision: 'approve', number: 1 })
  expect((await example.answer({ decision: 'approve', number: shown })).status).toBe(400)
})

/** What became of the challenges and one-time values of an example, as “ARTIFACT CHANGE”. */
function lives({ notes }: SecondFactorExample): string[] {
  const once = ['second_factor_challenge', 'one_time_code', 'push_prompt']
  return notes.flatMap((note) =>
    note.type === 'lifecycle' && once.includes(note.artifact) ? [`${note.artifact} ${note.change}`] : [],
  )
}

test('notes the life of a challenge and of a code, which is taken a step early and late and once (RFC 6238 §5.2)', async () => {
  const example = await startSecondFactorExample()
  await verifyNow(example, await example.passPassword())
  await verifyNow(example, await example.passPassword({ prompt: 'login' }))
  expect(lives(example)).toEqual([
    'second_factor_challenge issued',
    'one_time_code issued',
    'one_time_code used',
    'second_factor_challenge used',
    'second_factor_challenge issued',
    'one_time_code replayed',
  ])
  const stepBegan = Math.floor(example.now() / 30) * 30
  const window = { not_before: stepBegan - 30, expires_at: stepBegan + 60 }
  expect(example.notes).toContainEqual(
    expect.objectContaining({ artifact: 'one_time_code', change: 'issued', ...window }),
  )
})

test('notes how a push prompt ends: used, or for what reason not', async () => {
  const approved = await startSecondFactorExample()
  const { page, shown } = await sendPush(approved)
  await approved.answer({ decision: 'approve', number: shown })
  await submit(approved, page, 'push')
  expect(lives(approved).filter((life) => life.startsWith('push'))).toEqual(['push_prompt issued', 'push_prompt used'])

  const denied = await startSecondFactorExample()
  await sendPush(denied)
  await denied.answer({ decision: 'deny' })
  const ended = { artifact: 'push_prompt', change: 'ended', reason: 'denied on the phone' }
  expect(denied.notes).toContainEqual(expect.objectContaining(ended))
})

test('a trusted browser is asked once, until the trust is over: device_not_trusted', async () => {
  const example = await startSecondFactorExample({ required: 'new_device', trustedDeviceSeconds: 1000 })
  await verifyNow(example, await example.passPassword(), { trust_device: 'yes' })
  const again = await example.passPassword({ prompt: 'login' })
  expect(again.html).toContain('id="consent"')
  expect(example.server.snapshot().sessions).toMatchObject([{ acr: 'urn:authlane:acr:single-factor' }])
  example.clock.elapsedSeconds += 1000
  expect((await example.passPassword({ prompt: 'login' })).html).toContain('id="totp"')
  expect(example.failures()).toEqual(['device_not_trusted'])
})

test('a session steps up with the second factor alone (RFC 9470 §5)', async () => {
  const example = await startSecondFactorExample({})
  await signIn(example.alice, authorizationUrl(example))
  const [before] = example.server.snapshot().sessions
  example.clock.elapsedSeconds += 100
  const page = await example.alice.visit(authorizationUrl(example, { acr_values: multiFactor }))
  expect(page.html).toContain('id="totp"')
  expect(callbackParameters(await verifyNow(example, page))).toMatchObject({ code: expect.any(String) })
  const stronger = { sid: before?.sid, acr: multiFactor, amr: ['pwd', 'otp', 'mfa'], auth_time: example.now() }
  expect(example.server.snapshot().sessions).toMatchObject([stronger])
})

test('nobody consents past the second factor', async () => {
  const example = await startSecondFactorExample({})
  await signIn(example.alice, authorizationUrl(example))
  const url = authorizationUrl(example, { acr_values: multiFactor, prompt: 'consent' })
  const { fields } = readForm(await example.alice.visit(url))
  const skipped = await example.alice.visit(`https://as.example/consent?transaction=${fields.transaction}`)
  expect(skipped.html).not.toContain('id="consent"')
})

test('a session that is too old signs in with both factors (RFC 9470 §5)', async () => {
  const example = await startSecondFactorExample({})
  await signIn(example.alice, authorizationUrl(example))
  example.clock.elapsedSeconds += 100
  const url = authorizationUrl(example, { acr_values: multiFactor, max_age: '60' })
  expect((await example.alice.visit(url)).html).toContain('id="sign-in"')
})

test('a stronger session than asked for is enough (OpenID Connect Core §3.1.2.1)', async () => {
  const example = await startSecondFactorExample()
  const consent = await verifyNow(example, await example.passPassword())
  await example.alice.submit(consent, {}, /allow/i)
  const url = authorizationUrl(example, { acr_values: 'urn:authlane:acr:single-factor', prompt: 'none' })
  expect(callbackParameters(await example.alice.visit(url))).toMatchObject({ code: expect.any(String) })
})

test.each([
  ['unmet_authentication_requirements', {}, { acr_values: multiFactor }],
  ['access_denied', { required: 'always' as const }, {}],
])('answers %s for a person without a second factor: factor_not_enrolled', async (error, policy, parameters) => {
  const example = await startSecondFactorExample(policy, 'none')
  expect(callbackParameters(await example.passPassword(parameters))).toMatchObject({ error })
  expect(example.failures()).toEqual(['factor_not_enrolled'])
})

test('prompt=none is answered with interaction_required where a second factor is due (OpenID Connect Core §3.1.2.6)', async () => {
  const example = await startSecondFactorExample({})
  await signIn(example.alice, authorizationUrl(example))
  const url = authorizationUrl(example, { acr_values: multiFactor, prompt: 'none' })
  expect(callbackParameters(await example.alice.visit(url))).toMatchObject({ error: 'interaction_required' })
})

test('refuses a refresh after a sign-in that is too old, without using up the token (policy)', async () => {
  const example = await startSecondFactorExample({ maxAgeAtRefreshSeconds: 100 })
  const tokens = await obtainTokens(example)
  example.clock.elapsedSeconds += 101
  expect((await refresh(example, tokens.refresh_token)).status).toBe(400)
  expect(example.failures()).toEqual(['authentication_age'])
  expect(example.server.snapshot().grants).toMatchObject([{ refresh_tokens: [{ status: 'active' }] }])
})
