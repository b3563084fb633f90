/** Which two tokens of a scenario a document lays side by side. */
import { compareClaims } from '../claims/index.ts'
import { type SeenToken, tokensIn } from '../tokens.ts'
import type { ClaimTable, DocumentedRun } from './types.ts'

interface Candidate {
  readonly outcome: string
  readonly token: SeenToken
}

/**
 * The comparison that says most: of two tokens of one kind after sign-ins of different strength, else of the first token of
 * a run and the one that came after it. `undefined` when no run shows two JWTs of a kind.
 */
export function claimTable(played: readonly DocumentedRun[]): ClaimTable | undefined {
  const runs = played.map(({ outcome, trace }) => tokensOf(outcome.title, trace))
  const pairs = runs.flatMap(pairsOf)
  const strengths = [...pairs, ...pairsOf(runs.flat())].find(([one, other]) => strengthOf(one) !== strengthOf(other))
  if (strengths !== undefined) return compare('A standard and an MFA-verified token', weakerFirst(strengths))
  const [renewal] = pairs
  return renewal && compare('The first token and the one that came after it', renewal)
}

function tokensOf(outcome: string, trace: DocumentedRun['trace']): readonly Candidate[] {
  return tokensIn(trace, trace.at(-1)?.step ?? 0).flatMap((token) => (token.jwt ? [{ outcome, token }] : []))
}

type Pair = readonly [Candidate, Candidate]

/** Every two tokens for the same use, access tokens first. */
function pairsOf(tokens: readonly Candidate[]): readonly Pair[] {
  return (['access_token', 'id_token'] as const).flatMap((kind) => {
    const alike = tokens.filter(({ token }) => token.kind === kind)
    return alike.flatMap((one, index) =>
      alike.slice(index + 1).flatMap((other): Pair[] => (useOf(one) === useOf(other) ? [[one, other]] : [])),
    )
  })
}

function useOf({ token }: Candidate): string {
  const { iss, aud, client_id, azp } = token.jwt?.claims ?? {}
  return JSON.stringify([iss, aud, client_id ?? azp])
}

/** How many methods were used; the value of `acr` is the issuer’s own word. */
function strengthOf({ token }: Candidate): number {
  const amr = token.jwt?.claims.amr
  return Array.isArray(amr) ? amr.length : 0
}

function weakerFirst([one, other]: Pair): Pair {
  return strengthOf(one) <= strengthOf(other) ? [one, other] : [other, one]
}

function compare(title: string, [first, second]: Pair): ClaimTable {
  const isOneRun = first.outcome === second.outcome
  const named = ({ outcome, token }: Candidate) => ({
    name: isOneRun ? token.name : `${token.name} of “${outcome}”`,
    claims: token.jwt?.claims ?? {},
  })
  const [one, other] = [named(first), named(second)]
  return { title, one: one.name, other: other.name, rows: compareClaims(one, other) }
}
