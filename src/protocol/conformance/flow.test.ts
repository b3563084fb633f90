/** Complete flows, driven by a certified client library over real HTTP. */
import * as oauth from 'oauth4webapi'
import { afterAll, expect, test } from 'vitest'
import { createAuthorizationServer } from '../index.ts'
import { createResourceServerEnvironment } from '../resource-server/environment.ts'
import {
  API,
  AWKWARD,
  callbackParameters,
  exampleConfig,
  INITIAL_ACCESS_TOKEN,
  REDIRECT_URI,
  signIn,
} from './example-server.fixture.ts'
import { listen } from './node-http.fixture.ts'
import { createUserAgent, type UserAgent } from './user-agent.fixture.ts'

const insecure = { [oauth.allowInsecureRequests]: true }
const { send } = createResourceServerEnvironment()

const listener = await listen((origin) => createAuthorizationServer(exampleConfig(origin)).handle)
afterAll(listener.close)
const issuer = new URL(listener.origin)
const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure))
const spa: oauth.Client = { client_id: 'spa' }
const api: oauth.Client = { client_id: 'api' }
const apiAuthentication = oauth.ClientSecretBasic('api-secret')

function newUserAgent(): UserAgent {
  return createUserAgent(listener.origin, send)
}

interface SignedIn {
  readonly tokens: oauth.TokenEndpointResponse
  readonly idToken: oauth.IDToken
}

