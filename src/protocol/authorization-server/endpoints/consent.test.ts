import { beforeEach, expect, test } from 'vitest'
import {
  authorizationUrl,
  callbackParameters,
  type Example,
  signIn,
  startExample,
} from '../../conformance/example-server.fixture.ts'
import type { Page } from '../../conformance/user-agent.fixture.ts'

const credentials = { username: 'alice', password: 'wonderland' }
let example: Example

beforeEach(async () => {
  example = await startExample()
})

/** Signs in as far as the consent page. */
async function openConsent(on: Example, parameters: Record<string, string> = {}): Promise<Page> {
  return on.alice.submit(await on.alice.visit(authorizationUrl(on, parameters)), credentials)
}

test('names the client, the person and each scope (RFC 6749 §3.3)', async () => {
  const page = await openConsent(example)
  for (const text of ['spa', 'alice', 'openid', 'profile', 'offline_access', 'notes.read']) {
    expect(page.html).toContain(text)
  }
})

test('approve leads back with code, state and iss (RFC 6749 §4.1.2, RFC 9207 §2)', async () => {
  const answer = callbackParameters(await example.alice.submit(await openConsent(example), {}, /allow/i))
  expect(Object.keys(answer)).toEqual(['code', 'state', 'iss'])
  expect(answer).toMatchObject({ state: 'state-1', iss: example.server.issuer })
})

test('deny leads back with access_denied, state and iss, and is not remembered (RFC 6749 §4.1.2.1)', async () => {
  const answer = callbackParameters(await example.alice.submit(await openConsent(example), {}, /deny/i))
  expect(answer).toMatchObject({ error: 'access_denied', state: 'state-1', iss: example.server.issuer })
  expect(example.server.snapshot().consents).toEqual([])
})

test('a server from before RFC 9207 sends no iss, and its metadata promise none (RFC 9207 §2, §3)', async () => {
  const silent = await startExample({ policy: { responseIssuer: 'off' } })
  const answer = callbackParameters(await silent.alice.submit(await openConsent(silent), {}, /allow/i))
  expect(Object.keys(answer)).toEqual(['code', 'state'])
  const url = `${silent.server.issuer}/.well-known/oauth-authorization-server`
  const { body } = await silent.server.handle({ method: 'GET', url, headers: [], body: '' })
  expect(JSON.parse(body)).toMatchObject({ authorization_response_iss_parameter_supported: false })
})

test('a second answer to the same page is refused (policy)', async () => {
  const page = await openConsent(example)
  const answers = await Promise.all([
    example.alice.submit(page, {}, /allow/i),
    example.alice.submit(page, {}, /allow/i),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([0, 400])
  expect(example.server.snapshot().codes).toHaveLength(1)
})

test('a remembered consent answers the next request without a page (policy)', async () => {
  await signIn(example.alice, authorizationUrl(example))
  expect(callbackParameters(await example.alice.visit(authorizationUrl(example)))).toHaveProperty('code')
})

test('a new scope and prompt=consent ask again (OpenID Connect Core §3.1.2.4)', async () => {
  await signIn(example.alice, authorizationUrl(example))
  for (const parameters of [{ scope: 'openid email' }, { prompt: 'consent' }]) {
    expect((await example.alice.visit(authorizationUrl(example, parameters))).html).toContain('id="consent"')
  }
})

test('prompt=none without a consent is consent_required (OpenID Connect Core §3.1.2.6)', async () => {
  await signIn(example.alice, authorizationUrl(example))
  const page = await example.alice.visit(authorizationUrl(example, { scope: 'openid email', prompt: 'none' }))
  expect(callbackParameters(page)).toMatchObject({ error: 'consent_required' })
})

test('asks each time where the policy says always (policy)', async () => {
  const strict = await startExample({ policy: { consent: 'always' } })
  await signIn(strict.alice, authorizationUrl(strict))
  expect((await strict.alice.visit(authorizationUrl(strict))).html).toContain('id="consent"')
})

test('a form without a decision is refused and decides nothing (policy)', async () => {
  const page = await openConsent(example)
  const html = page.html.replaceAll('name="decision"', 'name="other"')
  expect(await example.alice.submit({ ...page, html }, {})).toMatchObject({ status: 400 })
  expect(callbackParameters(await example.alice.submit(page, {}, /allow/i))).toHaveProperty('code')
})

test('nobody consents without a session: whose ended meanwhile signs in again', async () => {
  const brief = await startExample({ policy: { lifetimes: { session: 60 } } })
  const page = await openConsent(brief)
  brief.clock.elapsedSeconds += 60
  expect((await brief.alice.submit(page, {}, /allow/i)).html).toContain('id="sign-in"')
  expect(brief.server.snapshot().codes).toEqual([])
})

test('ignores offline_access for a client without the refresh grant (OpenID Connect Core §11)', async () => {
  const redirect_uris = ['https://app.example/callback']
  const online = await startExample({ clients: [{ client_id: 'spa', redirect_uris }] })
  const page = await openConsent(online, { scope: 'openid offline_access' })
  expect(page.html).not.toContain('offline_access')
})
