/** The tokens of two runs: which of them are worth comparing, and what differs in them. */
import { type ClaimComparison, compareClaims } from '../claims/index.ts'
import { type SeenToken, tokensIn } from '../tokens.ts'
import type { ComparedRun } from './steps.ts'

/** A token that has claims, and of which run. */
export type ClaimedToken = SeenToken & Required<Pick<SeenToken, 'jwt'>>

/** A token of each run, claim by claim. */
export interface TokenPair {
  readonly left: ClaimedToken
  readonly right: ClaimedToken
  readonly claims: readonly ClaimComparison[]
}

/** The tokens with claims that were on the wire of a run. */
export function claimedTokens({ trace }: ComparedRun): readonly ClaimedToken[] {
  return tokensIn(trace, trace.at(-1)?.step ?? 0).flatMap((token) => {
    const { jwt } = token
    return jwt === undefined ? [] : [{ ...token, jwt }]
  })
}

/** Compares a token of the left run with one of the right run; the runs are called by their titles. */
export function compareTokens(
  left: ClaimedToken,
  right: ClaimedToken,
  titles: readonly [left: string, right: string] = ['this run', 'the other run'],
): TokenPair {
  const claims = compareClaims(
    { name: `${left.name} of ${titles[0]}`, claims: left.jwt.claims },
    { name: `${right.name} of ${titles[1]}`, claims: right.jwt.claims },
  )
  return { left, right, claims }
}

/** How many claims of a pair differ and say something by it. */
export function tellingClaims({ claims }: TokenPair): number {
  return claims.filter(({ isTelling }) => isTelling).length
}

/**
 * The pairs of one kind in which something differs that tells: tokens of one name first; when none of these differs, any
 * two of a kind, such as the standard and the MFA-verified token of one app.
 */
export function changedTokens(left: ComparedRun, right: ComparedRun): readonly TokenPair[] {
  const rights = claimedTokens(right)
  const pairs = claimedTokens(left)
    .flatMap((one) => rights.filter(({ kind }) => kind === one.kind).map((other) => compareTokens(one, other)))
    .filter((pair) => tellingClaims(pair) > 0)
  const namesakes = pairs.filter((pair) => pair.left.name === pair.right.name)
  return namesakes.length > 0 ? namesakes : pairs
}
