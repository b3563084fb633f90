/** The shapes of the authorization matrix. All of it is plain JSON. */
import type { Json } from '../../lib/json.ts'

/** A protected resource, as its server tells of it. */
export interface ProtectedRoute {
  readonly method: string
  readonly path: string
  /** Separated by spaces, all of them needed; `''` when any valid token will do. */
  readonly scope: string
  /** Separated by spaces, one of them needed (RFC 9470 §3). */
  readonly acr_values?: string
  /** Seconds within which the person must have signed in (RFC 9470 §3). */
  readonly max_age?: number
  /** The person must have it: the API's policy. */
  readonly role?: string
}

/** A resource server, as its snapshot tells. */
export interface ProtectedApi {
  readonly resource: string
  readonly issuer: string
  readonly validation: 'jwt' | 'introspection'
  readonly leewaySeconds: number
  /** How far its own clock is ahead, below zero behind; absent where it is right. */
  readonly clockAheadSeconds?: number
  readonly routes: readonly ProtectedRoute[]
}

/** Claims by name. */
export type Claims = Readonly<Record<string, Json>>

/** A rule, and whether it holds. */
export interface AccessRule {
  readonly rule: string
  /** Where it stands; `policy` when no specification has it. */
  readonly clause: string
  readonly holds: boolean
  /** One sentence: what was found. */
  readonly message: string
}

/** The rules of a resource server in the order in which it asks them, for one of its tokens at one of its routes. */
export type Foresee = (
  token: { readonly claims: Claims; readonly isRevoked: boolean },
  api: ProtectedApi,
  /** `now` in epoch seconds. */
  request: { readonly route: ProtectedRoute; readonly now: number },
) => readonly AccessRule[]

/** A request to a protected resource that was answered. */
export interface Attempt {
  readonly exchange: string
  /** The step in which the server answered. */
  readonly step: number
  readonly status: number
  /** The rule that refused it. */
  readonly refusal?: AccessRule
}

/** An access token of the run, or whatever else was presented as one. */
export interface AccessToken {
  /** “access token 2”, as everywhere. */
  readonly name: string
  /** What it says, or what the authorization server said of it; `undefined` when nobody can tell yet. */
  readonly claims: Claims | undefined
  readonly isRevoked: boolean
}

/** One token at one route. */
export interface Cell {
  readonly token: AccessToken
  /** `unknown` when nobody can tell what the token says. */
  readonly verdict: 'allowed' | 'refused' | 'unknown'
  /** The rule that refuses it. */
  readonly refusal?: AccessRule
  /** When it was tried, oldest first. */
  readonly attempts: readonly Attempt[]
}

/** One protected resource: every token, and what was tried without one. */
interface RouteRow {
  readonly route: ProtectedRoute
  /** One a token, in the order of the tokens. */
  readonly cells: readonly Cell[]
  readonly withoutToken: readonly Attempt[]
}

/** A resource server and what the tokens of the run may do there. */
export interface ApiMatrix {
  /** The actor. */
  readonly actor: string
  readonly api: ProtectedApi
  readonly rows: readonly RouteRow[]
}

/** What the tokens of a run may do. */
export interface Authorization {
  /** Every token that was seen, in order of first sight. */
  readonly tokens: readonly AccessToken[]
  readonly apis: readonly ApiMatrix[]
}
