/** What a message is called in a picture: its method or status, its path, and the parameters that tell it from others. */
import { type FormFields, type HttpRequest, type HttpResponse, header, originOf, parseForm } from '../http/index.ts'
import type { Message } from '../simulation/types.ts'
import { formBody, redirectTarget } from './message-fields.ts'
import { responseDetail, responseError } from './response-detail.ts'

/** Longer labels would widen a diagram's columns with every message (measured: no column moves up to this length). */
export const LABEL_LENGTH = 44

/** A name for a message: one that fits a diagram, and the whole of it. */
export interface Label {
  /** At most {@link LABEL_LENGTH} characters, one line. */
  readonly label: string
  readonly text: string
}

/** The parameters that tell requests to an endpoint apart, the most telling first, by the last segment of the path. */
const TELLING: ReadonlyMap<string, readonly string[]> = new Map([
  ['authorize', ['prompt', 'max_age', 'acr_values', 'code_challenge', 'state', 'response_type', 'request_uri']],
  ['callback', ['error', 'code', 'access_token', 'id_token', 'state']],
  ['consent', ['decision']],
  ['bc-authorize', ['binding_message', 'login_hint', 'scope']],
  ['login', ['username']],
  ['token', ['grant_type', 'scope']],
  ['revoke', ['token_type_hint', 'token']],
  ['backchannel-logout', ['logout_token']],
])

/** Parameters whose value is long, random or secret: that they are there is what matters. */
const OPAQUE = new Set(
  'code state nonce code_challenge code_verifier token access_token refresh_token id_token id_token_hint logout_token client_secret client_assertion assertion password otp totp recovery_code device_code user_code subject_token actor_token session_state request request_uri csrf transaction interaction mail_code mail_text'.split(
    ' ',
  ),
)
const LONGEST_VALUE = 24
/** In a table there is room for an address or a list of scopes, as long as it does not look like a token. */
const LONGEST_VALUE_IN_TABLE = 80
const TOKEN_LIKE = /^[\w.~+/=-]{25,}$/

/** The name of a message on the wire; a copy of a request, and the answer to it, say so. */
export function messageLabel(message: Message): Label {
  if (message.step !== undefined) return { label: shorten(message.step), text: message.step }
  const { request, response, copyOf } = message
  const own = response === undefined ? requestLabel(request) : responseLabel(request, response)
  if (copyOf === undefined) return own
  const prefix = response === undefined ? 'copy of' : 'to the copy:'
  return { label: shorten(`${prefix} ${own.label}`), text: `${prefix} ${own.text}` }
}

/** `POST /token grant_type=authorization_code`. In the whole text the URL is absolute and every parameter is named; secrets never show. */
export function requestLabel(request: HttpRequest): Label {
  const { url, fields, extra } = requestParts(request)
  const telling = [...tellingFields(url.pathname, fields).map(describeField), ...extra]
  const all = [...fields.map(describeField), ...extra]
  return {
    label: fitPath(`${request.method} `, url.pathname, ' ', telling),
    text: oneLine([`${request.method} ${originOf(url)}${url.pathname}`, ...all].join(' ')),
  }
}

/** `200 OK access_token, refresh_token`, `303 → /callback?code…&state…`, `400 invalid_grant`. */
export function responseLabel(request: HttpRequest, response: HttpResponse): Label {
  const target = redirectTarget(request, response)
  if (target === undefined) {
    const { status, parts } = responseDetail(response)
    return { label: fitParts(status, ', ', parts, ' '), text: oneLine(`${status} ${parts.join(', ')}`) }
  }
  const fields = addressFields(target)
  const mark = target.search === '' && target.hash !== '' ? '#' : '?'
  const telling = tellingFields(target.pathname, fields).map(describeField)
  return {
    label: fitPath(`${response.status} → `, target.pathname, '&', telling, mark),
    text: oneLine(
      `${response.status} → ${originOf(target)}${target.pathname}${fields.length > 0 ? mark : ''}${fields.map(describeField).join('&')}`,
    ),
  }
}

/** A message as the columns of a table; what is secret or random is named and never shown. */
export interface MessageColumns {
  /** `POST`, `200 OK`, `400 invalid_grant`, `303`. */
  readonly method: string
  /** The path that a request goes to or a redirect leads to; `''` for any other response. */
  readonly path: string
  /** `grant_type=refresh_token`, `code…`; for a response what it holds. */
  readonly parameters: readonly string[]
}

/** Takes a message apart for a table. */
export function messageColumns({ request, response, step }: Message): MessageColumns {
  if (step !== undefined) return { method: step, path: '', parameters: [] }
  if (response === undefined) {
    const { url, fields, extra } = requestParts(request)
    return { method: request.method, path: url.pathname, parameters: [...fields.map(describeForTable), ...extra] }
  }
  const target = redirectTarget(request, response)
  if (target !== undefined) {
    return {
      method: String(response.status),
      path: target.pathname,
      parameters: addressFields(target).map(describeForTable),
    }
  }
  const { status, parts } = responseDetail(response)
  return { method: status, path: '', parameters: parts }
}

