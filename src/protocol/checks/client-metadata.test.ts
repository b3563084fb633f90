import { expect, test } from 'vitest'
import type { Json } from '../../lib/json.ts'
import { createEnvironment } from '../environment.ts'
import { checkClientMetadata } from './client-metadata.ts'

const limits = {
  grantTypes: ['authorization_code', 'client_credentials'],
  scopes: ['openid', 'notes.read'],
  authenticationMethods: ['client_secret_basic', 'none', 'private_key_jwt'],
  authorizationDetailsTypes: [],
  protection: { id_token_signed_response_alg: ['RS256'] },
} as const
const check = (body: Json) => checkClientMetadata(body, limits, createEnvironment())
const callback = 'https://app.example/cb'

test('fills in the defaults of a registration and ignores what it does not know (RFC 7591 §2)', () => {
  expect(check({ redirect_uris: [callback], tos_uri: 'x', client_id: 'mine' })).toEqual({
    token_endpoint_auth_method: 'client_secret_basic',
    application_type: 'web',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [callback],
  })
})

test('reads where and how the client is to be called (OpenID Connect Back-Channel Logout §2.2, OpenID Connect CIBA §4)', () => {
  const told = {
    backchannel_logout_uri: 'https://app.example/logout',
    backchannel_logout_session_required: true,
    backchannel_token_delivery_mode: 'ping',
    backchannel_client_notification_endpoint: 'https://app.example/ping',
    token_endpoint_auth_signing_alg: 'ES256',
    default_max_age: 60,
  }
  expect(check({ redirect_uris: [callback], ...told })).toMatchObject(told)
})

test.each([
  ['a private key', { kty: 'OKP', crv: 'Ed25519', x: 'AA', d: 'AA' }],
  ['a secret one', { kty: 'oct', k: 'AA' }],
])('registers no %s: jwks are public (RFC 7591 §2)', (_, key) => {
  const body = { redirect_uris: [callback], token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key] } }
  expect(() => check(body)).toThrow(expect.objectContaining({ code: 'invalid_client_metadata' }))
})

test('registers a service without redirect URIs (RFC 7591 §2.1)', () => {
  expect(check({ grant_types: ['client_credentials'], scope: 'notes.read' })).toMatchObject({ response_types: [] })
})

test.each([
  ['none at all', {}],
  ['a relative one', { redirect_uris: ['/cb'] }],
  ['a fragment', { redirect_uris: [`${callback}#x`] }],
  ['http beyond loopback', { redirect_uris: ['http://app.example/cb'] }],
  ['javascript:', { redirect_uris: ['javascript:alert(1)'] }],
  ['a private scheme of a web client', { redirect_uris: ['com.example.app:/cb'] }],
])('refuses redirect URIs: %s, invalid_redirect_uri (RFC 7591 §3.2.2)', (_, body) => {
  expect(() => check(body)).toThrow(expect.objectContaining({ code: 'invalid_redirect_uri' }))
})

test('accepts loopback addresses, and private schemes of native apps (RFC 8252 §7)', () => {
  const redirect_uris = ['http://127.0.0.1/cb', 'com.example.app:/cb']
  expect(check({ application_type: 'native', redirect_uris }).redirect_uris).toEqual(redirect_uris)
})

const service = { grant_types: ['client_credentials'] }

test('registers where a client hears of logouts and decisions (OpenID Connect Back-Channel Logout §2.2, OpenID Connect CIBA §4)', () => {
  const backchannel = {
    backchannel_logout_uri: 'https://app.example/logout?tenant=1',
    backchannel_logout_session_required: true,
    backchannel_token_delivery_mode: 'ping',
    backchannel_client_notification_endpoint: 'https://app.example/ping',
  }
  expect(check({ ...service, ...backchannel })).toMatchObject(backchannel)
})

test.each([
  ['no object', []],
  ['an unknown grant', { redirect_uris: [callback], grant_types: ['password'] }],
  ['a response type without its grant', { grant_types: ['client_credentials'], response_types: ['code'] }],
  ['an unknown method', { redirect_uris: [callback], token_endpoint_auth_method: 'tls_client_auth' }],
  ['a scope not on offer', { redirect_uris: [callback], scope: 'admin' }],
  ['a list that is none', { redirect_uris: callback }],
  ['a list of numbers', { redirect_uris: [callback], grant_types: [1] }],
  ['a name that is no string', { redirect_uris: [callback], client_name: 1 }],
  [
    'a logout address of this network',
    { redirect_uris: [callback], backchannel_logout_uri: 'https://10.0.0.1/logout' },
  ],
  ['a logout address without TLS', { redirect_uris: [callback], backchannel_logout_uri: 'http://app.example/logout' }],
  ['pairwise subjects', { redirect_uris: [callback], subject_type: 'pairwise' }],
  ['push', { redirect_uris: [callback], backchannel_token_delivery_mode: 'push' }],
  ['a ping to nowhere', { redirect_uris: [callback], backchannel_token_delivery_mode: 'ping' }],
  ['an assertion that is not signed', { redirect_uris: [callback], token_endpoint_auth_signing_alg: 'none' }],
  ['an age that is none', { redirect_uris: [callback], default_max_age: -1 }],
  ['keys of this computer', { redirect_uris: [callback], jwks_uri: 'https://127.0.0.1/jwks' }],
  ['keys without TLS', { redirect_uris: [callback], jwks_uri: 'http://app.example/jwks' }],
  ['keys both ways', { redirect_uris: [callback], jwks_uri: 'https://app.example/jwks', jwks: { keys: [] } }],
  ['logouts of this computer', { ...service, backchannel_logout_uri: 'https://localhost/logout' }],
  ['logouts without TLS', { ...service, backchannel_logout_uri: 'http://app.example/logout' }],
  ['logouts at a fragment', { ...service, backchannel_logout_uri: 'https://app.example/logout#x' }],
  ['a flag that is text', { ...service, backchannel_logout_session_required: 'yes' }],
  ['push', { ...service, backchannel_token_delivery_mode: 'push' }],
  ['ping without an address', { ...service, backchannel_token_delivery_mode: 'ping' }],
  ['pings without TLS', { ...service, backchannel_client_notification_endpoint: 'http://app.example/ping' }],
  ['a signature that is not offered', { redirect_uris: [callback], id_token_signed_response_alg: 'ES256' }],
  ['keys that are none', { redirect_uris: [callback], jwks: { keys: 'x' } }],
  ...Object.entries({
    tls_client_auth_subject_dn: ['', 'printer', 'NICK=printer'],
    tls_client_auth_san_dns: [''],
    tls_client_auth_san_uri: ['printer'],
    tls_client_auth_san_ip: ['printer', '192.0.2'],
    tls_client_auth_san_email: [''],
  }).flatMap(([member, values]) =>
    values.map((value): [string, object] => [`"${value}" as ${member}`, { ...service, [member]: value }]),
  ),
  ['private_key_jwt without keys', { redirect_uris: [callback], token_endpoint_auth_method: 'private_key_jwt' }],
])('refuses %s, invalid_client_metadata (RFC 7591 §3.2.2)', (_, body) => {
  expect(() => check(body as Json)).toThrow(expect.objectContaining({ code: 'invalid_client_metadata' }))
})
