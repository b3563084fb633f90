import { expect, test } from 'vitest'
import { json, redirect } from '../http/index.ts'
import { base64url, utf8 } from '../lib/encoding.ts'
import type { Message } from '../simulation/types.ts'
import { AUTHORIZE, answer, recordTrace, request, SIGN_IN, TOKEN } from './example-trace.ts'
import { decodeJwt } from './jwt.ts'
import { tokensIn } from './tokens.ts'

const part = (value: unknown) => base64url(utf8(JSON.stringify(value)))
const JWT = `${part({ alg: 'RS256', kid: '1' })}.${part({ sub: 'ada', exp: 5 })}.${base64url(utf8('signature'))}`

/** The tokens in messages that arrive one after the other. */
function tokensOf(...messages: Message[]) {
  return tokensIn(
    recordTrace(
      messages.flatMap((message) => [
        { type: 'held', message } as const,
        { type: 'delivered', gate: message.gate } as const,
      ]),
    ),
    0,
  )
}

test('lists every code and token of a sign-in with the places where it was seen', () => {
  const tokens = tokensIn(SIGN_IN, 5)
  expect(tokens.map(({ name, token }) => [name, token])).toEqual([
    ['authorization code 1', 'c-1'],
    ['access token 1', 'at-1'],
    ['refresh token 1', 'rt-1'],
  ])
  expect(tokens[0]?.sightings.map(({ step, where }) => [step, where])).toEqual([
    [3, 'redirect query: code'],
    [4, 'request body: code'],
  ])
})

test('knows no token before its message has arrived', () => {
  expect(tokensIn(SIGN_IN, 4).map(({ kind }) => kind)).toEqual(['authorization_code'])
})

test('decodes a JWT that an API is called with, and keeps it one token', () => {
  const call = { ...request('t#1', 'app', 'api', 'GET https://api.example/photos') }
  const bearer = { ...call, request: { ...call.request, headers: [['authorization', `Bearer ${JWT}`]] as const } }
  const [token, ...others] = tokensOf(bearer, { ...bearer, gate: 't#2', exchange: 't#2' })
  expect(others).toEqual([])
  expect(token?.jwt?.claims).toEqual({ sub: 'ada', exp: 5 })
  expect(token?.sightings.map(({ where }) => where)).toEqual(['Authorization header', 'Authorization header'])
})

test('finds a token in a fragment (RFC 6749 §4.2.2) and in a DPoP header (RFC 9449 §4.1)', () => {
  const proof = { ...TOKEN, request: { ...TOKEN.request, body: '', headers: [['dpop', JWT]] as const } }
  const implicit = answer('tab-a#2', AUTHORIZE, redirect('https://app.example/callback#access_token=at-9'))
  expect(tokensOf(proof, implicit).map(({ name }) => name)).toEqual(['dpop proof 1', 'access token 1'])
})

test('keeps the kind a token was issued as when it is revoked', () => {
  const issued = answer('t#2', TOKEN, json(200, { refresh_token: 'rt' }))
  const tokens = tokensOf(issued, request('t#3', 'app', 'as', 'POST https://auth.example/revoke', 'token=rt'))
  expect(tokens.map(({ name }) => name)).toEqual(['refresh token 1'])
})

test('ignores client credentials in an Authorization header and what is no JSON', () => {
  const basic = {
    ...TOKEN,
    request: { ...TOKEN.request, body: '', headers: [['authorization', 'Basic abc']] as const },
  }
  const broken = answer('t#2', TOKEN, { status: 200, headers: [['content-type', 'application/json']], body: '{' })
  expect(tokensOf(basic, broken)).toEqual([])
})

test.each(['', 'a.b', 'a.b.c', `${JWT}.`, `${part([])}.${part({})}.x`, `${part({})}.${part({})}.!`])(
  'does not take “%s” for a JWT (RFC 7519 §7.2)',
  (token) => {
    expect(decodeJwt(token)).toBeUndefined()
  },
)
