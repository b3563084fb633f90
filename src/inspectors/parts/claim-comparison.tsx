/** Two tokens claim by claim, with what each difference means. */
import type { ClaimComparison as Comparison } from '../../projections/index.ts'
import { Folded } from './folded.tsx'
import './parts.css'
import './claim-comparison.css'

/** What is compared, and what the two columns are called. */
export interface ClaimComparisonProps {
  readonly claims: readonly Comparison[]
  readonly one: string
  readonly other: string
  /** Says which tokens these are, where the heading above does not. */
  readonly caption?: string
}

/** A table of claims, in the order given; one difference is a group of rows: the values, and the meaning beneath them. */
export function ClaimComparison({ claims, one, other, caption }: ClaimComparisonProps) {
  return (
    <table className="inspector-table claim-comparison">
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">{one}</th>
          <th scope="col">{other}</th>
        </tr>
      </thead>
      {claims.map((claim) => (
        <tbody key={claim.name} data-same={claim.isSame} data-telling={claim.isTelling}>
          <tr>
            <th scope="row">
              <code>{claim.name}</code>
              <p>{claim.isSame ? 'same' : 'differs'}</p>
            </th>
            <Value text={claim.one} />
            <Value text={claim.other} />
          </tr>
          {claim.meaning !== undefined && (
            <tr className="claim-comparison-meaning">
              <td colSpan={3}>{claim.meaning}</td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

function Value({ text }: { readonly text: string | undefined }) {
  return (
    <td>
      {text === undefined ? (
        <em>absent</em>
      ) : (
        <code>
          <Folded text={text} />
        </code>
      )}
    </td>
  )
}
