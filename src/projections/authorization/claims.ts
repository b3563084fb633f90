/** What an access token says, as far as the run shows it: in itself, or by the mouth of the authorization server. */
import type { Json } from '../../lib/json.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import { formBody, jsonBody } from '../message-fields.ts'
import type { SeenToken } from '../tokens.ts'
import type { AccessToken, Claims } from './types.ts'

/** Reads what was told of opaque tokens, and which were revoked. */
export function createClaimReader(events: Trace): (seen: SeenToken) => AccessToken {
  const introspected = introspectionAnswers(events)
  const revoked = new Set(
    events.flatMap((event) => {
      if (event.type !== 'note' || event.note.type !== 'lifecycle') return []
      const { artifact, change, id } = event.note
      return artifact === 'access_token' && (change === 'revoked' || change === 'ended') ? [id] : []
    }),
  )
  return ({ name, token, jwt }) => {
    const told = introspected.get(token) ?? []
    // An inactive token is not described any more, so what was said of it while it was active still counts.
    const claims = jwt?.claims ?? told.findLast(({ active }) => active === true)
    const jti = claims?.jti
    const isRevoked = told.at(-1)?.active === false || (typeof jti === 'string' && revoked.has(jti))
    return { name, claims, isRevoked }
  }
}

/** Every introspection answer by the token that was asked about, oldest first (RFC 7662 §2.2). */
function introspectionAnswers(events: Trace): ReadonlyMap<string, readonly Claims[]> {
  const questions = new Map<string, string>()
  const answers = new Map<string, Claims[]>()
  for (const event of events) {
    if (event.type !== 'held') continue
    const { exchange } = event.message
    const asked = questionOf(event.message)
    if (asked !== undefined) questions.set(exchange, asked)
    const token = questions.get(exchange)
    const { response } = event.message
    if (response === undefined || token === undefined) continue
    const answer = jsonBody(response) as Readonly<Record<string, Json>>
    if ('active' in answer) answers.set(token, [...(answers.get(token) ?? []), answer])
  }
  return answers
}

function questionOf({ direction, request }: Message): string | undefined {
  if (direction !== 'request' || request.method !== 'POST') return undefined
  return formBody(request).find(([name]) => name === 'token')?.[1]
}
