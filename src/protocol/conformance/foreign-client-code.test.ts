/** Somebody else's client library signs people in: each way of asking, and each way of being answered. */
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import type { ClientMetadata } from '../index.ts'
import { PRINTER, x5cOf } from './certificates.fixture.ts'
import { answerAs, CALLBACK, type ForeignKeys, foreignKeys, startForeignClient } from './foreign-client.fixture.ts'

type Feature =
  | 'PAR'
  | 'JAR'
  | 'DPoP'
  | 'JARM'
  | 'encryption'
  | 'signed UserInfo'
  | 'checked signatures'
  | 'hybrid'
  | 'implicit'
  | 'form_post'
  | 'denial'

const SECRET = 'a secret of at least thirty-two bytes'
const GRANTS = ['authorization_code', 'refresh_token']

/** The registration that a journey with these features needs. */
function registrationOf(features: readonly Feature[], { jwks }: ForeignKeys): Omit<ClientMetadata, 'client_id'> {
  const has = (feature: Feature) => features.includes(feature)
  const alg = 'ECDH-ES+A128KW'
  const isEncrypted = has('encryption')
  return {
    client_secret: SECRET,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: [CALLBACK],
    grant_types: has('implicit') ? ['implicit'] : has('hybrid') ? ['implicit', ...GRANTS] : GRANTS,
    response_types: [has('implicit') ? 'id_token' : has('hybrid') ? 'code id_token' : 'code'],
    id_token_signed_response_alg: 'RS256',
    ...((has('JAR') || isEncrypted) && { jwks }),
    ...(has('JAR') && { request_object_signing_alg: 'ES256', require_signed_request_object: true }),
    ...(has('PAR') && { require_pushed_authorization_requests: true }),
    ...(has('DPoP') && { dpop_bound_access_tokens: true }),
    ...(has('JARM') && { authorization_signed_response_alg: 'RS256' }),
    ...(has('JARM') && isEncrypted && { authorization_encrypted_response_alg: alg }),
    ...(has('signed UserInfo') && { userinfo_signed_response_alg: 'RS256' }),
    ...(has('signed UserInfo') && isEncrypted && { userinfo_encrypted_response_alg: alg }),
    ...(isEncrypted && { id_token_encrypted_response_alg: alg }),
  }
}

/** What the library is set to do for them. */
function settingsOf(features: readonly Feature[], { decryption }: ForeignKeys) {
  const has = (feature: Feature) => features.includes(feature)
  return [
    ...(has('checked signatures') ? [client.enableNonRepudiationChecks] : []),
    ...(has('JARM') ? [client.useJwtResponseMode] : []),
    ...(has('hybrid') ? [client.useCodeIdTokenResponseType] : []),
    ...(has('implicit') ? [client.useIdTokenResponseType] : []),
    ...(has('encryption')
      ? [(config: client.Configuration) => client.enableDecryptingResponses(config, undefined, decryption)]
      : []),
  ]
}

/** From the request to the answer. */
async function ask(features: readonly Feature[]) {
  const has = (feature: Feature) => features.includes(feature)
  const keys = await foreignKeys()
  const foreign = await startForeignClient({
    metadata: registrationOf(features, keys),
    execute: settingsOf(features, keys),
    policy: { dpopNonce: has('DPoP') ? 'required' : 'off' },
  })
  const { config } = foreign
  const DPoP = has('DPoP') ? client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) : undefined
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const parameters = new URLSearchParams({
    redirect_uri: CALLBACK,
    scope: has('implicit') ? 'openid' : 'openid profile offline_access',
    prompt: 'consent',
    max_age: '60',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...(has('form_post') && { response_mode: 'form_post' }),
  })
  let url = has('JAR')
    ? await client.buildAuthorizationUrlWithJAR(config, parameters, keys.signing)
    : client.buildAuthorizationUrl(config, parameters)
  if (has('PAR')) url = await client.buildAuthorizationUrlWithPAR(config, url.searchParams, { ...(DPoP && { DPoP }) })
  const callback = await answerAs(has('denial') ? 'Deny' : 'Allow', foreign, url)
  if (callback === undefined) throw new Error('the client was not called back')
  return { config, DPoP, url, callback, checks: { pkceCodeVerifier, expectedState, expectedNonce, maxAge: 60 } }
}

