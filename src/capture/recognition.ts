/** What each exchange of a recording is in the words of OAuth and OpenID Connect, and which ones have nothing to do with a login. */
import { header, parseForm } from '../http/index.ts'
import {
  addressParameters,
  answerOf,
  credentialsOf,
  formOf,
  type Parameters,
  pageOf,
  queryOf,
  redirectOf,
  requestParameters,
  tokenChallenge,
} from './fields.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** What an exchange is. `page`: part of the sign-in without a name of its own, such as the password form. */
export type ExchangeKind =
  | 'discovery'
  | 'keys'
  | 'pushed request'
  | 'authorization request'
  | 'authorization response'
  | 'token request'
  | 'refresh'
  | 'user info'
  | 'introspection'
  | 'revocation'
  | 'device authorization'
  | 'logout'
  | 'API call'
  | 'preflight'
  | 'page'

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
  const named = recorded.map((exchange) => ({ exchange, kind: kindOf(exchange, redirectUris) }))
  const parties = new Set([
    ...named.flatMap(({ exchange, kind }) => (kind === undefined ? [] : [originOf(exchange)])),
    ...[...redirectUris].map((uri) => new URL(uri).origin).filter((origin) => origin !== 'null'),
  ])
  const servers = new Set(named.flatMap(({ exchange, kind }) => (isAtServer(kind) ? [originOf(exchange)] : [])))
  const exchanges = named.flatMap(({ exchange, kind }) => {
    const known = kind ?? (isPage(exchange, parties, servers) ? 'page' : undefined)
    return known === undefined ? [] : [{ ...exchange, kind: known }]
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
    case 'keys':
    case 'pushed request':
    case 'authorization request':
    case 'token request':
    case 'refresh':
    case 'introspection':
    case 'revocation':
    case 'device authorization':
      return true
    default:
      return false
  }
}

/** The origin that a request goes to. */
export function originOf({ request }: Pick<RecordedExchange, 'request'>): string {
  return new URL(request.url).origin
}

function kindOf(exchange: RecordedExchange, redirectUris: ReadonlySet<string>): ExchangeKind | undefined {
  const { request } = exchange
  const path = new URL(request.url).pathname.toLowerCase()
  const query = queryOf(exchange)
  const form = formOf(exchange)
  const has = (...names: string[]) => names.every((name) => query.has(name) || form.has(name))
  if (request.method === 'OPTIONS') return header(request, 'access-control-request-method') ? 'preflight' : undefined
  if (/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/.test(path)) return 'discovery'
  if (Array.isArray(answerOf(exchange).keys)) return 'keys'
  if (form.has('grant_type')) return form.get('grant_type') === 'refresh_token' ? 'refresh' : 'token request'
  if (form.has('client_id') && typeof answerOf(exchange).device_code === 'string') return 'device authorization'
  if (form.has('response_type') && typeof answerOf(exchange).request_uri === 'string') return 'pushed request'
  if (has('response_type', 'client_id') || has('request_uri', 'client_id')) return 'authorization request'
  if (form.has('token') && /introspect/.test(path)) return 'introspection'
  if (form.has('token') && /revo(?:ke|cation)/.test(path)) return 'revocation'
  if (isAuthorizationResponse(exchange, redirectUris)) return 'authorization response'
  if (has('id_token_hint') || has('post_logout_redirect_uri')) return 'logout'
  if (/\/(?:log-?out|sign-?out|end_?-?session)$/.test(path)) return 'logout'
  if (/\/userinfo$/.test(path) && credentialsOf(exchange)) return 'user info'
  const scheme = credentialsOf(exchange)?.scheme
  if (scheme === 'bearer' || scheme === 'dpop' || query.has('access_token')) return 'API call'
  return tokenChallenge(exchange.response) === undefined ? undefined : 'API call'
}

/** A request that brings an app what an authorization server said (RFC 6749 §4.1.2, §4.2.2; OAuth 2.0 Form Post Response Mode). */
function isAuthorizationResponse(exchange: RecordedExchange, redirectUris: ReadonlySet<string>): boolean {
  const parameters = requestParameters(exchange)
  if (!isAuthorizationResult(parameters)) return false
  const isExpected = redirectUris.has(pageOf(exchange.request.url))
  return isExpected || parameters.has('state') || parameters.has('iss')
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
function isPage(exchange: RecordedExchange, parties: ReadonlySet<string>, servers: ReadonlySet<string>): boolean {
  const { request, resourceType } = exchange
  const target = redirectOf(exchange)
  if (target !== undefined && isAuthorizationResult(addressParameters(target))) return true
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
