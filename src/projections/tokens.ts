/** Every token and code that was seen on the wire of a run, and every place where it was seen. */
import { type FormFields, type HttpRequest, type HttpResponse, header, parseForm } from '../http/index.ts'
import type { Message, Trace } from '../simulation/types.ts'
import { type DecodedJwt, decodeJwt } from './jwt.ts'
import { formBody, jsonBody, redirectFields } from './message-fields.ts'
import { eventsUpTo } from './moments.ts'

/** What a token is for, as the parameter says that carried it first. */
export type TokenKind =
  | 'authorization_code'
  | 'access_token'
  | 'refresh_token'
  | 'id_token'
  | 'client_assertion'
  | 'dpop_proof'
  | 'token'

/** Where a token was seen. */
export interface Sighting {
  /** The step in which its message arrived. */
  readonly step: number
  readonly gate: string
  readonly exchange: string
  /** Actor ids. */
  readonly from: string
  readonly to: string
  /** Such as “response body: access_token” or “Authorization header”. */
  readonly where: string
}

/** A token that was seen. */
export interface SeenToken {
  /** “access token 2”: unique in a run, in order of first sight. */
  readonly name: string
  readonly kind: TokenKind
  readonly token: string
  /** Present when it is a JWT; its signature has not been verified. */
  readonly jwt?: DecodedJwt
  /** At least one, in order. */
  readonly sightings: readonly Sighting[]
}

/** Parameters and members that carry a token. */
const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['code', 'authorization_code'],
  ['access_token', 'access_token'],
  ['refresh_token', 'refresh_token'],
  ['id_token', 'id_token'],
  ['id_token_hint', 'id_token'],
  ['client_assertion', 'client_assertion'],
  ['token', 'token'],
  ['subject_token', 'token'],
  ['actor_token', 'token'],
])

/** Every token in the messages that had arrived at a step, in order of first sight. */
export function tokensIn(trace: Trace, step: number): readonly SeenToken[] {
  const messages = new Map<string, Message>()
  const seen = new Map<string, { kind: TokenKind; sightings: Sighting[] }>()
  for (const event of eventsUpTo(trace, step)) {
    if (event.type === 'held' || event.type === 'rewritten') messages.set(event.message.gate, event.message)
    const message = event.type === 'delivered' ? messages.get(event.gate) : undefined
    if (message === undefined) continue
    const { gate, exchange, from, to } = message
    for (const { token, kind, where } of tokensOf(message)) {
      const known = seen.get(token) ?? { kind, sightings: [] }
      known.sightings.push({ step: event.step, gate, exchange, from, to, where })
      seen.set(token, known)
    }
  }
  const counts = new Map<TokenKind, number>()
  return [...seen].map(([token, { kind, sightings }]) => {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const jwt = decodeJwt(token)
    return { name: `${kind.replaceAll('_', ' ')} ${number}`, kind, token, ...(jwt && { jwt }), sightings }
  })
}

interface Found {
  readonly token: string
  readonly kind: TokenKind
  readonly where: string
}

function tokensOf(message: Message): Found[] {
  if (message.direction === 'step') return []
  return message.response === undefined ? inRequest(message.request) : inResponse(message.response)
}

function inRequest(request: HttpRequest): Found[] {
  const [scheme = '', credentials] = (header(request, 'authorization') ?? '').split(' ')
  const isToken = credentials !== undefined && /^(bearer|dpop)$/i.test(scheme)
  const proof = header(request, 'dpop')
  return [
    ...inFields(parseForm(new URL(request.url).search), 'request query'),
    ...inFields(formBody(request), 'request body'),
    ...(isToken ? [{ token: credentials, kind: 'access_token', where: 'Authorization header' } as const] : []),
    ...(proof === undefined ? [] : [{ token: proof, kind: 'dpop_proof', where: 'DPoP header' } as const]),
  ]
}

function inResponse(response: HttpResponse): Found[] {
  const { query, fragment } = redirectFields(response)
  const members = Object.entries(jsonBody(response))
  return [
    ...inFields(query, 'redirect query'),
    ...inFields(fragment, 'redirect fragment'),
    ...inFields(
      members.flatMap(([name, value]): FormFields => (typeof value === 'string' ? [[name, value]] : [])),
      'response body',
    ),
  ]
}

function inFields(fields: FormFields, place: string): Found[] {
  return fields.flatMap(([name, token]) => {
    const kind = KINDS.get(name)
    return kind === undefined || token === '' ? [] : [{ token, kind, where: `${place}: ${name}` }]
  })
}
