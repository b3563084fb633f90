/** Where signing in ends: the ID token that the client has verified. What the person may do is a question for authorization. */
import { claimText } from '../claims/index.ts'
import { HAND_OFF_NOTE, handOffAt } from '../hand-off.ts'
import { tokensIn } from '../tokens.ts'
import type { DocumentedRun, HandOff } from './types.ts'

/** Claims that the next floor of a system may rely on (OpenID Connect Core §2). */
const TELLING = ['iss', 'sub', 'aud', 'auth_time', 'acr', 'amr', 'sid', 'exp']

/** The hand-off of a run; `undefined` where nobody verifies an ID token. */
export function handOffOf({ actors, trace }: DocumentedRun): HandOff | undefined {
  const end = trace.at(-1)?.step ?? 0
  const handOff = handOffAt(trace, end)
  if (handOff === undefined) return undefined
  const { step, client, idToken } = handOff
  const claims = tokensIn(trace, end).find(({ name }) => name === idToken)?.jwt?.claims ?? {}
  return {
    step,
    client: actors.find(({ id }) => id === client)?.title ?? client,
    note: HAND_OFF_NOTE,
    claims: TELLING.flatMap((name) => {
      const value = claimText(claims[name])
      return value === undefined ? [] : [{ name, value }]
    }),
  }
}
