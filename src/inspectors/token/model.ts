/** What the token inspector says about a token at a step. */
import { clockAt, type Lifetime, lifetimesAt, type SeenToken, stateAt, tokensIn } from '../../projections/index.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import { CLAIM_MEANINGS, HEADER_MEANINGS } from '../../reference/claims.ts'
import type { Trace } from '../../simulation/types.ts'
import { type Claim, claimRows } from './claims.ts'
import { keySetAt, type SeenKeySet } from './key-sets.ts'

/** A token, ready to be shown. */
export interface TokenModel {
  readonly token: SeenToken
  /** What kind of token it is and who may look inside, as a sentence. */
  readonly purpose: string
  readonly header: readonly Claim[]
  readonly claims: readonly Claim[]
  readonly keySet: SeenKeySet | undefined
  /** What the authorization server holds of it: `active`, `revoked`, `expired`; `undefined` when it does not say. */
  readonly serverStatus: string | undefined
  /** Absent for what nobody in the run issued. */
  readonly lifetime: Lifetime | undefined
}

const PURPOSES: Readonly<Record<SeenToken['kind'], string>> = {
  authorization_code:
    'Authorization code: goes through the browser and works once. With PKCE it is worth nothing without its verifier.',
  access_token: 'Access token: what the API accepts. The app sends it and has no business looking inside.',
  refresh_token: 'Refresh token: gets the next access token. Only its issuer knows what it stands for.',
  id_token: 'ID token: tells the app who signed in. Never sent to an API.',
  client_assertion: 'Client assertion: proves which client is calling, in place of a secret.',
  dpop_proof: 'DPoP proof: shows that the sender holds the key that the token is bound to. Made for one request.',
  token: 'A token that was asked about, revoked or exchanged.',
}

/** Every token seen up to a step, and the one to show first: the selected message's, or else the JWT that was on the wire last. */
export function tokenChoice(
  trace: Trace,
  cursor: number,
  row: SequenceRow | undefined,
  /** The name of the one that was asked for. */
  wanted?: string,
): { readonly tokens: readonly SeenToken[]; readonly preselected: SeenToken | undefined } {
  const tokens = tokensIn(trace, cursor)
  const inRow = tokens.filter(({ sightings }) => sightings.some(({ gate }) => row !== undefined && gate === row.gate))
  const lastSeen = ({ sightings }: SeenToken) => sightings.at(-1)?.step ?? 0
  const newest = tokens.filter(({ jwt }) => jwt).toSorted((one, other) => lastSeen(other) - lastSeen(one))[0]
  const asked = tokens.find(({ name }) => name === wanted)
  const preselected = asked ?? inRow.find(({ jwt }) => jwt) ?? inRow[0] ?? newest ?? tokens.at(-1)
  return { tokens, preselected }
}

/** Describes a token at a step. */
export function tokenModel(trace: Trace, cursor: number, token: SeenToken): TokenModel {
  const now = Math.floor(clockAt(trace, cursor) / 1000)
  const { header = {}, claims = {} } = token.jwt ?? {}
  const issuer = typeof claims.iss === 'string' ? claims.iss : undefined
  return {
    token,
    purpose: PURPOSES[token.kind],
    header: claimRows(header, HEADER_MEANINGS, now),
    claims: claimRows(claims, CLAIM_MEANINGS, now),
    keySet: token.jwt && keySetAt(trace, cursor, issuer),
    lifetime: lifetimesAt(trace, cursor).items.find(({ name }) => name === token.name),
    serverStatus: typeof claims.jti === 'string' ? statusOf(trace, cursor, claims.jti) : undefined,
  }
}

/** The status of an access token in the state of whoever issued it. */
function statusOf(trace: Trace, cursor: number, jti: string): string | undefined {
  for (const state of Object.values(stateAt(trace, cursor))) {
    if (typeof state !== 'object' || state === null || !('access_tokens' in state)) continue
    const list: unknown = state.access_tokens
    if (!Array.isArray(list)) continue
    const found: unknown = list.find((record: { readonly jti?: unknown }) => record.jti === jti)
    if (typeof found === 'object' && found !== null && 'status' in found) return String(found.status)
  }
  return undefined
}
