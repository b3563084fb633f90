import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import {
  ACTORS,
  answer,
  NOON_MS,
  recordTrace,
  request,
  SIGN_IN,
  TOKEN,
} from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import { CLAIM_MEANINGS } from '../../reference/claims.ts'
import type { Trace } from '../../simulation/types.ts'
import { claimRows } from './claims.ts'
import { keySetAt } from './key-sets.ts'
import { tokenChoice, tokenModel } from './model.ts'
import { verifySignature } from './signature.ts'

const NOON = NOON_MS / 1000
const ISSUER = 'https://auth.example'

async function issue(kid = 'key-1') {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const token = await new SignJWT({ iss: ISSUER, sub: 'ada', exp: NOON + 300, jti: 'token-1' })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' })
    .sign(privateKey)
  return { token, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256' }] } }
}

/** A token that is handed out in step 2, and the issuer's key set, read in step 4. */
function traceOf(token: string, jwks: object): Trace {
  const tokens = answer('tab-a/app#2', TOKEN, json(200, { access_token: token }))
  const keys = request('api#1', 'api', 'as', `GET ${ISSUER}/jwks.json`, '', 'backchannel')
  const keySet = answer('api#2', keys, json(200, jwks))
  return recordTrace(
    [TOKEN, tokens, keys, keySet].flatMap((message) => [
      { type: 'held', message } as const,
      { type: 'deliver', gate: message.gate } as const,
      { type: 'delivered', gate: message.gate } as const,
    ]),
  )
}

test('verifies a signature with the key set that was on the wire', async () => {
  const { token, jwks } = await issue()
  const trace = traceOf(token, jwks)
  expect(await verifySignature(token, keySetAt(trace, 4, ISSUER))).toEqual({
    outcome: 'verified',
    message: 'The signature is valid: RS256, key key-1, from the key set of step 4.',
  })
})

test('says that nothing is verified before a key set was seen', async () => {
  const { token, jwks } = await issue()
  const verdict = await verifySignature(token, keySetAt(traceOf(token, jwks), 3, ISSUER))
  expect(verdict.outcome).toBe('unknown')
})

test('finds claims that were changed after signing', async () => {
  const { token, jwks } = await issue()
  const [header, , signature] = token.split('.')
  const claims = Buffer.from(JSON.stringify({ iss: ISSUER, sub: 'mallory' })).toString('base64url')
  const verdict = await verifySignature(`${header}.${claims}.${signature}`, { keys: jwks, source: 'a test' })
  expect(verdict.outcome).toBe('wrong')
})

test('names a missing key (RFC 7515 §4.1.4)', async () => {
  const { token } = await issue('key-1')
  const { jwks } = await issue('key-2')
  const verdict = await verifySignature(token, { keys: jwks, source: 'the key set of step 4' })
  expect(verdict.message).toBe('There is no key for this token in the key set of step 4.')
})

test('refuses a token without a signature (RFC 8725 §2.1)', async () => {
  const { jwks } = await issue()
  const header = Buffer.from('{"alg":"none"}').toString('base64url')
  expect((await verifySignature(`${header}.e30.`, { keys: jwks, source: 'a test' })).outcome).toBe('wrong')
})

test('does not take the key set of another origin', async () => {
  const { token, jwks } = await issue()
  expect(keySetAt(traceOf(token, jwks), 4, 'https://evil.example')).toBeUndefined()
})

test('takes the keys of the issuer’s own state when none were on the wire', async () => {
  const { jwks } = await issue()
  const trace = recordTrace([{ type: 'state', actor: 'as', state: { issuer: ISSUER, jwks } as never }])
  expect(keySetAt(trace, 0, ISSUER)?.source).toBe('the keys of the authorization server')
  expect(keySetAt(trace, 0, 'https://other.example')).toBeUndefined()
})

test('says times against the virtual clock, and when they speak against the token (RFC 7519 §4.1.4)', () => {
  const rows = (now: number) => claimRows({ exp: NOON + 252, iat: NOON }, CLAIM_MEANINGS, now)
  expect(rows(NOON)[0]).toMatchObject({ relative: 'expires in 4 min 12 s', isAgainst: false })
  expect(rows(NOON + 252)[0]).toMatchObject({ relative: 'expired now', isAgainst: true })
  expect(rows(NOON + 312)[0]).toMatchObject({ relative: 'expired 1 min ago', isAgainst: true })
  expect(rows(NOON - 5)[1]).toMatchObject({ relative: 'issued in 5 s', isAgainst: true })
})

test('preselects the token of the selected message', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  const redirect = sequence.rows.find(({ gate }) => gate === 'tab-a#2')
  expect(tokenChoice(SIGN_IN, 5, redirect).preselected?.kind).toBe('authorization_code')
  expect(tokenChoice(SIGN_IN, 5, undefined).tokens).toHaveLength(3)
  const { name, kind } = tokenChoice(SIGN_IN, 5, redirect).tokens.at(-1) ?? {}
  expect(tokenChoice(SIGN_IN, 5, redirect, name).preselected?.kind).toBe(kind)
  expect(tokenChoice(SIGN_IN, 0, undefined).preselected).toBeUndefined()
})

test('tells what the server holds of an access token', async () => {
  const { token, jwks } = await issue()
  const revoked = recordTrace([
    { type: 'state', actor: 'as', state: { access_tokens: [{ jti: 'token-1', status: 'revoked' }] } },
    ...traceOf(token, jwks).map(({ step: _step, time: _time, ...event }) => event),
  ])
  const seen = tokenChoice(revoked, 4, undefined).tokens.find(({ kind }) => kind === 'access_token')
  expect(seen && tokenModel(revoked, 4, seen).serverStatus).toBe('revoked')
})
