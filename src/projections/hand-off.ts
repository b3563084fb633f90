/** Where authentication ends and authorization begins: the moment in which a client has verified an ID token. */
import type { Trace } from '../simulation/types.ts'
import { eventsUpTo } from './moments.ts'
import { tokensIn } from './tokens.ts'

/** The rule that a client notes when it has verified an ID token (OpenID Connect Core §3.1.3.7). */
const RULE = 'id_token'

/** A hand-off. */
export interface HandOff {
  /** The step in which the client verified it. */
  readonly step: number
  /** The actor that now knows who the person is. */
  readonly client: string
  /** “id token 1”, as everywhere. */
  readonly idToken: string
}

/** What is said at a hand-off, on the screen and in documents. */
export const HAND_OFF_NOTE =
  'Authentication ends here: the ID token was issued and verified. What the app may do from now on is authorization.'

/** The newest hand-off up to a step; undefined while no client has verified an ID token. */
export function handOffAt(trace: Trace, step: number): HandOff | undefined {
  const verified = eventsUpTo(trace, step).findLast(
    (event) => event.type === 'note' && event.note.type === 'check' && event.note.rule === RULE && event.note.passed,
  )
  if (verified?.type !== 'note') return undefined
  const { actor } = verified
  const received = tokensIn(trace, verified.step).findLast(
    ({ kind, sightings }) =>
      kind === 'id_token' && sightings.some(({ to, where }) => to === actor || where.startsWith('redirect')),
  )
  return received && { step: verified.step, client: actor, idToken: received.name }
}
