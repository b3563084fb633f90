import { expect, test } from 'vitest'
import { singleFactor } from '../authentication/context-class.ts'
import { type Circumstances, type Necessity, nextStep } from './interaction.ts'

const circumstances: Circumstances = {
  request: {
    clientId: 'app',
    redirectUri: 'https://app.example/cb',
    responseType: 'code',
    responseMode: 'query',
    state: undefined,
    scope: ['openid'],
    codeChallenge: undefined,
    nonce: undefined,
    prompt: [],
    maxAge: undefined,
    acrValues: [],
    loginHint: undefined,
    hintedSub: undefined,
  },
  session: {
    sid: 'session',
    cookie: 'cookie',
    state: 'Session Established',
    sub: 'user-1',
    authTime: 1000,
    acr: singleFactor,
    amr: ['pwd'],
    expiresAt: 9000,
  },
  hasJustSignedIn: false,
  consentedScope: ['openid', 'email'],
  now: 1100,
}

/** The step for a request that differs from the one above. */
function step(request: Partial<Circumstances['request']>, rest: Partial<Circumstances> = {}) {
  return nextStep({ ...circumstances, ...rest, request: { ...circumstances.request, ...request } })
}

test('answers at once with a live session and a remembered consent (OpenID Connect Core §3.1.2.3)', () => {
  expect(step({})).toEqual({ type: 'answer', session: circumstances.session })
})

test.each([
  ['without a session', {}, { session: undefined }],
  ['for prompt=login', { prompt: ['login'] }, {}],
  ['for prompt=select_account', { prompt: ['select_account'] }, {}],
  ['when the sign-in is older than max_age', { maxAge: 99 }, {}],
  ['for max_age=0, also within the same second', { maxAge: 0 }, { now: 1000 }],
  ['when the hint names somebody else', { hintedSub: 'user-2' }, {}],
])('asks to sign in %s, login_required (OpenID Connect Core §3.1.2.1, §3.1.2.6)', (_, request, rest) => {
  expect(step(request, rest)).toMatchObject({ type: 'sign-in', error: 'login_required' })
})

const whySecondFactor = (): Necessity => ({ rule: 'acr_values', reason: 'Too weak.', error: 'interaction_required' })

test('asks for a second factor that is due, interaction_required (OpenID Connect Core §3.1.2.6)', () => {
  expect(step({}, { whySecondFactor })).toMatchObject({ type: 'second-factor', error: 'interaction_required' })
})

test('asks for the whole sign-in, not for a factor alone, when it is too old as well (RFC 9470 §5)', () => {
  expect(step({ maxAge: 99 }, { whySecondFactor })).toMatchObject({ type: 'sign-in', rule: 'max_age' })
})

test('asks to sign in once, not again after it was done (OpenID Connect Core §3.1.2.1)', () => {
  const request = { prompt: ['login', 'select_account'], maxAge: 0 }
  expect(step(request, { hasJustSignedIn: true })).toMatchObject({ type: 'answer' })
})

test('accepts a sign-in that is exactly max_age old (OpenID Connect Core §3.1.2.1)', () => {
  expect(step({ maxAge: 100 })).toMatchObject({ type: 'answer' })
})

test.each([
  ['that was never given', {}, { consentedScope: undefined }],
  ['that does not cover the scope', { scope: ['openid', 'phone'] }, {}],
  ['again for prompt=consent', { prompt: ['consent'] }, {}],
])('asks for a consent %s, consent_required (OpenID Connect Core §3.1.2.4)', (_, request, rest) => {
  expect(step(request, rest)).toMatchObject({ type: 'consent', error: 'consent_required' })
})
