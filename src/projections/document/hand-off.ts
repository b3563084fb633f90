/** Where signing in ends: the ID token that the client gets. What the person may do is a question for authorization. */
import { claimText } from '../claims/index.ts'
import { tokensIn } from '../tokens.ts'
import type { PlayedSolution } from './types.ts'

/** The end of authentication in a run. */
export interface HandOff {
  /** The step in which the ID token arrives. */
  readonly step: number
  /** Titles of actors: who issued it, and who has it now. */
  readonly issuer: string
  readonly holder: string
  /** What it says of the person and of the sign-in. */
  readonly claims: readonly { readonly name: string; readonly value: string }[]
}

/** Claims that the next floor of a system may rely on (OIDC Core §2). */
const TELLING = ['iss', 'sub', 'aud', 'auth_time', 'acr', 'amr', 'sid', 'exp']

/** The hand-off of a run; `undefined` where nobody gets an ID token. */
export function handOffOf({ actors, trace }: PlayedSolution): HandOff | undefined {
  const token = tokensIn(trace, trace.at(-1)?.step ?? 0).find(({ kind }) => kind === 'id_token')
  const [arrival] = token?.sightings ?? []
  if (token?.jwt === undefined || arrival === undefined) return undefined
  const title = (id: string) => actors.find((actor) => actor.id === id)?.title ?? id
  const { claims } = token.jwt
  return {
    step: arrival.step,
    issuer: title(arrival.from),
    holder: title(arrival.to),
    claims: TELLING.flatMap((name) => {
      const value = claimText(claims[name])
      return value === undefined ? [] : [{ name, value }]
    }),
  }
}
