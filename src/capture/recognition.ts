/** What each exchange of a recording is in the words of OAuth and OpenID Connect, and which ones have nothing to do with a login. */
import { header, parseForm } from '../http/index.ts'
import { parseJsonObject } from '../lib/json.ts'
import { type EndpointKind, metadataKind, namedEndpoints } from './endpoints.ts'
import {
  addressParameters,
  answerOf,
  answerText,
  credentialsOf,
  formOf,
  isTakenOut,
  type Parameters,
  pageOf,
  queryOf,
  redirectOf,
  requestParameters,
  tokenChallenge,
} from './fields.ts'
import { type OtherKind, otherKind } from './other-protocols.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** What an exchange is. `page`: part of the sign-in without a name of its own, such as the password form. */
export type ExchangeKind =
  | 'discovery'
  | 'resource metadata'
  | 'keys'
  | 'pushed request'
  | 'authorization request'
  | 'authorization response'
  | 'refresh'
  | 'API call'
  | 'preflight'
  | 'page'
  | EndpointKind
  | OtherKind

/** An exchange that belongs to the login. */
export interface LoginExchange extends RecordedExchange {
  /** Position among the exchanges of the login, from 0. */
  readonly index: number
  readonly kind: ExchangeKind
}

/** The exchanges of a recording that belong to a login, and how many others there were. */
export interface RecognisedLogin {
  readonly exchanges: readonly LoginExchange[]
  readonly others: number
}

/** Names every exchange. */
export function recogniseLogin(recorded: readonly RecordedExchange[]): RecognisedLogin {
  const redirectUris = redirectUrisOf(recorded)
  const endpoints = namedEndpoints(recorded)
  const named = recorded.map((exchange) => ({ exchange, kind: kindOf(exchange, redirectUris, endpoints) }))
  const parties = new Set([
    ...named.flatMap(({ exchange, kind }) => (isOfLogin(kind) ? [originOf(exchange)] : [])),
    ...[...redirectUris].map((uri) => new URL(uri).origin).filter((origin) => origin !== 'null'),
  ])
  const isOAuth = named.some(({ kind }) => isAtServer(kind) || kind === 'authorization response')
  const addresses = new Set(
    named.flatMap(({ exchange, kind }) => (isOfLogin(kind) ? [pageOf(exchange.request.url)] : [])),
  )
  const servers = new Set(named.flatMap(({ exchange, kind }) => (isAtServer(kind) ? [originOf(exchange)] : [])))
  const exchanges = named.flatMap(({ exchange, kind }) => {
    // Where there is an authorization server, its password form is one of its pages.
    const own = isOAuth && kind === 'password sign-in' ? undefined : kind
    const known = own ?? (isPage(exchange, parties, servers, redirectUris) ? 'page' : undefined)
    if (known === undefined || (known === 'preflight' && !isWanted(exchange, addresses, endpoints))) return []
    return [{ ...exchange, kind: known }]
  })
  return {
    exchanges: exchanges.map((exchange, index) => ({ ...exchange, index })),
    others: recorded.length - exchanges.length,
  }
}

/** True for what only an authorization server answers. */
export function isAtServer(kind: ExchangeKind | undefined): boolean {
  switch (kind) {
    case 'discovery':
    case 'registration':
    case 'keys':
    case 'pushed request':
    case 'authorization request':
    case 'token request':
    case 'refresh':
    case 'introspection':
    case 'revocation':
    case 'device authorization':
    case 'SAML request':
    case 'WS-Federation request':
      return true
    default:
      return false
  }
}

/** The origin that a request goes to. */
export function originOf({ request }: Pick<RecordedExchange, 'request'>): string {
  return new URL(request.url).origin
}

/** True for what says by itself that it belongs to a login; a preflight belongs to its request. */
function isOfLogin(kind: ExchangeKind | undefined): boolean {
  return kind !== undefined && kind !== 'preflight'
}

/** Addresses that a script asks for with a preflight alone when the browser refuses the request behind it. */
const ENDPOINT =
  /\/(?:token|userinfo|introspect|revoke|register|par|device_authorization|oauth-authorization-server|openid-configuration|oauth-protected-resource)(?:\/|$)/

/** True for a preflight of a request of the login, or of one that never came and would have been (Fetch §4.8). */
function isWanted(
  { request }: RecordedExchange,
  addresses: ReadonlySet<string>,
  endpoints: ReadonlyMap<string, EndpointKind>,
): boolean {
  const page = pageOf(request.url)
  const asked = header(request, 'access-control-request-headers') ?? ''
  return (
    addresses.has(page) ||
    endpoints.has(page) ||
    ENDPOINT.test(page) ||
    /(?:^|[\s,])authorization(?:$|[\s,])/i.test(asked)
  )
}