/** The names of the parameters that the client is called back with. */
function namesIn(callback: URL | Request): string[] {
  if (callback instanceof Request) return []
  return [...callback.searchParams.keys(), ...new URLSearchParams(callback.hash.slice(1)).keys()].sort()
}

describe('signs in, reads who it is, refreshes and revokes', () => {
  test.each<{ features: Feature[]; clause: string }>([
    { features: [], clause: 'OpenID Connect Core §3.1' },
    { features: ['checked signatures'], clause: 'OpenID Connect Core §3.1.3.7' },
    { features: ['form_post'], clause: 'OAuth 2.0 Form Post Response Mode §2' },
    { features: ['PAR'], clause: 'RFC 9126 §2' },
    { features: ['JAR'], clause: 'RFC 9101 §5' },
    { features: ['DPoP'], clause: 'RFC 9449 §5, §8' },
    { features: ['PAR', 'JAR'], clause: 'RFC 9126 §3' },
    { features: ['PAR', 'DPoP'], clause: 'RFC 9449 §10.1' },
    { features: ['JAR', 'DPoP'], clause: 'RFC 9101 §5, RFC 9449 §5' },
    { features: ['encryption'], clause: 'OpenID Connect Core §10.2' },
    { features: ['checked signatures', 'encryption'], clause: 'OpenID Connect Core §3.1.3.7' },
    { features: ['JARM'], clause: 'JARM §2.3' },
    { features: ['JARM', 'PAR', 'JAR', 'DPoP'], clause: 'JARM §2.3, RFC 9126 §3' },
    { features: ['JARM', 'encryption'], clause: 'JARM §2.2' },
    { features: ['signed UserInfo'], clause: 'OpenID Connect Core §5.3.2' },
    { features: ['signed UserInfo', 'encryption'], clause: 'OpenID Connect Core §5.3.2' },
    { features: ['hybrid'], clause: 'OpenID Connect Core §3.3' },
    { features: ['hybrid', 'form_post'], clause: 'OpenID Connect Core §3.3' },
    { features: ['hybrid', 'encryption'], clause: 'OpenID Connect Core §3.3' },
  ])('with $features ($clause)', async ({ features }) => {
    const { config, DPoP, callback, checks } = await ask(features)
    if (features.includes('JARM')) expect(namesIn(callback)).toEqual(['response'])
    const options = DPoP === undefined ? {} : { DPoP }
    const tokens = await client.authorizationCodeGrant(config, callback, checks, undefined, options)
    expect(tokens.token_type).toBe(DPoP === undefined ? 'bearer' : 'dpop')
    expect(tokens.claims()).toMatchObject({ sub: 'user-1', nonce: checks.expectedNonce })
    expect(tokens.id_token?.split('.')).toHaveLength(features.includes('encryption') ? 5 : 3)
    const person = await client.fetchUserInfo(config, tokens.access_token, 'user-1', options)
    expect(person).toMatchObject({ sub: 'user-1', name: 'Ada' })
    if (features.includes('encryption') && features.includes('signed UserInfo')) {
      expect(client.getDecryptedResponses(person)).toEqual(expect.any(String))
    }
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '', undefined, options)
    expect(refreshed.access_token).not.toBe(tokens.access_token)
    expect(refreshed.claims()).toMatchObject({ sub: 'user-1' })
    await client.tokenRevocation(config, refreshed.refresh_token ?? '')
    expect(await client.tokenIntrospection(config, refreshed.access_token)).toEqual({ active: false })
  })
})

describe('signs in by an ID Token alone', () => {
  test.each<{ features: Feature[] }>([
    { features: ['implicit'] },
    { features: ['implicit', 'form_post'] },
    { features: ['implicit', 'encryption'] },
  ])('with $features (OpenID Connect Core §3.2)', async ({ features }) => {
    const { config, callback, checks } = await ask(features)
    const { expectedNonce, expectedState, maxAge } = checks
    const claims = await client.implicitAuthentication(config, callback, expectedNonce, { expectedState, maxAge })
    expect(claims).toMatchObject({ sub: 'user-1', nonce: expectedNonce })
    expect(claims).not.toHaveProperty('at_hash')
  })
})

