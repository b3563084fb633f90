/** One good request to every endpoint, each with fresh artifacts: what a hostile request is made of. */
import type { FormFields, HeaderLine, HttpRequest } from '../../http/index.ts'
import { parseForm, serialiseForm } from '../../http/index.ts'
import {
  APP,
  authorizationUrl,
  type Example,
  INITIAL_ACCESS_TOKEN,
  obtainCode,
  obtainTokens,
  REDIRECT_URI,
  signIn,
  VERIFIER,
} from './example-server.fixture.ts'
import { createUserAgent, type Page, readForm, type UserAgent } from './user-agent.fixture.ts'

/** A request with its parameters still apart, so that they can be changed. */
export interface RequestParts {
  readonly method: string
  /** Without a query. */
  readonly url: string
  readonly headers: readonly HeaderLine[]
  readonly query: FormFields
  /** A form, or the text of another media type. */
  readonly body: FormFields | string
}

/** Puts the parts together. */
export function assemble({ method, url, headers, query, body }: RequestParts): HttpRequest {
  return {
    method,
    url: query.length === 0 ? url : `${url}?${serialiseForm(query)}`,
    headers,
    body: typeof body === 'string' ? body : serialiseForm(body),
  }
}

/** Names of the good requests. */
export const goodRequestNames = [
  'authorize',
  'authorize silently',
  'push',
  'authorize what was pushed',
  'sign in',
  'consent',
  'redeem a code',
  'refresh',
  'client credentials',
  'revoke',
  'introspect',
  'userinfo',
  'register',
  'sign out',
  'confirm to sign out',
  'keys',
  'openid metadata',
  'oauth metadata',
] as const
/** The name of a good request. */
export type GoodRequestName = (typeof goodRequestNames)[number]

/** Prepares a good request: everything it needs has just been issued. */
export async function prepare(name: GoodRequestName, example: Example): Promise<RequestParts> {
  const { alice, metadata, server } = example
  const post = (url: string | undefined, form: Readonly<Record<string, string>>): RequestParts => ({
    method: 'POST',
    url: url ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    query: [],
    body: Object.entries(form),
  })
  const push = () => {
    const { query } = get(authorizationUrl(example))
    return post(metadata.pushed_authorization_request_endpoint, { ...Object.fromEntries(query), ...APP })
  }
  switch (name) {
    case 'authorize':
      return get(authorizationUrl(example))
    case 'authorize silently':
      await signIn(alice, authorizationUrl(example))
      return withCookies(get(authorizationUrl(example, { prompt: 'none' })), alice)
    case 'push':
      return push()
    case 'authorize what was pushed': {
      const { body } = await server.handle(assemble(push()))
      const query = serialiseForm([
        ['client_id', APP.client_id],
        ['request_uri', JSON.parse(body).request_uri],
      ])
      return get(`${metadata.authorization_endpoint}?${query}`)
    }
    case 'sign in': {
      const browser = createUserAgent(server.issuer, server.handle)
      const parts = submission(await browser.visit(authorizationUrl(example)), browser)
      return { ...parts, body: [...parts.body, ['username', 'alice'], ['password', 'wonderland']] }
    }
    case 'consent': {
      await signIn(alice, authorizationUrl(example))
      const parts = submission(await alice.visit(authorizationUrl(example, { prompt: 'consent' })), alice)
      return { ...parts, body: [...parts.body, ['decision', 'approve']] }
    }
    case 'redeem a code': {
      const code = await obtainCode(example)
      const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER }
      return post(metadata.token_endpoint, { ...form, ...APP })
    }
    case 'refresh': {
      const { refresh_token } = await obtainTokens(example)
      return post(metadata.token_endpoint, { grant_type: 'refresh_token', refresh_token, ...APP })
    }
    case 'client credentials': {
      const credentials = { client_id: 'service', client_secret: 'service-secret' }
      return post(metadata.token_endpoint, { grant_type: 'client_credentials', ...credentials })
    }
    case 'revoke':
      return post(metadata.revocation_endpoint, { token: (await obtainTokens(example)).refresh_token, ...APP })
    case 'introspect':
      return post(metadata.introspection_endpoint, { token: (await obtainTokens(example)).access_token, ...APP })
    case 'userinfo': {
      const { access_token } = await obtainTokens(example)
      return { ...get(metadata.userinfo_endpoint ?? ''), headers: [['authorization', `Bearer ${access_token}`]] }
    }
    case 'register':
      return {
        ...post(metadata.registration_endpoint, {}),
        headers: [
          ['content-type', 'application/json'],
          ['authorization', `Bearer ${INITIAL_ACCESS_TOKEN}`],
        ],
        body: JSON.stringify({ redirect_uris: ['https://new.example/callback'] }),
      }
    case 'sign out': {
      const hint = serialiseForm([['id_token_hint', (await obtainTokens(example)).id_token]])
      return withCookies(get(`${metadata.end_session_endpoint}?${hint}`), alice)
    }
    case 'confirm to sign out': {
      await signIn(alice, authorizationUrl(example))
      const parts = submission(await alice.visit(metadata.end_session_endpoint ?? ''), alice)
      return { ...parts, body: [...parts.body, ['decision', 'approve']] }
    }
    case 'keys':
      return get(metadata.jwks_uri ?? '')
    case 'openid metadata':
      return get(`${server.issuer}/.well-known/openid-configuration`)
    case 'oauth metadata':
      return get(`${server.issuer}/.well-known/oauth-authorization-server`)
    default:
      return name satisfies never
  }
}

function get(url: string): RequestParts {
  const { origin, pathname, search } = new URL(url)
  return { method: 'GET', url: origin + pathname, headers: [], query: parseForm(search), body: '' }
}

/** What submitting a page's form sends, before anything is typed or pressed. */
function submission(page: Page, browser: UserAgent): RequestParts & { readonly body: FormFields } {
  const { action, fields } = readForm(page)
  const hidden = Object.entries(fields).filter(([name]) => name !== 'username' && name !== 'password')
  const headers: HeaderLine[] = [['content-type', 'application/x-www-form-urlencoded']]
  const parts: RequestParts = { method: 'POST', url: action, headers, query: [], body: hidden }
  return { ...withCookies(parts, browser), body: hidden }
}

function withCookies(parts: RequestParts, browser: UserAgent): RequestParts {
  const cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
  return { ...parts, headers: [...parts.headers, ['cookie', cookie]] }
}
