/** One authorization server with a client of every kind, and what a client does with it, for the tests of this folder. */
import { type HttpHandler, type HttpResponse, parseForm, serialiseForm } from '../../http/index.ts'
import { type AuthorizationServer, createAuthorizationServer, type Environment, type ServerConfig } from '../index.ts'
import { createUserAgent, type Page, type UserAgent } from './user-agent.fixture.ts'

/** The second at which an example begins, in epoch seconds. */
export const NOW = 1_800_000_000
/** RFC 7636 Appendix B. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
export const REDIRECT_URI = 'https://app.example/callback'
export const API = 'https://api.example'
export const INITIAL_ACCESS_TOKEN = 'let-me-register'
/** Characters that must be form-encoded before base64 (RFC 6749 §2.3.1). */
export const AWKWARD = { id: 'web:app/1 +%', secret: 's+c:r%t &=~' } as const

const SECRET_POST = { client_secret: 'app-secret', token_endpoint_auth_method: 'client_secret_post' } as const
/** What `app` sends with each request; `other-app` has the same secret, so that naming it is all it takes to be it. */
export const APP = { client_id: 'app', client_secret: SECRET_POST.client_secret } as const

/** The configuration of the example, for any issuer. */
export function exampleConfig(issuer: string): ServerConfig {
  const grant_types = ['authorization_code', 'refresh_token']
  const redirect_uris = [REDIRECT_URI]
  const post_logout_redirect_uris = ['https://app.example/bye']
  const scope = 'openid profile email offline_access notes.read notes.write'
  return {
    issuer,
    resources: [API],
    registration: { initial_access_token: INITIAL_ACCESS_TOKEN },
    users: [
      { username: 'alice', password: 'wonderland', sub: 'user-1', claims: { name: 'Alice', email: 'a@example.org' } },
    ],
    clients: [
      { client_id: 'spa', redirect_uris, grant_types, scope, post_logout_redirect_uris },
      // The client of most tests. It is confidential, so it may introspect, its own refresh tokens included.
      { ...SECRET_POST, client_id: 'app', redirect_uris, grant_types, scope, post_logout_redirect_uris },
      { ...SECRET_POST, client_id: 'other-app', redirect_uris, grant_types, scope },
      { client_id: 'web', client_secret: 'web-secret', redirect_uris, grant_types, scope },
      {
        client_id: AWKWARD.id,
        client_secret: AWKWARD.secret,
        redirect_uris,
        grant_types,
        scope,
      },
      {
        client_id: 'service',
        client_secret: 'service-secret',
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        scope: 'notes.read notes.write',
      },
      { client_id: 'api', client_secret: 'api-secret', grant_types: ['client_credentials'], scope: '' },
    ],
  }
}

/** The clock of an example. */
interface Clock {
  elapsedSeconds: number
}

/** An example that lives in this process: no socket, a clock that stands still. */
export interface Example {
  readonly server: AuthorizationServer
  readonly clock: Clock
  /** The current second, in epoch seconds. */
  now(): number
  /** Endpoint URLs by their discovery name. */
  readonly metadata: Readonly<Record<string, string>>
  readonly alice: UserAgent
}

/** A token response that was successful. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly scope: string
}

/** Starts an example. */
export async function startExample(
  config: Partial<ServerConfig> = {},
  environment: Partial<Environment> = {},
): Promise<Example> {
  const issuer = 'https://as.example'
  const clock: Clock = { elapsedSeconds: 0 }
  const now = () => NOW + clock.elapsedSeconds
  const server = createAuthorizationServer({ ...exampleConfig(issuer), ...config }, { now, ...environment })
  const discovery = await server.handle({
    method: 'GET',
    url: `${issuer}/.well-known/openid-configuration`,
    headers: [],
    body: '',
  })
  return { server, clock, now, metadata: JSON.parse(discovery.body), alice: createUserAgent(issuer, server.handle) }
}

