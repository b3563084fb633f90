import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import type { ServerConfig } from '../index.ts'
import { PARTNER, published, sign } from './assertions.fixture.ts'
import { errorOf, exampleConfig, obtainTokens, post, startExample, tokensOf } from './example-server.fixture.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const CIBA = 'urn:openid:params:grant-type:ciba'
const type = (name: string) => `urn:ietf:params:oauth:token-type:${name}`
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const

async function start(config: Partial<ServerConfig> = {}) {
  const { clients = [] } = exampleConfig('https://as.example')
  const example = await startExample({
    clients: [
      ...clients,
      { ...secret, client_id: 'shop', grant_types: [EXCHANGE, CIBA], scope: 'openid notes.read' },
      { client_id: 'page', grant_types: [EXCHANGE], scope: 'openid notes.read' },
    ],
    trusted_issuers: [{ issuer: PARTNER, jwks: { keys: [await published] } }],
    ...config,
  })
  const exchange = (subject_token: string, subject_token_type: string, client: Record<string, string> = shop) =>
    post(example.server.handle, example.metadata.token_endpoint, {
      grant_type: EXCHANGE,
      ...client,
      subject_token,
      subject_token_type,
    })
  return { example, exchange }
}
const shop = { client_id: 'shop', client_secret: 'secret' }

describe('ID Tokens that are exchanged', () => {
  test('one of this server is a JWT too (RFC 8693 §3)', async () => {
    const { example, exchange } = await start()
    const { id_token } = await obtainTokens(example)
    const { access_token } = tokensOf(await exchange(id_token, type('jwt')))
    expect(decodeJwt(access_token).sub).toBe('user-1')
  })

  test('by that name a public client exchanges no other one than its own either', async () => {
    const { example, exchange } = await start()
    const { id_token } = await obtainTokens(example)
    expect(errorOf(await exchange(id_token, type('jwt'), { client_id: 'page' }))).toBe('invalid_request')
  })

  test('an access token of this server that has expired is none (RFC 8693 §2.2.2)', async () => {
    const { example, exchange } = await start()
    const { access_token } = await obtainTokens(example)
    example.clock.elapsedSeconds += 301
    expect(errorOf(await exchange(access_token, type('jwt')))).toBe('invalid_request')
    expect(errorOf(await exchange(access_token, type('id_token')))).toBe('invalid_request')
  })

  test('one of a trusted issuer is taken by its name (RFC 8693 §3)', async () => {
    const { exchange } = await start()
    const { access_token } = tokensOf(await exchange(await sign({ sub: 'them-1' }), type('id_token')))
    expect(decodeJwt(access_token).sub).toBe('them-1')
  })

  test.each([['shop'], [null], [['shop']]])(
    'a may_act that is no object leaves nobody to act: %j (RFC 8693 §4.4)',
    async (may_act) => {
      const { exchange } = await start()
      expect(errorOf(await exchange(await sign({ may_act }), type('id_token')))).toBe('invalid_request')
    },
  )

  test('bound to a key of a kind that is not known here, it is not a public client’s to exchange (RFC 7800 §3)', async () => {
    const { exchange } = await start()
    const bound = await sign({ cnf: { kid: 'theirs' } })
    expect(errorOf(await exchange(bound, type('jwt'), { client_id: 'page' }))).toBe('invalid_request')
    expect(errorOf(await exchange(await sign({}), type('jwt'), { client_id: 'page' }))).toBeUndefined()
    expect(errorOf(await exchange(bound, type('jwt')))).toBeUndefined()
  })

  test('one of anybody else is not (RFC 8693 §2.2.2)', async () => {
    const { exchange } = await start()
    const stranger = await sign({ iss: 'https://stranger.example' })
    expect(errorOf(await exchange(stranger, type('id_token')))).toBe('invalid_request')
  })

  test('one of a trusted issuer gets no identity assertion, whichever client it names (RFC 8693 §2.2.2)', async () => {
    const { example } = await start({ resource_authorization_servers: ['https://other.example'] })
    const form = {
      grant_type: EXCHANGE,
      ...shop,
      requested_token_type: type('id-jag'),
      audience: 'https://other.example',
      subject_token: await sign({ client_id: 'shop' }),
      subject_token_type: type('id_token'),
    }
    expect(errorOf(await post(example.server.handle, example.metadata.token_endpoint, form))).toBe('invalid_request')
  })

  test('one that a phone approved is of no session and counts as well', async () => {
    const { example, exchange } = await start()
    const asked = await post(example.server.handle, example.metadata.backchannel_authentication_endpoint, {
      ...shop,
      scope: 'openid',
      login_hint: 'alice',
    })
    const { auth_req_id } = JSON.parse(asked.body)
    await example.server.decideBackchannelRequest(auth_req_id, 'approve')
    const form = { grant_type: CIBA, ...shop, auth_req_id }
    const { id_token } = tokensOf(await post(example.server.handle, example.metadata.token_endpoint, form))
    const { access_token } = tokensOf(await exchange(id_token, type('id_token')))
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'user-1', amr: ['user'], auth_time: example.now() })
    example.clock.elapsedSeconds += 301
    expect(errorOf(await exchange(id_token, type('id_token')))).toBe('invalid_request')
  })
})
