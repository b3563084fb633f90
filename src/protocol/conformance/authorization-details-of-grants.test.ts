import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { GRANT, PARTNER, published, sign } from './assertions.fixture.ts'
import {
  APP,
  type Example,
  errorOf,
  exampleConfig,
  exchange,
  isActive,
  obtainCode,
  post,
  startExample,
  type Tokens,
  tokensOf,
} from './example-server.fixture.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'
const secret = { client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' } as const
const granted = [{ type: 'payment', actions: ['initiate', 'cancel'] }]
const less = [{ type: 'payment', actions: ['initiate'] }]
const more = [{ type: 'payment', actions: ['initiate', 'approve'] }]
const unknown = [{ type: 'account', actions: ['close'] }]

async function start(profile?: 'id-jag'): Promise<Example> {
  const { clients = [] } = exampleConfig('https://as.example')
  const trusted = { issuer: PARTNER, jwks: { keys: [await published] }, ...(profile && { profile }) }
  return startExample({
    clients: [...clients, { ...secret, client_id: 'shop', grant_types: [EXCHANGE, GRANT], scope: 'notes.read' }],
    authorization_details_types: ['payment'],
    trusted_issuers: [trusted],
  })
}

const ask = (example: Example, form: Record<string, string>, details?: readonly object[]) =>
  post(example.server.handle, example.metadata.token_endpoint, {
    client_id: 'shop',
    client_secret: 'secret',
    ...form,
    ...(details && { authorization_details: JSON.stringify(details) }),
  })
const detailsOf = (tokens: Tokens) => decodeJwt(tokens.access_token).authorization_details

describe('authorization details at a token exchange (RFC 9396 §6.1)', () => {
  const subject = async (example: Example) => {
    const code = await obtainCode(example, { authorization_details: JSON.stringify(granted) })
    const { access_token } = tokensOf(await exchange(example, code))
    return { grant_type: EXCHANGE, subject_token: access_token, subject_token_type: ACCESS_TOKEN }
  }

  test('those of the subject token, or less', async () => {
    const example = await start()
    const form = await subject(example)
    for (const details of [granted, less]) {
      const tokens = tokensOf(await ask(example, form, details))
      expect(tokens).toMatchObject({ authorization_details: details })
      expect(detailsOf(tokens)).toEqual(details)
      expect(await isActive(example, tokens.access_token)).toBe(true)
    }
  })

  test('none where nobody asks for any', async () => {
    const example = await start()
    expect(detailsOf(tokensOf(await ask(example, await subject(example))))).toBeUndefined()
  })

  test.each([
    ['more', more],
    ['another type', unknown],
  ])('not %s', async (_, details) => {
    const example = await start()
    expect(errorOf(await ask(example, await subject(example), details))).toBe('invalid_authorization_details')
  })

  test('not for a subject token that has none', async () => {
    const example = await start()
    const { access_token } = tokensOf(await exchange(example, await obtainCode(example, APP)))
    const form = { grant_type: EXCHANGE, subject_token: access_token, subject_token_type: ACCESS_TOKEN }
    expect(errorOf(await ask(example, form, less))).toBe('invalid_authorization_details')
  })
})

describe('authorization details with an assertion (RFC 9396 §6)', () => {
  const typ = 'oauth-id-jag+jwt'
  const identity = (example: Example, claims: object) =>
    sign({ client_id: 'shop', jti: `id-${Math.trunc(example.now())}`, iat: example.now(), ...claims }, { typ })

  test('those that a client may ask for, where the assertion says nothing of them', async () => {
    const example = await start()
    const form = { grant_type: GRANT, assertion: await sign({}) }
    expect(detailsOf(tokensOf(await ask(example, form, less)))).toEqual(less)
    expect(errorOf(await ask(example, form, unknown))).toBe('invalid_authorization_details')
  })

  test('less than an identity assertion says (RFC 9396 §6.1)', async () => {
    const example = await start('id-jag')
    const form = { grant_type: GRANT, assertion: await identity(example, { authorization_details: granted }) }
    expect(detailsOf(tokensOf(await ask(example, form, less)))).toEqual(less)
  })

  test.each([
    ['other ones', { authorization_details: granted }],
    ['any beside its scope', { scope: 'notes.read' }],
  ])('not %s', async (_, claims) => {
    const example = await start('id-jag')
    const form = { grant_type: GRANT, assertion: await identity(example, claims) }
    expect(errorOf(await ask(example, form, more))).toBe('invalid_authorization_details')
    // The refusal has not used it up.
    expect(errorOf(await ask(example, form))).toBeUndefined()
  })
})
