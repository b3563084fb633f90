/** A login as its rules see it: who asked for what, what came back, which code and which token came from where. */
import { type DecodedJwt, decodeJwt } from '../projections/jwt.ts'
import {
  addressParameters,
  answerOf,
  answerText,
  credentialsOf,
  formOf,
  type Parameters,
  pageOf,
  queryOf,
  redirectOf,
  requestParameters,
} from './fields.ts'
import { isAuthorizationResult, type LoginExchange, originOf } from './recognition.ts'

/** An authorization request (RFC 6749 §4.1.1). */
interface AuthorizationRequest {
  readonly exchange: LoginExchange
  /** Those of the pushed request, when it refers to one (RFC 9126). */
  readonly parameters: Parameters
}

/** An authorization response: where it was first seen. */
export interface AuthorizationResponse {
  readonly exchange: LoginExchange
  /** `response`: in the redirect of the server. `request`: at the app, with no such redirect in the recording. */
  readonly part: 'request' | 'response'
  readonly parameters: Parameters
  /** The request it answers: the one whose state it has, or else the newest one that wants its answer there. */
  readonly answers?: AuthorizationRequest
}

/** A token request (RFC 6749 §4.1.3, §6). */
export interface TokenRequest {
  readonly exchange: LoginExchange
  readonly parameters: Parameters
  /** Where its code came from. */
  readonly authorization?: AuthorizationResponse
}

/** An ID token, decoded and not verified. */
export interface SeenIdToken {
  readonly exchange: LoginExchange
  readonly part: 'request' | 'response'
  readonly jwt: DecodedJwt
  readonly request?: AuthorizationRequest
}

/** Everything that rules ask for. */
export interface Login {
  readonly exchanges: readonly LoginExchange[]
  readonly requests: readonly AuthorizationRequest[]
  readonly responses: readonly AuthorizationResponse[]
  readonly tokenRequests: readonly TokenRequest[]
  readonly idTokens: readonly SeenIdToken[]
  /** Issuers by the origin of their server, as discovery says (RFC 8414 §2). */
  readonly metadata: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** Relates the exchanges of a login. */
export function relateLogin(exchanges: readonly LoginExchange[]): Login {
  const requests = findRequests(exchanges)
  const responses = findResponses(exchanges, requests)
  const tokenRequests = exchanges
    .filter(({ kind }) => kind === 'token request' || kind === 'refresh')
    .map((exchange): TokenRequest => {
      const parameters = formOf(exchange)
      const code = parameters.get('code')
      const from = code === undefined ? undefined : responses.find((one) => one.parameters.get('code') === code)
      return { exchange, parameters, ...(from && { authorization: from }) }
    })
  return {
    exchanges,
    requests,
    responses,
    tokenRequests,
    idTokens: findIdTokens(responses, tokenRequests),
    metadata: new Map(
      exchanges
        .filter(({ kind }) => kind === 'discovery')
        .map((exchange) => [originOf(exchange), answerOf(exchange)] as const),
    ),
  }
}

/** The access token that a request carries, in its header or its query (RFC 6750 §2). */
export function accessTokenOf(exchange: LoginExchange): string | undefined {
  const found = credentialsOf(exchange)
  const isToken = found?.scheme === 'bearer' || found?.scheme === 'dpop'
  return isToken ? found.credentials : queryOf(exchange).get('access_token')
}

function findRequests(exchanges: readonly LoginExchange[]): AuthorizationRequest[] {
  const pushed = new Map<string, Parameters>()
  return exchanges.flatMap((exchange) => {
    const own = requestParameters(exchange)
    const uri = exchange.kind === 'pushed request' ? answerText(exchange, 'request_uri') : undefined
    if (uri !== undefined) pushed.set(uri, own)
    if (exchange.kind !== 'authorization request') return []
    return [{ exchange, parameters: pushed.get(own.get('request_uri') ?? '') ?? own }]
  })
}

function findResponses(
  exchanges: readonly LoginExchange[],
  requests: readonly AuthorizationRequest[],
): AuthorizationResponse[] {
  const redirected = new Set<string>()
  return exchanges.flatMap((exchange): AuthorizationResponse[] => {
    const found: AuthorizationResponse[] = []
    const add = (part: AuthorizationResponse['part'], page: string, parameters: Parameters) => {
      const answers = answeredRequest(requests, exchange, page, parameters)
      found.push({ exchange, part, parameters, ...(answers && { answers }) })
    }
    if (exchange.kind === 'authorization response') {
      const parameters = requestParameters(exchange)
      const wasSeen = redirected.delete(keyOf(exchange.request.url, parameters))
      if (!wasSeen) add('request', pageOf(exchange.request.url), parameters)
    }
    const target = redirectOf(exchange)
    if (target !== undefined && isAuthorizationResult(addressParameters(target))) {
      const parameters = addressParameters(target)
      redirected.add(keyOf(target, parameters))
      // An app that redirects on with what it got has no answer of its own.
      if (exchange.kind !== 'authorization response') add('response', pageOf(target), parameters)
    }
    return found
  })
}

/** A redirect and the request that follows it are one response. */
function keyOf(url: URL | string, parameters: Parameters): string {
  const result = ['code', 'error', 'state', 'access_token'].map((name) => parameters.get(name) ?? '')
  return [pageOf(url), ...result].join('\n')
}

function answeredRequest(
  requests: readonly AuthorizationRequest[],
  exchange: LoginExchange,
  page: string,
  parameters: Parameters,
): AuthorizationRequest | undefined {
  const earlier = requests.filter((request) => request.exchange.index <= exchange.index)
  const wantedThere = earlier.filter((request) => {
    const uri = request.parameters.get('redirect_uri')
    return uri === undefined || (URL.canParse(uri) && pageOf(uri) === page)
  })
  const state = parameters.get('state')
  return (
    wantedThere.findLast((request) => state !== undefined && request.parameters.get('state') === state) ??
    wantedThere.at(-1)
  )
}

function findIdTokens(
  responses: readonly AuthorizationResponse[],
  tokenRequests: readonly TokenRequest[],
): SeenIdToken[] {
  const direct = responses.flatMap(({ exchange, part, parameters, answers }) =>
    toIdToken({ exchange, part, ...(answers && { request: answers }) }, parameters.get('id_token')),
  )
  const redeemed = tokenRequests.flatMap(({ exchange, authorization }) =>
    toIdToken(
      { exchange, part: 'response', ...(authorization?.answers && { request: authorization.answers }) },
      answerText(exchange, 'id_token'),
    ),
  )
  return [...direct, ...redeemed]
}

function toIdToken(seen: Omit<SeenIdToken, 'jwt'>, token: string | undefined): SeenIdToken[] {
  const jwt = token === undefined ? undefined : decodeJwt(token)
  return jwt === undefined ? [] : [{ ...seen, jwt }]
}
