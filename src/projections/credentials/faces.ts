/** The face of a credential: the letter of its kind, the number of its issue, and a colour that its generation shares. */
import type { Lifetime, LifetimeState } from '../lifetimes/index.ts'

/** What a server issues and somebody shows again, with its letter. What is no secret of its own, such as a consent, has no face. */
const LETTERS = {
  authorization_code: 'C',
  access_token: 'A',
  refresh_token: 'R',
  id_token: 'I',
  session: 'S',
  app_session: 'B',
  api_key: 'K',
  one_time_code: 'O',
  trusted_device: 'D',
} as const

/** Kinds of credentials, as lifecycle notes call them. */
export type CredentialKind = keyof typeof LETTERS

/** How many colours there are: `hue` is below it. */
export const HUES = 6

/** A credential of a run. */
export interface Credential {
  /** “refresh token 1”: unique in a run, in order of issue. */
  readonly name: string
  readonly kind: CredentialKind
  /** “R1”: unique in a run. */
  readonly mark: string
  /** Index of a colour, from 0 and below {@link HUES}: what was issued as the first of its kind has the first one. */
  readonly hue: number
}

/**
 * How a credential stands. `held`: it would be taken. `used`: once, which was all. `replaced`: rotation brought another one.
 * `revoked`: by whoever issued it, alone or with its family; a session that ended is one, too.
 */
export type CredentialState = 'held' | 'used' | 'replaced' | 'expired' | 'revoked'

/** A credential with how it stands. */
export interface ShownCredential {
  readonly credential: Credential
  readonly state: CredentialState
}

/** The face of what has a lifetime; `undefined` for what is no credential. */
export function faceOf({ name, artifact }: Pick<Lifetime, 'name' | 'artifact'>): Credential | undefined {
  if (!isKind(artifact)) return undefined
  const number = Number(/\d+$/.exec(name)?.[0] ?? 1)
  return { name, kind: artifact, mark: `${LETTERS[artifact]}${number}`, hue: (number - 1) % HUES }
}

/** A lifetime as a credential with its state; `undefined` for what is no credential. */
export function shownOf(lifetime: Pick<Lifetime, 'name' | 'artifact' | 'state'>): ShownCredential | undefined {
  const credential = faceOf(lifetime)
  return credential && { credential, state: standing(lifetime.state, credential.kind) }
}

function isKind(artifact: string): artifact is CredentialKind {
  return artifact in LETTERS
}

/** The state of a lifetime as that of a credential. */
export function standing(state: LifetimeState, kind: CredentialKind): CredentialState {
  switch (state) {
    case 'live':
      return 'held'
    case 'rotated':
      return 'replaced'
    case 'replayed':
      // A replayed refresh token ends its family and itself; a code was used up before.
      return kind === 'refresh_token' ? 'revoked' : 'used'
    case 'ended':
      return 'revoked'
    case 'used':
    case 'expired':
    case 'revoked':
      return state
    default:
      return state satisfies never
  }
}

/** “refresh token 1, replaced”. */
export function describeCredential({ credential, state }: ShownCredential): string {
  return `${credential.name}, ${state}`
}
