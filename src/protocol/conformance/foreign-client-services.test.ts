/** Somebody else's client library without a browser of its own: services, devices, and people who are asked on their phones. */
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import type { ClientMetadata } from '../index.ts'
import { PRINTER } from './certificates.fixture.ts'
import { API, answerAs, type ForeignClient, foreignKeys, startForeignClient } from './foreign-client.fixture.ts'

const SECRET = 'a secret of at least thirty-two bytes'
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code'
const CIBA = 'urn:openid:params:grant-type:ciba'

type Feature = 'DPoP' | 'introspection as JWT' | 'encryption'

async function proofs(features: readonly string[], config: client.Configuration): Promise<client.DPoPOptions> {
  if (!features.includes('DPoP')) return {}
  return { DPoP: client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) }
}

describe('gets a token of its own, introspects and revokes it', () => {
  test.each<{ method: NonNullable<ClientMetadata['token_endpoint_auth_method']>; features: Feature[]; clause: string }>(
    [
      { method: 'client_secret_basic', features: [], clause: 'RFC 6749 §4.4' },
      { method: 'client_secret_post', features: [], clause: 'RFC 6749 §4.4' },
      { method: 'client_secret_jwt', features: [], clause: 'OpenID Connect Core §9' },
      { method: 'private_key_jwt', features: [], clause: 'RFC 7523 §2.2' },
      { method: 'tls_client_auth', features: [], clause: 'RFC 8705 §2.1' },
      { method: 'client_secret_basic', features: ['DPoP'], clause: 'RFC 9449 §6.2' },
      { method: 'client_secret_basic', features: ['introspection as JWT'], clause: 'RFC 9701 §5' },
      { method: 'client_secret_basic', features: ['introspection as JWT', 'encryption'], clause: 'RFC 9701 §5' },
      { method: 'private_key_jwt', features: ['DPoP', 'introspection as JWT'], clause: 'RFC 9701 §5, RFC 9449 §6.2' },
    ],
  )('by $method with $features ($clause)', async ({ method, features, clause: _ }) => {
    const asJwt = features.includes('introspection as JWT')
    const isEncrypted = features.includes('encryption')
    const keys = await foreignKeys(isEncrypted ? 'RSA-OAEP-256' : 'ECDH-ES')
    const authentication = {
      client_secret_basic: client.ClientSecretBasic(),
      client_secret_post: client.ClientSecretPost(),
      client_secret_jwt: client.ClientSecretJwt(),
      private_key_jwt: client.PrivateKeyJwt(keys.signing),
      tls_client_auth: client.TlsClientAuth(),
      self_signed_tls_client_auth: client.TlsClientAuth(),
      none: client.None(),
    }[method]
    const { config } = await startForeignClient({
      authentication,
      policy: { dpopNonce: features.includes('DPoP') ? 'required' : 'off' },
      ...(method === 'tls_client_auth' && { certificate: PRINTER }),
      execute: [
        client.enableNonRepudiationChecks,
        ...(isEncrypted
          ? [(config: client.Configuration) => client.enableDecryptingResponses(config, undefined, keys.decryption)]
          : []),
      ],
      metadata: {
        token_endpoint_auth_method: method,
        grant_types: ['client_credentials'],
        scope: 'notes.write',
        ...(method.startsWith('client_secret') && { client_secret: SECRET }),
        ...((method === 'private_key_jwt' || isEncrypted) && { jwks: keys.jwks }),
        ...(method === 'tls_client_auth' && { tls_client_auth_san_dns: 'printer.example' }),
        ...(asJwt && { introspection_signed_response_alg: 'RS256' }),
        ...(isEncrypted && { introspection_encrypted_response_alg: 'RSA-OAEP-256' }),
      },
    })
    const options = await proofs(features, config)
    const isBound = options.DPoP !== undefined
    const parameters = { scope: 'notes.write', resource: API }
    const { access_token, token_type } = await client.clientCredentialsGrant(config, parameters, options)
    expect(token_type).toBe(isBound ? 'dpop' : 'bearer')
    const described = await client.tokenIntrospection(config, access_token)
    expect(described).toMatchObject({ active: true, scope: 'notes.write', aud: API })
    expect(described.token_type).toBe(isBound ? 'DPoP' : 'Bearer')
    expect(client.getDecryptedResponses(described) !== undefined).toBe(isEncrypted)
    await client.tokenRevocation(config, access_token)
    expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false })
  })

  test('not without credentials (RFC 6749 §4.4)', async () => {
    const { config } = await startForeignClient({
      metadata: { token_endpoint_auth_method: 'none', grant_types: ['client_credentials'], scope: 'notes.write' },
    })
    await expect(client.clientCredentialsGrant(config, { scope: 'notes.write' })).rejects.toMatchObject({
      name: 'ResponseBodyError',
      error: 'unauthorized_client',
    })
  })
})

