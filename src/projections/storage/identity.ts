/** Which artifact of the run a value is: from the value to the id of its lifecycle notes. */
import type { Trace } from '../../simulation/types.ts'
import type { DecodedJwt } from '../jwt.ts'

/** Tells the lifecycle id of a value that was first held in a step; `undefined` when the run does not say. */
export type Identify = (artifact: string, value: string, firstHeld: number) => string | undefined

interface Issue {
  readonly artifact: string
  readonly id: string
  readonly exchange: string | undefined
  readonly step: number
}

/** Reads who issued what in which exchange. What a trace does not tell is not guessed. */
export function createIdentify(trace: Trace, decoded: (value: string) => DecodedJwt | undefined): Identify {
  const issues: Issue[] = []
  const responses = new Map<string, string>()
  for (const event of trace) {
    if (event.type === 'held' && event.message.response !== undefined) {
      const { body, headers } = event.message.response
      responses.set(event.message.exchange, `${headers.map(([, value]) => value).join('\n')}\n${body}`)
    }
    if (event.type !== 'note' || event.note.type !== 'lifecycle') continue
    const { artifact, id, change } = event.note
    // A session that is rotated has a new cookie.
    if (change === 'issued' || (change === 'rotated' && artifact === 'session')) {
      issues.push({ artifact, id, exchange: event.exchange, step: event.step })
    }
  }
  return (artifact, value, firstHeld) => {
    const candidates = issues.filter((issue) => issue.artifact === artifact)
    const jti = decoded(value)?.claims.jti
    const named = candidates.find(({ id }) => id === jti)
    const sent = candidates.find(({ exchange }) => exchange !== undefined && responses.get(exchange)?.includes(value))
    // What was issued before the first step, or handed over by a person, did not go over the wire.
    const made = candidates.filter(({ exchange, step }) => exchange === undefined && step === firstHeld)
    return (named ?? sent ?? (made.length === 1 ? made[0] : undefined))?.id
  }
}
