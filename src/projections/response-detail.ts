/** What a response says about itself: its status line, and the error code, members or page title that tell it from others. */
import { type HttpResponse, header, mediaType } from '../http/index.ts'
import { jsonBody, redirectFields } from './message-fields.ts'

/** The status, with what follows it in a label. */
export interface ResponseDetail {
  /** `200 OK`, or `400 invalid_grant` when the body or the challenge names an error. */
  readonly status: string
  readonly parts: readonly string[]
}

/** The statuses that the servers of this project send (RFC 9110 §15). */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** Members that say what a JSON answer is; where there is one of them the others are left out. */
const TELLING_MEMBERS = ['access_token', 'refresh_token', 'id_token', 'active', 'client_id', 'keys', 'issuer']

/** Reads what a response says about itself. Never throws: a body that is not what its type says has no parts. */
export function responseDetail(response: HttpResponse): ResponseDetail {
  const error = responseError(response)
  if (error !== undefined) return { status: `${response.status} ${error.code}`, parts: [] }
  const status = `${response.status} ${reasonPhrase(response.status)}`.trimEnd()
  return { status, parts: mediaType(response) === 'text/html' ? pageTitle(response.body) : members(jsonBody(response)) }
}

/** What stands behind a status in a status line (RFC 9112 §4); `''` for one that no server of this project sends. */
export function reasonPhrase(status: number): string {
  return REASONS[status] ?? ''
}

/** An error that a response names. */
export interface ResponseError {
  /** Such as `invalid_grant`. */
  readonly code: string
  readonly description?: string
}

/** The error that a response names: in its JSON body (RFC 6749 §5.2), its challenge (RFC 6750 §3) or its redirect (RFC 6749 §4.1.2.1). */
export function responseError(response: HttpResponse): ResponseError | undefined {
  const body = jsonBody(response)
  return (
    toError(body.error, body.error_description) ??
    toError(challengeParameter(response, 'error'), challengeParameter(response, 'error_description')) ??
    redirectError(response)
  )
}

function redirectError(response: HttpResponse): ResponseError | undefined {
  const { query, fragment } = redirectFields(response)
  const fields = new Map([...fragment, ...query])
  return toError(fields.get('error'), fields.get('error_description'))
}

function challengeParameter(response: HttpResponse, name: string): string | undefined {
  return new RegExp(`[\\s,]${name}="([^"]*)"`).exec(header(response, 'www-authenticate') ?? '')?.[1]
}

function toError(code: unknown, description: unknown): ResponseError | undefined {
  if (typeof code !== 'string' || code === '') return undefined
  return typeof description === 'string' ? { code, description } : { code }
}

function members(object: Readonly<Record<string, unknown>>): string[] {
  if (Array.isArray(object)) return [object.length === 1 ? '1 item' : `${object.length} items`]
  const telling = TELLING_MEMBERS.filter((name) => name in object)
  return (telling.length > 0 ? telling : Object.keys(object)).map((name) =>
    typeof object[name] === 'boolean' ? `${name}: ${object[name]}` : name,
  )
}

function pageTitle(html: string): string[] {
  const title = /<title>([^<]*)<\/title>/i.exec(html)?.[1]?.trim()
  return title ? [`“${title}”`] : []
}