/** Starts a client that waits for somebody. */
async function startWaiting(grantType: string, features: readonly string[]): Promise<ForeignClient> {
  const keys = await foreignKeys()
  const isEncrypted = features.includes('encryption')
  return startForeignClient({
    // The first poll comes after a second of the real clock, which is what the library waits by.
    policy: { pollingIntervalSeconds: 1, dpopNonce: features.includes('DPoP') ? 'required' : 'off' },
    execute: [
      client.enableNonRepudiationChecks,
      ...(isEncrypted
        ? [(config: client.Configuration) => client.enableDecryptingResponses(config, undefined, keys.decryption)]
        : []),
    ],
    metadata: {
      client_secret: SECRET,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['refresh_token', grantType],
      ...(isEncrypted && { jwks: keys.jwks, id_token_encrypted_response_alg: 'ECDH-ES+A128KW' }),
    },
  })
}

const waiting = [{ features: [] }, { features: ['DPoP'] }, { features: ['encryption'] }]
const request = { scope: 'openid profile offline_access' }

/** What a journey ends with. */
async function expectTokens(
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  features: string[],
  config: client.Configuration,
  options: client.DPoPOptions,
) {
  expect(tokens.token_type).toBe(features.includes('DPoP') ? 'dpop' : 'bearer')
  expect(tokens.claims()).toMatchObject({ sub: 'user-1' })
  expect(tokens.id_token?.split('.')).toHaveLength(features.includes('encryption') ? 5 : 3)
  expect(await client.fetchUserInfo(config, tokens.access_token, 'user-1', options)).toMatchObject({ name: 'Ada' })
}

describe('connects a device', () => {
  test.concurrent.each<{ features: string[] }>(waiting)('with $features (RFC 8628 §3.4)', async ({ features }) => {
    const foreign = await startWaiting(DEVICE, features)
    const { config } = foreign
    const codes = await client.initiateDeviceAuthorization(config, request)
    const options = await proofs(features, config)
    const polled = client.pollDeviceAuthorizationGrant(config, codes, undefined, options)
    await answerAs('Allow', foreign, codes.verification_uri_complete ?? '')
    await expectTokens(await polled, features, config, options)
  })

  test.concurrent('until it is told to stop (RFC 8628 §3.3)', async () => {
    const { config } = await startWaiting(DEVICE, [])
    const codes = await client.initiateDeviceAuthorization(config, request)
    const polled = client.pollDeviceAuthorizationGrant(config, codes, undefined, { signal: AbortSignal.timeout(1500) })
    await expect(polled).rejects.toMatchObject({ code: 'OAUTH_TIMEOUT' })
  })
})

describe('asks a person on their phone', () => {
  test.concurrent.each<{ features: string[] }>(waiting)(
    'with $features (OpenID Connect CIBA §10.1)',
    async ({ features }) => {
      const { config, server } = await startWaiting(CIBA, features)
      const asked = await client.initiateBackchannelAuthentication(config, { ...request, login_hint: 'ada' })
      const options = await proofs(features, config)
      const polled = client.pollBackchannelAuthenticationGrant(config, asked, undefined, options)
      expect(await server.decideBackchannelRequest(asked.auth_req_id, 'approve')).toBe(true)
      await expectTokens(await polled, features, config, options)
    },
  )

  test.concurrent('who says no (OpenID Connect CIBA §11)', async () => {
    const { config, server } = await startWaiting(CIBA, [])
    const asked = await client.initiateBackchannelAuthentication(config, { ...request, login_hint: 'ada' })
    const polled = client.pollBackchannelAuthenticationGrant(config, asked)
    await server.decideBackchannelRequest(asked.auth_req_id, 'deny')
    await expect(polled).rejects.toMatchObject({ error: 'access_denied' })
  })

  test.concurrent('until it is told to stop (OpenID Connect CIBA §10.1)', async () => {
    const { config } = await startWaiting(CIBA, [])
    const asked = await client.initiateBackchannelAuthentication(config, { ...request, login_hint: 'ada' })
    const polled = client.pollBackchannelAuthenticationGrant(config, asked, undefined, {
      signal: AbortSignal.timeout(1500),
    })
    await expect(polled).rejects.toMatchObject({ code: 'OAUTH_TIMEOUT' })
  })
})