describe('hears that the person said no', () => {
  test.each<{ features: Feature[]; clause: string }>([
    { features: ['denial'], clause: 'RFC 6749 §4.1.2.1' },
    { features: ['denial', 'form_post'], clause: 'OAuth 2.0 Form Post Response Mode §2' },
    { features: ['denial', 'JARM'], clause: 'JARM §2.1' },
    { features: ['denial', 'JARM', 'encryption'], clause: 'JARM §2.2' },
    { features: ['denial', 'hybrid'], clause: 'OpenID Connect Core §3.3.2.6' },
    { features: ['denial', 'hybrid', 'form_post'], clause: 'OpenID Connect Core §3.3.2.6' },
    { features: ['denial', 'implicit'], clause: 'OpenID Connect Core §3.2.2.6' },
    { features: ['denial', 'implicit', 'form_post'], clause: 'OpenID Connect Core §3.2.2.6' },
  ])('with $features ($clause)', async ({ features }) => {
    const { config, callback, checks } = await ask(features)
    const { expectedNonce, expectedState } = checks
    const answer = features.includes('implicit')
      ? client.implicitAuthentication(config, callback, expectedNonce, { expectedState })
      : client.authorizationCodeGrant(config, callback, checks)
    await expect(answer).rejects.toMatchObject({ name: 'AuthorizationResponseError', error: 'access_denied' })
  })
})

describe('authenticates', () => {
  const methods = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'none'] as const
  const certificates = ['tls_client_auth', 'self_signed_tls_client_auth'] as const
  const journeys = [...methods, ...certificates].flatMap((method) =>
    [false, true].map((isPushed) => ({ method, isPushed, how: isPushed ? 'with PAR' : 'without PAR' })),
  )

  test.each(journeys)('by $method, $how (RFC 6749 §2.3, RFC 9126 §2)', async ({ method, isPushed }) => {
    const keys = await foreignKeys()
    const certificate = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'tls', x5c: [x5cOf(PRINTER)] }
    const isTls = method === 'tls_client_auth' || method === 'self_signed_tls_client_auth'
    const authentication = {
      client_secret_basic: () => client.ClientSecretBasic(),
      client_secret_post: () => client.ClientSecretPost(),
      client_secret_jwt: () => client.ClientSecretJwt(),
      private_key_jwt: () => client.PrivateKeyJwt(keys.signing),
      none: () => client.None(),
      tls_client_auth: () => client.TlsClientAuth(),
      self_signed_tls_client_auth: () => client.TlsClientAuth(),
    }[method]()
    const foreign = await startForeignClient({
      authentication,
      ...(isTls && { certificate: PRINTER }),
      metadata: {
        token_endpoint_auth_method: method,
        redirect_uris: [CALLBACK],
        scope: 'openid',
        ...(method.startsWith('client_secret') && { client_secret: SECRET }),
        ...(method === 'private_key_jwt' && { jwks: keys.jwks }),
        ...(method === 'tls_client_auth' && { tls_client_auth_san_dns: 'printer.example' }),
        ...(method === 'self_signed_tls_client_auth' && { jwks: { keys: [certificate] } }),
      },
    })
    const { config } = foreign
    expect(config.serverMetadata().token_endpoint_auth_methods_supported).toContain(method)
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const parameters = {
      redirect_uri: CALLBACK,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }
    const url = isPushed
      ? await client.buildAuthorizationUrlWithPAR(config, parameters)
      : client.buildAuthorizationUrl(config, parameters)
    expect([...url.searchParams.keys()].includes('request_uri')).toBe(isPushed)
    const callback = await answerAs('Allow', foreign, url)
    if (callback === undefined) throw new Error('the client was not called back')
    const tokens = await client.authorizationCodeGrant(config, callback, { pkceCodeVerifier, idTokenExpected: true })
    expect(tokens.claims()).toMatchObject({ sub: 'user-1' })
  })
})
