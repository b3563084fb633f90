import { expect, test } from 'vitest'
import { json, redirect } from '../http/index.ts'
import { base64url, utf8 } from '../lib/encoding.ts'
import type { Message } from '../simulation/types.ts'
import {
  AUTHORIZE,
  answer,
  CODE,
  type Recorded,
  recordTrace,
  request,
  SIGN_IN,
  TOKEN,
  TOKENS,
} from './example-trace.fixture.ts'
import { decodeJwt } from './jwt.ts'
import { tokensIn } from './tokens.ts'

const part = (value: unknown) => base64url(utf8(JSON.stringify(value)))
const JWT = `${part({ alg: 'RS256', kid: '1' })}.${part({ sub: 'ada', exp: 5 })}.${base64url(utf8('signature'))}`

/** The tokens in messages that arrive one after the other, and in what else is recorded between them. */
function tokensOf(...items: (Message | Recorded)[]) {
  return tokensIn(
    recordTrace(
      items.flatMap((item): Recorded[] =>
        'type' in item
          ? [item]
          : [
              { type: 'held', message: item },
              { type: 'delivered', gate: item.gate },
            ],
      ),
    ),
    0,
  )
}

/** That somebody issued an artifact, while serving an exchange when there is one. */
function issue(artifact: string, id: string, exchange?: string): Recorded {
  const note = { type: 'lifecycle', artifact, id, change: 'issued' } as const
  return { type: 'note', actor: 'as', note, ...(exchange !== undefined && { exchange }) }
}

test('lists every code and token of a sign-in with the places where it was seen', () => {
  const tokens = tokensOf(
    issue('authorization_code', 'code-1', CODE.exchange),
    issue('access_token', 'jti-1', TOKENS.exchange),
    issue('refresh_token', 'refresh-1', TOKENS.exchange),
    ...[AUTHORIZE, CODE, TOKEN, TOKENS],
  )
  expect(tokens.map(({ name, token }) => [name, token])).toEqual([
    ['authorization code 1', 'c-1'],
    ['access token 1', 'at-1'],
    ['refresh token 1', 'rt-1'],
  ])
  expect(tokens[0]?.sightings.map(({ where }) => where)).toEqual(['redirect query: code', 'request body: code'])
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
  expect(tokensOf(proof, implicit).map(({ kind }) => kind)).toEqual(['dpop_proof', 'access_token'])
})

test('keeps the kind a token was issued as when it is revoked', () => {
  const issued = answer('t#2', TOKEN, json(200, { refresh_token: 'rt' }))
  const tokens = tokensOf(issued, request('t#3', 'app', 'as', 'POST https://auth.example/revoke', 'token=rt'))
  expect(tokens.map(({ kind }) => kind)).toEqual(['refresh_token'])
})

test('a token keeps the number of its issue when its answer is late, or lost', () => {
  const [first, second] = ['t#1', 't#3'].map((gate) => request(gate, 'app', 'as', 'POST https://auth.example/token'))
  if (first === undefined || second === undefined) throw new Error('Two were made.')
  const late = answer('t#2', first, json(200, { access_token: 'at-1' }))
  const early = answer('t#4', second, json(200, { access_token: 'at-2' }))
  const served: (Message | Recorded)[] = [
    first,
    issue('access_token', 'jti-1', first.gate),
    { type: 'held', message: late },
    second,
    issue('access_token', 'jti-2', second.gate),
    early,
  ]
  expect(tokensOf(...served).map(({ name }) => name)).toEqual(['access token 2'])
  expect(tokensOf(...served, late).map(({ name }) => name)).toEqual(['access token 2', 'access token 1'])
})

test('a refresh token from before the run has the name of what the server found', () => {
  const refresh = request('t#1', 'app', 'as', 'POST https://auth.example/token', 'refresh_token=rt')
  const used = { type: 'lifecycle', artifact: 'refresh_token', id: 'refresh-2', change: 'rotated' } as const
  const tokens = tokensOf(
    issue('refresh_token', 'refresh-1'),
    issue('refresh_token', 'refresh-2'),
    refresh,
    { type: 'note', actor: 'as', note: used, exchange: refresh.gate },
    issue('refresh_token', 'refresh-3', refresh.gate),
  )
  expect(tokens.map(({ name }) => name)).toEqual(['refresh token 2'])
})

test('says of a token that nobody in the run issued that it is from elsewhere', () => {
  const call = (gate: string, token: string) => {
    const asked = request(gate, 'app', 'api', 'GET https://api.example/photos')
    return { ...asked, request: { ...asked.request, headers: [['authorization', `Bearer ${token}`]] as const } }
  }
  const tokens = tokensOf(call('t#1', 'key'), call('t#2', JWT))
  expect(tokens.map(({ name }) => name)).toEqual(['access token from elsewhere', 'access token from elsewhere 2'])
})

test('does not take the code of a second factor for an authorization code', () => {
  expect(tokensOf(request('t#1', 'browser', 'as', 'POST https://auth.example/mfa', 'code=123456'))).toEqual([])
})

test('does not take what a ping brings for an access token (OpenID Connect CIBA §10.2)', () => {
  const call = request('t#1', 'auth', 'shop', 'POST https://shop.example/pings')
  const headers = [
    ['authorization', 'Bearer of-the-client'],
    ['content-type', 'application/json'],
  ] as const
  const withBody = (body: string) => tokensOf({ ...call, request: { ...call.request, headers, body } })
  expect(withBody('{"auth_req_id":"1"}')).toEqual([])
  expect(withBody('{}')).toHaveLength(1)
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