/** An authorization request of the public client, PKCE with the pair of RFC 7636 Appendix B. */
export function authorizationUrl(example: Example, parameters: Readonly<Record<string, string>> = {}): string {
  const query = {
    response_type: 'code',
    client_id: 'spa',
    redirect_uri: REDIRECT_URI,
    scope: 'openid profile offline_access notes.read',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...parameters,
  }
  return `${example.metadata.authorization_endpoint}?${serialiseForm(Object.entries(query))}`
}

/** Clicks through whatever pages stand between a person and the redirect back: signs in as alice, consents. */
export async function signIn(userAgent: UserAgent, url: string): Promise<Page> {
  let page = await userAgent.visit(url)
  for (let pages = 0; page.status === 200 && pages < 3; pages++) {
    page = page.html.includes('name="password"')
      ? await userAgent.submit(page, { username: 'alice', password: 'wonderland' }, /sign in|log in|continue/i)
      : await userAgent.submit(page, {}, /approve|allow|accept/i)
  }
  return page
}

/** The parameters that a redirect back to the client carries in its query. */
export function callbackParameters(page: Page): Readonly<Record<string, string>> {
  if (page.status !== 0) throw new Error(`not redirected back, but answered ${page.status}:\n${page.html}`)
  return Object.fromEntries(parseForm(new URL(page.url).search))
}

/** Gets a fresh code for `app`. */
export async function obtainCode(example: Example, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, error } = callbackParameters(
    await signIn(example.alice, authorizationUrl(example, { client_id: 'app', ...parameters })),
  )
  if (code === undefined) throw new Error(`no code but ${error}`)
  return code
}

/** Posts a form to an endpoint. */
export function post(
  handle: HttpHandler,
  url: string | undefined,
  form: Readonly<Record<string, string>>,
  authorization?: string,
): Promise<HttpResponse> {
  return handle({
    method: 'POST',
    url: url ?? '',
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ...(authorization === undefined ? [] : [['authorization', authorization] as const]),
    ],
    body: serialiseForm(Object.entries(form)),
  })
}

/** Exchanges a code of `app`. */
export function exchange(
  example: Example,
  code: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  return post(example.server.handle, example.metadata.token_endpoint, {
    grant_type: 'authorization_code',
    ...APP,
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
    ...parameters,
  })
}

/** Uses a refresh token of `app`. */
export function refresh(
  example: Example,
  refresh_token: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  return post(example.server.handle, example.metadata.token_endpoint, {
    grant_type: 'refresh_token',
    ...APP,
    refresh_token,
    ...parameters,
  })
}

/** Revokes a token of `app`. */
export function revoke(example: Example, token: string): Promise<HttpResponse> {
  return post(example.server.handle, example.metadata.revocation_endpoint, { ...APP, token })
}

/** Gets fresh tokens for `app`. */
export async function obtainTokens(example: Example): Promise<Tokens> {
  return tokensOf(await exchange(example, await obtainCode(example)))
}

/** The tokens of a successful token response. Throws otherwise. */
export function tokensOf(response: HttpResponse): Tokens {
  if (response.status !== 200) throw new Error(`no tokens but ${response.status} ${response.body}`)
  return JSON.parse(response.body)
}

/** The error code of a response, or `undefined` when it is successful. */
export function errorOf(response: HttpResponse): string | undefined {
  return response.status === 200 ? undefined : JSON.parse(response.body).error
}

/** Whether the introspection endpoint calls a token active. */
export async function isActive(example: Example, token: string): Promise<boolean> {
  const url = example.metadata.introspection_endpoint
  const response = await post(example.server.handle, url, { ...APP, token })
  if (response.status !== 200) throw new Error(`introspection answered ${response.status} ${response.body}`)
  return JSON.parse(response.body).active
}

/** Calls the UserInfo endpoint. */
export function userinfo(example: Example, token: string): Promise<HttpResponse> {
  const url = example.metadata.userinfo_endpoint ?? ''
  return example.server.handle({ method: 'GET', url, headers: [['authorization', `Bearer ${token}`]], body: '' })
}

/** Basic credentials, each part form-encoded first (RFC 6749 §2.3.1). */
export function basic(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) => serialiseForm([['', part]]).slice(1))
  return `Basic ${btoa(encoded.join(':'))}`
}