/** True for a status of 400 and more, and for a redirect that carries an error code (RFC 6749 §4.1.2.1). */
export function isErrorResponse(response: HttpResponse): boolean {
  return response.status >= 400 || (response.status >= 300 && responseError(response) !== undefined)
}

/** Cuts a text to {@link LABEL_LENGTH} characters, never inside a surrogate pair, and marks the cut. */
export function shorten(text: string): string {
  const line = oneLine(text)
  if (line.length <= LABEL_LENGTH) return line
  const kept = line.slice(0, LABEL_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')
  return `${kept.trimEnd()}…`
}

/** A path, shortened in its middle when there would be no room for the most telling part, and whole parts as long as they fit. */
function fitPath(verb: string, path: string, separator: string, parts: readonly string[], first = separator): string {
  const heads = shorterPaths(path).map((shorter) => `${verb}${shorter}`)
  const [most, ...rest] = parts
  if (most === undefined) {
    const head = heads.find((candidate) => candidate.length <= LABEL_LENGTH)
    return fitParts(head ?? `${verb}${path}`, separator, [])
  }
  // What a token request is for tells more than the name of the parameter that says so.
  const forms = most.startsWith('grant_type=') ? [most, most.slice('grant_type='.length)] : [most]
  const fitting = heads
    .flatMap((head) => forms.map((form) => ({ head, form })))
    .find(({ head, form }) => oneLine(`${head}${first}${form}`).length <= LABEL_LENGTH)
  return fitting === undefined
    ? fitParts(`${verb}${path}`, separator, parts, first)
    : fitParts(fitting.head, separator, [fitting.form, ...rest], first)
}

/** A path and its abbreviations: `/realms/demo/protocol/token`, `/realms/…/token`, `/…/token`. */
function shorterPaths(path: string): string[] {
  const segments = path.split('/').slice(1)
  const last = segments.at(-1) ?? ''
  return [
    path,
    ...(segments.length > 2 ? [`/${segments[0]}/…/${last}`] : []),
    ...(segments.length > 1 ? [`/…/${last}`] : []),
  ]
}

/** Appends whole parts, the most telling first, as long as they fit. */
function fitParts(head: string, separator: string, parts: readonly string[], first = separator): string {
  let label = oneLine(head)
  for (const [index, part] of parts.entries()) {
    const longer = oneLine(`${label}${index === 0 ? first : separator}${part}`)
    if (longer.length > LABEL_LENGTH) break
    label = longer
  }
  return shorten(label)
}

/** Control characters and runs of blanks become one blank: a label is one line. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function requestParts(request: HttpRequest): { url: URL; fields: FormFields; extra: readonly string[] } {
  const url = new URL(request.url)
  return { url, fields: [...parseForm(url.search), ...formBody(request)], extra: headerParts(request) }
}

/** The fields in the query and in the fragment of an address. */
function addressFields({ search, hash }: URL): FormFields {
  return [...parseForm(search), ...parseForm(hash.slice(1))]
}

function tellingFields(path: string, fields: FormFields): FormFields {
  // A server may have its endpoints anywhere; what is sent there is the same.
  const has = (name: string) => fields.some(([candidate]) => candidate === name)
  const kind = has('grant_type') ? 'token' : has('response_type') ? 'authorize' : path.slice(path.lastIndexOf('/') + 1)
  const names = TELLING.get(kind)
  if (names === undefined) return fields
  return names.flatMap((name) => fields.filter(([candidate]) => candidate === name).slice(0, 1))
}

function describeField([name, given]: FormFields[number]): string {
  // Of a long name of a grant its last part tells.
  const value = name === 'grant_type' ? given.replace(/^urn:.*:/, '…:') : given
  return OPAQUE.has(name) || value.length > LONGEST_VALUE ? `${name}…` : `${name}=${value}`
}

function describeForTable([name, value]: FormFields[number]): string {
  const isSecret = OPAQUE.has(name) || value.length > LONGEST_VALUE_IN_TABLE || TOKEN_LIKE.test(value)
  return oneLine(isSecret ? `${name}…` : `${name}=${value}`)
}

/** What headers tell: that credentials are sent, never which; and what a preflight asks leave for (Fetch §4.8). */
function headerParts(request: HttpRequest): string[] {
  const credentials = header(request, 'authorization')
  const intended = header(request, 'access-control-request-method')
  return [
    ...(credentials === undefined ? [] : [`Authorization: ${credentials.split(' ', 1)[0]}`]),
    ...(intended === undefined ? [] : [`preflight for ${intended}`]),
  ]
}
