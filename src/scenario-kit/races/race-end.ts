/** The end of a race: what two orders must have in common to count as one outcome, and what it is called. */
import { parseJsonObject } from '../../lib/json.ts'
import { type Actor, type Message, type Run, requestParameters, type Trace } from '../../simulation/index.ts'
import { type Outcome, type Scenario, senderOf } from '../contract.ts'
import type { EndFacts } from './end-facts.ts'
import { summaryOf, titleOf } from './race-end-words.ts'

/** An end. Two orders end alike when all that is told here is the same. */
export interface RaceEnd {
  /** The facts as a text: what tells this end from every other. */
  readonly id: string
  readonly title: string
  /** A few sentences. */
  readonly summary: string
  /** `success`: every call is answered, nothing is revoked, no task failed. */
  readonly outcome: Outcome['result']
}

/** Describes the end of a run whose race began after `from` choices. */
export function describeEnd(
  { client }: Scenario,
  { trace, actors }: Pick<Run, 'trace' | 'actors'>,
  from: number,
): RaceEnd {
  const facts = readFacts(trace, actors, client, from)
  const { calls, answered, revoked, failed } = facts
  const isSuccess = answered === calls && revoked === 0 && failed === 0
  return {
    id: JSON.stringify(facts),
    title: titleOf(facts),
    summary: summaryOf(facts),
    outcome: isSuccess ? 'success' : 'failure',
  }
}

function readFacts(trace: Trace, actors: readonly Actor[], client: string, from: number): EndFacts {
  const race = trace.filter(({ step }) => step > from)
  const arrived = arrivedIn(trace, from)
  const grantTypes = new Map(arrived.map((message) => [message, grantTypeOf(message)]))
  const isServer = (id: string) => actors.some((actor) => actor.id === id && actor.kind === 'server')
  const ownCalls = arrived.filter(
    (message) =>
      message.direction === 'response' &&
      (message.purpose === 'fetch' || message.purpose === 'backchannel') &&
      message.copyOf === undefined &&
      grantTypes.get(message) === undefined &&
      (senderOf(message) === client || !isServer(senderOf(message))),
  )
  // A call that was refused and made again is one call; its last answer counts.
  const lastAnswers = new Map(ownCalls.map((message) => [taskOf(message), message.response?.status ?? 0]))
  const tokenMessages = arrived.filter((message) => grantTypes.get(message) !== undefined)
  const pages = [...lastTitles(trace)]
  const before = lastTitles(trace.filter(({ step }) => step <= from))
  const lastStates = new Map(trace.flatMap((event) => (event.type === 'state' ? [[event.actor, event]] : [])))
  const countChanges = (artifact: string, change: string) =>
    race.filter(
      (event) =>
        event.type === 'note' &&
        event.note.type === 'lifecycle' &&
        event.note.artifact === artifact &&
        event.note.change === change,
    ).length
  return {
    calls: lastAnswers.size,
    answered: [...lastAnswers.values()].filter((status) => status < 400).length,
    tokenRequests: tokenMessages.filter(({ direction }) => direction === 'request').length,
    grantTypes: [...new Set(tokenMessages.flatMap((message) => grantTypes.get(message) ?? []))].sort(),
    rotated: countChanges('refresh_token', 'rotated'),
    isReplayed: countChanges('refresh_token', 'replayed') > 0,
    revoked: countChanges('grant', 'revoked'),
    errors: [...new Set(tokenMessages.flatMap(errorOf))].sort(),
    hasRefreshToken: [...lastStates].some(
      ([actor, { state }]) => !isServer(actor) && /refresh_token\\*"/.test(JSON.stringify(state)),
    ),
    newPages: pages.flatMap(([id, title]) => (before.get(id) === title ? [] : [title])).sort(),
    samePages: pages.filter(([id, title]) => before.get(id) === title).length,
    failed: race.filter(({ type }) => type === 'failed').length,
  }
}

/** The messages that have arrived after a step, as they were when they did. */
function arrivedIn(trace: Trace, from: number): readonly Message[] {
  const held = new Map<string, Message>()
  const arrived: Message[] = []
  for (const event of trace) {
    if (event.type === 'held' || event.type === 'rewritten') held.set(event.message.gate, event.message)
    const message = event.type === 'delivered' && event.step > from ? held.get(event.gate) : undefined
    if (message !== undefined) arrived.push(message)
  }
  return arrived
}

/** The title that each window shows at the end. */
function lastTitles(trace: Trace): ReadonlyMap<string, string> {
  const views = new Map(trace.flatMap((event) => (event.type === 'window' ? [[event.view.id, event.view]] : [])))
  return new Map([...views].map(([id, { title }]) => [id, title]))
}

/** The task that made an exchange. */
function taskOf({ exchange }: Message): string {
  return exchange.slice(0, exchange.lastIndexOf('#'))
}

function grantTypeOf({ request }: Message): string | undefined {
  return requestParameters(request).fields.find(([name]) => name === 'grant_type')?.[1]
}

/** The error code of a token response; none of an answer that is no JSON object with one. */
function errorOf({ response }: Message): string[] {
  if (response === undefined || response.status < 400) return []
  const error = parseJsonObject(response.body)?.error
  return typeof error === 'string' ? [error] : []
}
