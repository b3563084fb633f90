import { expect, test } from 'vitest'
import { decisiveRow, decisiveRowOf } from '../projections/sequence/decisive-row.ts'
import { findOutcome, played } from '../scenario-kit/played.fixture.ts'

test.each([
  ['the last refusal decides', 'parallel-401-race', 'each-refreshes', '400 invalid_grant'],
  ['also when the other tab goes on', 'two-tabs-race', 'strict', '400 invalid_grant'],
  ['also when the person signs in again', 'token-lifecycle', 'refresh-token-expired', '400 invalid_grant'],
  ['a 401 that a refresh got over decided nothing', 'session-revoked', 'access-token-alone', undefined],
  ['nor where what is wrong is that the thief gets on', 'refresh-token-theft', 'reuse-window', undefined],
  ['nor one that led to a refresh that never ended', 'two-tabs-race', 'frozen', undefined],
  ['nor one after which the refresh was held up', 'two-tabs-race', 'no-answer', undefined],
  ['a 401 that led to a sign-in decided nothing', 'mcp-authorization', 'step-up-drops', undefined],
  ['to be told to ask again later decided nothing', 'ciba', 'approved-blindly', undefined],
  ['nor where they get on after somebody else was refused', 'mix-up', 'injected', undefined],
  ['nor where their own refusal did not help', 'native-loopback', 'consent-fix', undefined],
  ['an error page passes on what the server refused', 'web-app-setup', 'other-redirect-uri', '400 invalid_grant'],
  ['or what it said in a redirect', 'web-app-setup', 'no-challenge', '303 → /callback?error=invalid_request&state…'],
  ['a proxy, what stands behind it', 'behind-a-proxy', 'cookie-withheld', '400 Bad Request'],
  [
    'where no host was reached, the call to it',
    'issuer-mismatch',
    'unreachable',
    'GET /.well-known/openid-configuration',
  ],
  ['a prefetch that ended the session, where nothing was refused', 'logout', 'prefetched', '303 → /end_session'],
  ['nothing was refused', 'static-api-key', 'key-leaked', undefined],
])('%s: %s/%s', async (_, scenarioId, outcomeId, label) => {
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const { sequence, trace } = await played(scenario, outcome)
  expect(decisiveRow(sequence, trace)?.label).toBe(label)
})

test.each([
  ['a refusal that an attacker meets', 'passkey-and-proxy', 'origin-refused', 'app: 403 access_denied'],
  ['and that a backend passes on', 'redirect-attacks', 'bound-code', 'auth: 400 invalid_grant'],
  ['none where the person goes on after it', 'back-channel-logout', 'forgery-refused', undefined],
  ['none where nothing was refused', 'authorization-code-pkce', 'happy', undefined],
])('what decided a good end is %s: %s/%s', async (_, scenarioId, outcomeId, said) => {
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const { sequence, trace } = await played(scenario, outcome)
  const row = decisiveRowOf(outcome.result, sequence, trace)
  expect(row && `${row.from}: ${row.label}`).toBe(said)
})