function kindOf(
  exchange: RecordedExchange,
  redirectUris: ReadonlySet<string>,
  endpoints: ReadonlyMap<string, EndpointKind>,
): ExchangeKind | undefined {
  const { request } = exchange
  const path = new URL(request.url).pathname.toLowerCase()
  const query = queryOf(exchange)
  const form = formOf(exchange)
  const has = (...names: string[]) => names.every((name) => query.has(name) || form.has(name))
  if (request.method === 'OPTIONS') return header(request, 'access-control-request-method') ? 'preflight' : undefined
  const metadata = metadataKind(path)
  if (metadata !== undefined) return metadata
  if (Array.isArray(answerOf(exchange).keys)) return 'keys'
  if (form.has('grant_type')) return form.get('grant_type') === 'refresh_token' ? 'refresh' : 'token request'
  if (isRegistration(exchange)) return 'registration'
  if (form.has('client_id') && typeof answerOf(exchange).device_code === 'string') return 'device authorization'
  if (form.has('client_id') && /\/device(?:_?code|[_-]?auth(?:orization|orize)?)$/.test(path))
    return 'device authorization'
  if (form.has('response_type') && typeof answerOf(exchange).request_uri === 'string') return 'pushed request'
  if (has('response_type', 'client_id') || has('request_uri', 'client_id')) return 'authorization request'
  if (isTokenAnswer(exchange, path)) return 'token request'
  const named = request.method === 'POST' ? endpoints.get(pageOf(request.url)) : undefined
  if (named !== undefined) return named
  if (form.has('token') && typeof answerOf(exchange).active === 'boolean') return 'introspection'
  if (form.has('token') && /introspect/.test(path)) return 'introspection'
  if (form.has('token') && /revo(?:ke|cation)/.test(path)) return 'revocation'
  const other = otherKind(exchange)
  if (other !== undefined) return other
  if (isAuthorizationResponse(exchange, redirectUris)) return 'authorization response'
  if (has('id_token_hint') || has('post_logout_redirect_uri')) return 'logout'
  if (/\/(?:log-?out|sign-?out|end_?-?session)$/.test(path)) return 'logout'
  if (/\/userinfo$/.test(path) && credentialsOf(exchange)) return 'user info'
  const scheme = credentialsOf(exchange)?.scheme
  if (isTakenOut(header(request, 'authorization') ?? '')) return 'API call'
  if (scheme === 'bearer' || scheme === 'dpop' || query.has('access_token')) return 'API call'
  return tokenChallenge(exchange.response) === undefined ? undefined : 'API call'
}

/** A token request whose form was taken out of the file: its path and its answer tell. */
function isTokenAnswer(exchange: RecordedExchange, path: string): boolean {
  if (exchange.request.method !== 'POST' || !/\/(?:access_)?token$/.test(path)) return false
  const isOAuth = answerText(exchange, 'access_token') !== undefined || answerText(exchange, 'error') !== undefined
  return isOAuth || isTakenOut(exchange.request.body)
}

/** A client that registers itself: JSON with its redirect URIs (RFC 7591 §3.1). */
function isRegistration({ request }: RecordedExchange): boolean {
  return request.method === 'POST' && Array.isArray(parseJsonObject(request.body)?.redirect_uris)
}

/** A request that brings an app what an authorization server said (RFC 6749 §4.1.2, §4.2.2; OAuth 2.0 Form Post Response Mode). */
function isAuthorizationResponse(exchange: RecordedExchange, redirectUris: ReadonlySet<string>): boolean {
  return isAnswer(requestParameters(exchange), exchange.request.url, redirectUris)
}

/** Much of the web has a `code` or an `error` in its addresses: one that is expected there, or says whose it is. */
function isAnswer(parameters: Parameters, address: URL | string, redirectUris: ReadonlySet<string>): boolean {
  const isOfLogin = redirectUris.has(pageOf(address)) || parameters.has('state') || parameters.has('iss')
  return isOfLogin && isAuthorizationResult(parameters)
}

/** True for parameters that bring a code, a token or an error. */
export function isAuthorizationResult(parameters: Parameters): boolean {
  if (parameters.has('grant_type') || parameters.has('response_type')) return false
  return ['code', 'error', 'access_token', 'id_token'].some((name) => parameters.has(name))
}

/** Where authorization requests, pushed ones too, want their answer. */
function redirectUrisOf(recorded: readonly RecordedExchange[]): ReadonlySet<string> {
  return new Set(
    recorded.flatMap((exchange) => {
      const parameters = requestParameters(exchange)
      const uri = parameters.get('redirect_uri')
      return uri !== undefined && parameters.has('client_id') && URL.canParse(uri) ? [pageOf(uri)] : []
    }),
  )
}

/** Pages and forms at a party of the login, and redirects that carry it on. */
function isPage(
  exchange: RecordedExchange,
  parties: ReadonlySet<string>,
  servers: ReadonlySet<string>,
  redirectUris: ReadonlySet<string>,
): boolean {
  const { request, resourceType } = exchange
  const target = redirectOf(exchange)
  if (target !== undefined && isAnswer(addressParameters(target), target, redirectUris)) return true
  const origin = originOf(exchange)
  if (target !== undefined && (parties.has(origin) || servers.has(target.origin))) return true
  if (servers.has(origin)) return resourceType === 'document' || isFormPost(exchange)
  return parties.has(origin) && resourceType === 'document' && request.method === 'GET'
}

function isFormPost({ request }: RecordedExchange): boolean {
  return (
    request.method === 'POST' &&
    parseForm(request.body).length > 0 &&
    (header(request, 'content-type') ?? '').includes('form')
  )
}
