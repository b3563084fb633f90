/** What a token is called: by its issue, so that it has one name wherever the run is looked at. */
import type { Message, Trace } from '../simulation/types.ts'
import { type Issue, issueKey, issuesIn } from './issues.ts'
import type { DecodedJwt } from './jwt.ts'

/** A token as it was first seen: for what, in which message, and what it says when it is a JWT. */
export interface FirstSight {
  readonly kind: string
  readonly message: Message
  readonly jwt: DecodedJwt | undefined
}

/** What servers issue and note. Clients make proofs and assertions themselves, and `token` may be either of two kinds. */
const ISSUED = new Set(['authorization_code', 'access_token', 'refresh_token', 'id_token'])

/** Names the tokens of these events, asked for in order of first sight. No name is given twice. */
export function createNaming(events: Trace): (seen: FirstSight) => string {
  const issues = issuesIn(events)
  const named = new Set<Issue>()
  const counts = new Map<string, number>()

  function count(kind: string): number {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    return number
  }

  /** The artifact that a server found when a request brought it one. */
  function broughtBy({ kind, message }: FirstSight): Issue | undefined {
    for (const event of events) {
      if (event.type !== 'note' || event.note.type !== 'lifecycle' || event.exchange !== message.exchange) continue
      if (event.note.artifact === kind && event.note.change !== 'issued') {
        return issues.get(issueKey(event.actor, event.note))
      }
    }
    return undefined
  }

  function issueOf(seen: FirstSight): Issue | undefined {
    const { kind, message, jwt } = seen
    const left = [...issues.values()].filter((issue) => issue.artifact === kind && !named.has(issue))
    const id = jwt?.claims.jti
    if (id !== undefined) return left.find((issue) => issue.id === id)
    if (message.response !== undefined) return left.find((issue) => issue.exchange === message.exchange)
    const brought = broughtBy(seen)
    // What a client had from the start was issued while nothing was on the wire.
    return brought && left.includes(brought) ? brought : left.find((issue) => issue.exchange === undefined)
  }

  return (seen) => {
    const words = seen.kind.replaceAll('_', ' ')
    if (!ISSUED.has(seen.kind)) return `${words} ${count(words)}`
    const issue = issueOf(seen)
    if (issue !== undefined) {
      named.add(issue)
      return issue.name
    }
    const number = count(words)
    return `${words} from elsewhere${number === 1 ? '' : ` ${number}`}`
  }
}
