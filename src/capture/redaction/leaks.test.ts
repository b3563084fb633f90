/** Places in which a recording has been seen to show what a person or a machine had filled in. */
import { expect, test } from 'vitest'
import {
  ASKED,
  authorization,
  CLAIMS,
  call,
  callback,
  discovery,
  jwt,
  REDEEMED,
  RETURNED,
  reportOn,
  type SampleEntry,
  token,
} from '../sample-har.fixture.ts'

const refused = (json: unknown) => token({ grant_type: 'refresh_token', refresh_token: 'r' }, json, 400)
const challenged = (line: string) => call(401, { 'www-authenticate': line })

const PLACES: readonly (readonly [place: string, secret: string, login: readonly SampleEntry[]])[] = [
  ['a path: a user name', 'lovelace', [{ ...call(), url: 'https://api.example/users/lovelace/photos' }]],
  ['a path: a short number', '/42', [{ ...call(), url: 'https://api.example/users/42' }]],
  ['a host: a tenant', 'lovelace', [{ ...call(), url: 'https://lovelace.api.example/' }]],
  ['a host: an address', '10.9.8.7', [{ ...call(), url: 'https://10.9.8.7/' }]],
  ['a host: one label', 'lovelace', [{ ...call(), url: 'https://lovelace/' }]],
  ['a host: a name of a local network', 'lovelace', [{ ...call(), url: 'https://lovelace.local/' }]],
  ['a query key', 'lovelace', [{ ...call(), url: 'https://api.example/?lovelace=1' }]],
  ['a method', 'LOVELACE', [{ ...call(), method: 'LOVELACE' }]],
  ['prompt', 'lovelace', [authorization({ ...ASKED, prompt: 'lovelace' })]],
  ['display', 'lovelace', [authorization({ ...ASKED, display: 'lovelace' })]],
  ['scope', 'lovelace', [authorization({ ...ASKED, scope: 'openid lovelace' })]],
  ['acr_values', 'lovelace', [authorization({ ...ASKED, acr_values: 'lovelace' })]],
  ['ui_locales', 'lovelace', [authorization({ ...ASKED, ui_locales: 'lovelace' })]],
  ['response_mode', 'lovelace', [authorization({ ...ASKED, response_mode: 'lovelace' })]],
  ['resource', 'lovelace', [authorization({ ...ASKED, resource: 'https://api.example/lovelace' })]],
  [
    'the scheme of an app',
    'lovelace',
    [authorization({ ...ASKED, post_logout_redirect_uri: 'lovelace.app:/callback' })],
  ],
  ['an error code', 'lovelace', [authorization(ASKED, { ...RETURNED, error: 'no_such_user_ada.lovelace' })]],
  ['a word of a description', 'lovelace', [refused({ error: 'x', error_description: 'The account_lovelace' })]],
  ['a code in a description', 'EMP48213', [refused({ error: 'x', error_description: 'User EMP48213 was not found.' })]],
  [
    'a quoted pass phrase',
    'reset',
    [refused({ error: 'x', error_description: 'The password "token reset" is wrong' })],
  ],
  ['a key of JSON', 'lovelace', [token(REDEEMED, { lovelace: true })]],
  ['JSON under a harmless name', 'lovelace', [{ ...call(), json: { prompt: 'lovelace', typ: 'lovelace' } }]],
  ['JSON: an interval', '48213', [{ ...call(), json: { interval: '4821348213' } }]],
  [
    'a user code (RFC 8628)',
    'WDJB-MJHT',
    [{ ...token(), json: { verification_uri_complete: 'https://login.example/WDJB-MJHT' } }],
  ],
  ['a user code without a dash', 'WDJBMJHT', [{ ...call(), url: 'https://login.example/device/WDJBMJHT' }, token()]],
  ['the name of a cookie', 'lovelace', [{ ...callback(), headers: { cookie: 'lovelace=1' } }, authorization()]],
  ['the name of a cookie that is set', 'lovelace', [{ ...callback(), answerHeaders: { 'set-cookie': 'lovelace=1' } }]],
  ['a challenge: a parameter', 'lovelace', [challenged('Bearer lovelace="1"')]],
  ['a challenge: a scheme', 'lovelace', [challenged('Lovelace realm="1", Bearer')]],
  ['a challenge: a lone word', 'lovelace', [challenged('Bearer lovelace')]],
  ['cache-control', 'lovelace', [{ ...callback(), answerHeaders: { 'cache-control': 'no-store, lovelace' } }]],
  ['referrer-policy', 'lovelace', [{ ...callback(), answerHeaders: { 'referrer-policy': 'lovelace' } }]],
  ['content-type', 'lovelace', [{ ...callback(), answerHeaders: { 'content-type': 'text/lovelace' } }]],
  ['CORS: a header', 'lovelace', [{ ...callback(), answerHeaders: { 'access-control-allow-headers': 'lovelace' } }]],
  ['CORS: a method', 'LOVELACE', [{ ...callback(), answerHeaders: { 'access-control-allow-methods': 'LOVELACE' } }]],
  ['Referer', 'lovelace', [{ ...callback(), headers: { referer: 'https://shop.example/users/lovelace' } }]],
  ['a claim', 'lovelace', [token(REDEEMED, { id_token: jwt({ ...CLAIMS, groups: ['lovelace'], acr: 'lovelace' }) })]],
  ['the name of a claim', 'lovelace', [token(REDEEMED, { id_token: jwt({ ...CLAIMS, lovelace: 1 }) })]],
  ['a header parameter of a JWT', 'lovelace', [token(REDEEMED, { id_token: jwt(CLAIMS, { typ: 'lovelace' }) })]],
]

test.each(PLACES)('%s is not shown', async (_place, secret, login) => {
  const report = await reportOn([discovery, authorization(), callback(), ...login])
  expect(report.exchanges.length).toBeGreaterThan(3)
  expect(JSON.stringify(report).toLowerCase()).not.toContain(secret.toLowerCase())
})
