/**
 * The port between the protocol and the world: time, randomness, keys, the way out, and an ear for what happens inside.
 *
 * This is the only file of the protocol that touches the real clock and real randomness. A simulation hands in its own
 * members; a plain Node server hands in nothing.
 */
import type { HttpRequest, HttpResponse } from '../http/index.ts'
import { base64url } from '../lib/encoding.ts'
import { fixtureKeys } from './fixture-keys.ts'
import type { PrivateJwk } from './keys.ts'

/** What a server did while it served: rules it checked, artifacts it issued, used and revoked, states it went through. */
export type Note = CheckNote | LifecycleNote | TransitionNote

/** One rule that was checked, and how it went. */
export interface CheckNote {
  readonly type: 'check'
  /** Short name of the rule, such as `pkce` or `redirect_uri`. */
  readonly rule: string
  /** Where it stands, such as `RFC 7636 §4.6`; `policy` when no specification has it. */
  readonly clause: string
  readonly passed: boolean
  /** One sentence: what was checked or what went wrong. */
  readonly message: string
  /** What was sent and what was expected, for a character-by-character comparison. */
  readonly sent?: string
  readonly expected?: string
  /** How to mend it, on failures. */
  readonly fix?: string
}

/** One artifact that came into being, was used or ended. */
interface LifecycleNote {
  readonly type: 'lifecycle'
  /** `authorization_code`, `access_token`, `refresh_token`, `id_token`, `session`, `consent`, `client`, `second_factor_challenge` … */
  readonly artifact: string
  /** Stable id within the run; never the secret itself. */
  readonly id: string
  readonly change: 'issued' | 'used' | 'rotated' | 'replayed' | 'revoked' | 'ended'
  /** Epoch seconds: it is not taken earlier. Absent where it is taken as soon as it is issued. */
  readonly not_before?: number
  /** Epoch seconds. */
  readonly expires_at?: number
  /** The artifact it came from (a code's tokens, a rotated token's successor). */
  readonly parent?: string
  readonly reason?: string
}

/** One row of a transition table that applied. */
interface TransitionNote {
  readonly type: 'transition'
  /** Which table: `sign-in`. */
  readonly machine: string
  /** What went through it, such as `request-1` or a session's `sid`; stable within the run, never a secret. */
  readonly id: string
  readonly from: string
  readonly event: string
  /** The guard that let it. */
  readonly guard: string
  readonly to: string
}

/** Everything a server takes from outside of its configuration and its requests. */
export interface Environment {
  /** The current time in epoch seconds. */
  now(): number
  /** Random bytes. Each consumer draws from a stream of its own name, so that one more draw by one never shifts another. */
  randomBytes(count: number, stream: string): Uint8Array
  /** Private signing keys as JWKs with `kid` and `alg`. The first one signs, all of them are published. */
  readonly keys: readonly PrivateJwk[]
  /** Begins the ids in the notes, so that those of several servers can stand in one record. */
  readonly idPrefix: string
  /** Hears what happened. Must not throw. */
  note(note: Note): void
  /**
   * Awaited just before each consumption, such as `authorization_code.consume`: whoever implements it orders the races
   * inside the server. What follows it is synchronous, so of any number of simultaneous uses exactly one wins.
   */
  step(name: string): Promise<void>
  /** Makes a call of the server's own, such as a push notification. Rejects on a network error. */
  send(request: HttpRequest): Promise<HttpResponse>
}

/** An environment with a working default for each member that is not given: real clock, WebCrypto, public fixture keys; no way out. */
export function createEnvironment(given: Partial<Environment> = {}): Environment {
  return {
    // NumericDate values are written into tokens: whole seconds, whatever the clock's resolution.
    now: () => Math.floor(given.now?.() ?? Date.now() / 1000),
    randomBytes: (count, stream) => given.randomBytes?.(count, stream) ?? crypto.getRandomValues(new Uint8Array(count)),
    // Read anew at each use, so that a caller may rotate its keys under a running server.
    get keys() {
      return given.keys ?? fixtureKeys
    },
    idPrefix: given.idPrefix ?? '',
    note: (note) => given.note?.(note),
    step: async (name) => given.step?.(name),
    send: rejecting(given.send ?? refuseToSend),
  }
}

/** An unguessable value of 256 bits from a named stream, in base64url (RFC 6749 §10.10: at least 128, better 160). */
export function randomToken(environment: Pick<Environment, 'randomBytes'>, stream: string): string {
  return base64url(environment.randomBytes(32, stream))
}

/** The same way out; an error that it throws at once is a rejection too, so that callers know one kind of failure. */
export function rejecting(send: Environment['send']): Environment['send'] {
  return (request) => {
    try {
      return send(request)
    } catch (error) {
      return Promise.reject(error)
    }
  }
}

async function refuseToSend({ url }: HttpRequest): Promise<never> {
  throw new TypeError(`this environment has no way to ${url}`)
}
