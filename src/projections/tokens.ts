/** Every token and code that was seen on the wire of a run, and every place where it was seen. */
import { type FormFields, type HttpRequest, type HttpResponse, header, parseForm } from '../http/index.ts'
import { remember } from '../lib/remember.ts'
import type { Message, Trace } from '../simulation/types.ts'
import { type DecodedJwt, decodeJwt } from './jwt.ts'
import { formBody, jsonBody, redirectFields } from './message-fields.ts'
import { eventsUpTo } from './moments.ts'
import { createNaming } from './token-names.ts'

/** What a token is for, as the parameter says that carried it first. */
type TokenKind =
  | 'authorization_code'
  | 'access_token'
  | 'refresh_token'
  | 'id_token'
  | 'client_assertion'
  | 'dpop_proof'
  | 'token'

/** Where a token was seen. */
interface Sighting {
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
  /**
   * Unique in a run: the name of its issue, such as “access token 2”; “access token from elsewhere” when nobody in the run
   * issued it.
   */
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
  const events = eventsUpTo(trace, step)
  const messages = new Map<string, Message>()
  const sightings = new Map<string, Sighting[]>()
  for (const event of events) {
    if (event.type === 'held' || event.type === 'rewritten') messages.set(event.message.gate, event.message)
    const message = event.type === 'delivered' ? messages.get(event.gate) : undefined
    if (message === undefined) continue
    const { gate, exchange, from, to } = message
    for (const { token, where } of tokensOf(message)) {
      const seen = sightings.get(token) ?? []
      seen.push({ step: event.step, gate, exchange, from, to, where })
      sightings.set(token, seen)
    }
  }
  const order = [...sightings.keys()]
  return namedTokensIn(events)
    .map((token) => ({ ...token, sightings: sightings.get(token.token) ?? [] }))
    .filter((token) => token.sightings.length > 0)
    .sort((one, other) => order.indexOf(one.token) - order.indexOf(other.token))
}

/** Every token that was put on the wire, whether it arrived or not, in order. */
export function namedTokensIn(events: Trace): readonly Omit<SeenToken, 'sightings'>[] {
  /** The first message that carried a token: the one that tells who issued it. */
  const carriers = new Map<string, Pick<Found, 'kind' | 'jwt'> & { readonly message: Message }>()
  for (const event of events) {
    if (event.type !== 'held' && event.type !== 'rewritten') continue
    const { message } = event
    for (const { token, kind, jwt } of tokensOf(message)) {
      if (!carriers.has(token)) carriers.set(token, { kind, message, jwt })
    }
  }
  const nameOf = createNaming(events)
  return [...carriers].map(([token, { kind, message, jwt }]) => ({
    name: nameOf({ kind, message, jwt }),
    kind,
    token,
    ...(jwt && { jwt }),
  }))
}

interface Found {
  readonly token: string
  readonly kind: TokenKind
  readonly where: string
  /** Present when it is a JWT. */
  readonly jwt: DecodedJwt | undefined
}

type Sight = Omit<Found, 'jwt'>

/** The codes and tokens that a message carries, in the order in which they stand in it. */
export const tokensOf = remember((message: Message): readonly Found[] => {
  if (message.direction === 'step') return []
  const seen = message.response === undefined ? inRequest(message.request) : inResponse(message.response)
  return seen.map((sight) => ({ ...sight, jwt: decodeJwt(sight.token) }))
})

function inRequest(request: HttpRequest): Sight[] {
  const [scheme = '', credentials] = (header(request, 'authorization') ?? '').split(' ')
  // What a ping brings is the client's own and opens nothing (OpenID Connect CIBA §10.2).
  const isPing = 'auth_req_id' in jsonBody(request)
  const isToken = credentials !== undefined && !isPing && /^(bearer|dpop)$/i.test(scheme)
  const proof = header(request, 'dpop')
  const body = formBody(request)
  // A `code` that no grant goes with is another one: what a person typed as a second factor.
  const isGrant = body.some(([name]) => name === 'grant_type')
  return [
    ...inFields(parseForm(new URL(request.url).search), 'request query'),
    ...inFields(
      body.filter(([name]) => name !== 'code' || isGrant),
      'request body',
    ),
    ...(isToken
      ? [{ token: credentials, kind: presentedKind(credentials), where: 'Authorization header' } as const]
      : []),
    ...(proof === undefined ? [] : [{ token: proof, kind: 'dpop_proof', where: 'DPoP header' } as const]),
  ]
}

/** An ID token is one wherever it is sent: it says to which access token it belongs (OpenID Connect Core §3.1.3.6). */
function presentedKind(token: string): 'access_token' | 'id_token' {
  return decodeJwt(token)?.claims.at_hash === undefined ? 'access_token' : 'id_token'
}

function inResponse(response: HttpResponse): Sight[] {
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

function inFields(fields: FormFields, place: string): Sight[] {
  return fields.flatMap(([name, token]) => {
    const kind = KINDS.get(name)
    return kind === undefined || token === '' ? [] : [{ token, kind, where: `${place}: ${name}` }]
  })
}
