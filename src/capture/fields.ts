/** The parameters that a recorded exchange carries: in its query, its form, its fragment, its answer, its redirect. */

import { type FormFields, type HttpResponse, header, mediaType, parseForm } from '../http/index.ts'
import { parseJsonObject } from '../lib/json.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** Parameters by name. Of a repeated one the first counts; repeating is an error of its own (RFC 6749 §3.1). */
export type Parameters = ReadonlyMap<string, string>

/** Parameters of name–value pairs; what is empty counts as left out (RFC 6749 §3.1). */
function toParameters(fields: FormFields): Parameters {
  return new Map(fields.filter(([, value]) => value !== '').reverse())
}

/** True for what a sanitizer has put in the place of a value: equal ones need not have been equal. */
export function isTakenOut(value: string): boolean {
  return /^\[(?:[\w .-]{1,60} )?redacted\]$|^(?:redacted|\*{3,})$/i.test(value)
}

/** The query of the request. */
export function queryOf({ request }: RecordedExchange): Parameters {
  return toParameters(parseForm(new URL(request.url).search))
}

/** The form in the request's body; some servers take a token request as JSON. None when the body is something else. */
export function formOf({ request }: RecordedExchange): Parameters {
  if (mediaType(request) === 'application/x-www-form-urlencoded') return toParameters(parseForm(request.body))
  const members = Object.entries(parseJsonObject(request.body) ?? {})
  const texts = members.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return toParameters(texts.some(([name]) => name === 'grant_type') ? texts : [])
}

/** Query, form and fragment of the request together. */
export function requestParameters(exchange: RecordedExchange): Parameters {
  return new Map([...toParameters(parseForm(exchange.fragment)), ...queryOf(exchange), ...formOf(exchange)])
}

/** The JSON object that was answered; an empty one when there is none. */
export function answerOf({ response }: Pick<RecordedExchange, 'response'>): Readonly<Record<string, unknown>> {
  if (response === undefined || !mediaType(response).endsWith('json')) return {}
  return parseJsonObject(response.body) ?? {}
}

/** A text member of the answer. */
export function answerText(exchange: Pick<RecordedExchange, 'response'>, name: string): string | undefined {
  const value = answerOf(exchange)[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Where a response redirects to; `undefined` when it does not. */
export function redirectOf({ request, response }: RecordedExchange): URL | undefined {
  const location = response && header(response, 'location')
  if (response === undefined || location === undefined || response.status < 300 || response.status > 399)
    return undefined
  return URL.canParse(location, request.url) ? new URL(location, request.url) : undefined
}

/** Query and fragment of an address together. */
export function addressParameters(url: URL): Parameters {
  return new Map([...toParameters(parseForm(url.hash.slice(1))), ...toParameters(parseForm(url.search))])
}

/** An address without query and fragment: what a redirect URI is compared by. */
export function pageOf(url: URL | string): string {
  const { origin, protocol, host, pathname } = new URL(url)
  // A scheme of an app's own has no origin (RFC 8252 §7.1).
  return origin === 'null' ? `${protocol}${host === '' ? '' : `//${host}`}${pathname}` : `${origin}${pathname}`
}

/** The scheme and the credentials of the Authorization header (RFC 9110 §11.4). */
export function credentialsOf({ request }: RecordedExchange): { scheme: string; credentials: string } | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(.+)$/.exec(header(request, 'authorization') ?? '') ?? []
  return scheme === '' ? undefined : { scheme: scheme.toLowerCase(), credentials }
}

/** A challenge of a WWW-Authenticate header (RFC 9110 §11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string
  readonly parameters: ReadonlyMap<string, string>
}

/** The challenge of a response for a token: Bearer (RFC 6750 §3) or DPoP (RFC 9449 §7.1). */
export function tokenChallenge(response: HttpResponse | undefined): Challenge | undefined {
  const line = response && header(response, 'www-authenticate')
  const found = /(?:^|,\s*)(bearer|dpop)\b(?!=)(.*)/is.exec(line ?? '')
  if (found === null) return undefined
  const [, scheme = '', rest = ''] = found
  const parameters = [...rest.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)]
  return {
    scheme: scheme.toLowerCase(),
    parameters: new Map(parameters.map(([, name = '', quoted, token]) => [name.toLowerCase(), quoted ?? token ?? ''])),
  }
}