/** Authorization code with PKCE, from the first redirect to the validated id_token. */
async function authorize(
  client: oauth.Client,
  authentication: oauth.ClientAuth,
  options: { userAgent?: UserAgent; parameters?: Record<string, string>; redirectUri?: string } = {},
): Promise<SignedIn> {
  const { userAgent = newUserAgent(), parameters = {}, redirectUri = REDIRECT_URI } = options
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const nonce = oauth.generateRandomNonce()
  const url = new URL(as.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile offline_access notes.read',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  }).toString()
  const page = await signIn(userAgent, url.href)
  const callback = oauth.validateAuthResponse(as, client, new URL(page.url), state)
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    authentication,
    callback,
    redirectUri,
    verifier,
    insecure,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(as, response, insecure)
  const idToken = oauth.getValidatedIdTokenClaims(tokens)
  if (idToken === undefined) throw new Error('no id_token')
  return { tokens, idToken }
}

async function introspect(token: string): Promise<oauth.IntrospectionResponse> {
  const response = await oauth.introspectionRequest(as, api, apiAuthentication, token, insecure)
  return oauth.processIntrospectionResponse(as, api, response)
}

function refresh(refreshToken: string | undefined): Promise<oauth.TokenEndpointResponse> {
  return oauth
    .refreshTokenGrantRequest(as, spa, oauth.None(), refreshToken ?? '', insecure)
    .then((response) => oauth.processRefreshTokenResponse(as, spa, response))
}

test('publishes one set of metadata at both well-known places (RFC 8414 §3, OpenID Connect Discovery §4)', async () => {
  const response = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' })
  const metadata = await oauth.processDiscoveryResponse(issuer, response)
  expect(metadata.issuer).toBe(listener.origin)
  expect(metadata.token_endpoint).toBe(as.token_endpoint)
  expect(as).toMatchObject({
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    response_types_supported: ['code'],
  })
})

test('code, PKCE, id_token, userinfo, refresh, revoke and introspect, in one flow (RFC 6749 §4.1, OpenID Connect Core §3.1)', async () => {
  const { tokens, idToken } = await authorize(spa, oauth.None())
  expect(idToken).toMatchObject({ iss: listener.origin, aud: 'spa', sub: 'user-1' })
  expect(tokens.token_type).toBe('bearer')

  const userInfoResponse = await oauth.userInfoRequest(as, spa, tokens.access_token, insecure)
  const user = await oauth.processUserInfoResponse(as, spa, idToken.sub, userInfoResponse)
  expect(user).toMatchObject({ sub: 'user-1', name: 'Alice' })
  expect(user.email).toBeUndefined()

  const refreshed = await refresh(tokens.refresh_token)
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  expect(await introspect(refreshed.access_token)).toMatchObject({
    active: true,
    client_id: 'spa',
    sub: 'user-1',
    iss: listener.origin,
    scope: expect.stringContaining('notes.read'),
  })

  const revocation = await oauth.revocationRequest(as, spa, oauth.None(), refreshed.refresh_token ?? '', insecure)
  expect(await oauth.processRevocationResponse(revocation)).toBeUndefined()
  expect(await introspect(refreshed.access_token)).toEqual({ active: false })
  await expect(refresh(refreshed.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
})

test('issues access tokens that a resource server library accepts (RFC 9068 §4)', async () => {
  const { tokens } = await authorize(spa, oauth.None())
  const request = new Request(`${API}/notes`, { headers: { authorization: `Bearer ${tokens.access_token}` } })
  const claims = await oauth.validateJwtAccessToken(as, request, API, insecure)
  expect(claims).toMatchObject({ iss: listener.origin, sub: 'user-1', client_id: 'spa', aud: expect.anything() })
  expect(claims).toMatchObject({ auth_time: expect.any(Number), acr: expect.any(String), jti: expect.any(String) })
})

test('a confidential client whose id and secret need encoding signs in (RFC 6749 §2.3.1)', async () => {
  const { idToken } = await authorize({ client_id: AWKWARD.id }, oauth.ClientSecretBasic(AWKWARD.secret))
  expect(idToken.aud).toBe(AWKWARD.id)
})

test('client credentials: an access token, no refresh token (RFC 6749 §4.4)', async () => {
  const service: oauth.Client = { client_id: 'service' }
  const authentication = oauth.ClientSecretPost('service-secret')
  const parameters = { scope: 'notes.read' }
  const response = await oauth.clientCredentialsGrantRequest(as, service, authentication, parameters, insecure)
  const tokens = await oauth.processClientCredentialsResponse(as, service, response)
  expect(tokens.refresh_token).toBeUndefined()
  expect(await introspect(tokens.access_token)).toMatchObject({
    active: true,
    client_id: 'service',
    scope: 'notes.read',
  })
})

test('a client registers itself and signs somebody in (RFC 7591 §3)', async () => {
  const redirectUri = 'https://new.example/callback'
  const metadata = {
    client_name: 'New',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: 'openid profile offline_access notes.read',
  }
  const options = { ...insecure, initialAccessToken: INITIAL_ACCESS_TOKEN }
  const response = await oauth.dynamicClientRegistrationRequest(as, metadata, options)
  const client = await oauth.processDynamicClientRegistrationResponse(response)
  const secret = String(client.client_secret)
  const { idToken } = await authorize(client, oauth.ClientSecretBasic(secret), { redirectUri })
  expect(idToken.aud).toBe(client.client_id)
})

test('signs out at end_session and must sign in again (OpenID Connect RP-Initiated Logout §2, §3)', async () => {
  const userAgent = newUserAgent()
  const { tokens } = await authorize(spa, oauth.None(), { userAgent })
  await authorize(spa, oauth.None(), { userAgent, parameters: { prompt: 'none' } })
  const url = new URL(as.end_session_endpoint ?? '')
  url.search = new URLSearchParams({
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: 'https://app.example/bye',
    state: 'bye-1',
  }).toString()
  let page = await userAgent.visit(url.href)
  // A server may ask the person first (§2).
  if (page.status === 200) page = await userAgent.submit(page, {}, /sign out|log out|yes/i)
  expect(page.url).toBe('https://app.example/bye?state=bye-1')
  await expect(authorize(spa, oauth.None(), { userAgent, parameters: { prompt: 'none' } })).rejects.toMatchObject({
    error: 'login_required',
  })
})

test('deny leads back with access_denied, state and iss (RFC 6749 §4.1.2.1, RFC 9207 §2)', async () => {
  const userAgent = newUserAgent()
  const url = new URL(as.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    client_id: 'spa',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'openid',
    prompt: 'consent',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    state: 's',
  }).toString()
  const login = await userAgent.visit(url.href)
  const consent = await userAgent.submit(login, { username: 'alice', password: 'wonderland' })
  const page = await userAgent.submit(consent, {}, /deny|cancel/i)
  expect(callbackParameters(page)).toMatchObject({ error: 'access_denied', state: 's', iss: listener.origin })
})

test('a wrong password stays at the server and a right one goes on', async () => {
  const userAgent = newUserAgent()
  const url = `${as.authorization_endpoint}?${new URLSearchParams({
    client_id: 'web',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'openid',
  })}`
  const login = await userAgent.visit(url)
  const again = await userAgent.submit(login, { username: 'alice', password: 'wrong' })
  expect(again.status).toBeGreaterThanOrEqual(200)
  expect(again.html).toContain('name="password"')
  const consent = await userAgent.submit(again, { username: 'alice', password: 'wonderland' })
  expect(callbackParameters(await userAgent.submit(consent, {}, /approve|allow/i)).code).toBeDefined()
})
