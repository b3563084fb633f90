/** Two tokens of the run, claim by claim. */
import type { SeenToken } from '../../projections/index.ts'
import { Folded } from '../parts/folded.tsx'
import { compareClaims } from './claims.ts'

/** A table of all claims of either token, what differs first. */
export function TokenComparison({ one, other }: { readonly one: SeenToken; readonly other: SeenToken }) {
  return (
    <table className="inspector-table token-comparison">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">{one.name}</th>
          <th scope="col">{other.name}</th>
        </tr>
      </thead>
      <tbody>
        {compareClaims(one.jwt?.claims ?? {}, other.jwt?.claims ?? {}).map((claim) => (
          <tr key={claim.name} data-same={claim.isSame}>
            <td>
              <code>{claim.name}</code>
              <p>{claim.isSame ? 'same' : 'differs'}</p>
            </td>
            <Value text={claim.one} />
            <Value text={claim.other} />
          </tr>
        ))}
      </tbody>
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
