/** Tokens of both runs, claim by claim. */
import { useState } from 'react'
import { ClaimComparison } from '../../../inspectors/parts/claim-comparison.tsx'
import {
  type ClaimedToken,
  changedTokens,
  claimedTokens,
  compareTokens,
  type TokenPair,
  tellingClaims,
} from '../../../projections/comparison/index.ts'
import type { ComparedRuns } from '../../split/compared-runs.ts'

/** The pair that differs most, and any other that the person picks. Nothing where a run has no token with claims. */
export function ChangedClaims({ left, right, titles }: ComparedRuns) {
  const [picked, setPicked] = useState({ left: '', right: '' })
  const [ours, theirs] = [claimedTokens(left), claimedTokens(right)]
  const changed = changedTokens(left, right)
  const telling = changed.toSorted((one, other) => tellingClaims(other) - tellingClaims(one))[0]
  const one = find(ours, picked.left) ?? telling?.left ?? ours[0]
  const other = find(theirs, picked.right) ?? telling?.right ?? find(theirs, one?.name ?? '') ?? theirs[0]
  const quoted = [`“${titles[0]}”`, `“${titles[1]}”`] as const
  return (
    <section className="compare-section" aria-labelledby="compare-claims">
      <h3 id="compare-claims">Changed claims</h3>
      {one === undefined || other === undefined ? (
        <p>{missing(one, other, quoted)}</p>
      ) : (
        <>
          <p>{summaryOf(changed, quoted)}</p>
          <div className="compare-tokens">
            <TokenSelect
              label={`Token of ${quoted[0]}`}
              tokens={ours}
              value={one}
              onPick={(token) => setPicked({ ...picked, left: token })}
            />
            <TokenSelect
              label={`Token of ${quoted[1]}`}
              tokens={theirs}
              value={other}
              onPick={(token) => setPicked({ ...picked, right: token })}
            />
          </div>
          <ClaimComparison
            one={`${one.name}, ${titles[0]}`}
            other={`${other.name}, ${titles[1]}`}
            claims={compareTokens(one, other, quoted).claims}
          />
        </>
      )}
    </section>
  )
}

function TokenSelect(props: {
  readonly label: string
  readonly tokens: readonly ClaimedToken[]
  readonly value: ClaimedToken
  onPick(name: string): void
}) {
  return (
    <label>
      <span>{props.label}</span>
      <select className="field" value={props.value.name} onChange={(event) => props.onPick(event.target.value)}>
        {props.tokens.map(({ name, jwt }) => (
          <option key={name} value={name}>
            {name}
            {typeof jwt.claims.acr === 'string' ? ` (acr ${jwt.claims.acr.split(':').at(-1)})` : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

function find(tokens: readonly ClaimedToken[], name: string): ClaimedToken | undefined {
  return tokens.find((token) => token.name === name)
}

type Titles = readonly [left: string, right: string]

function missing(one: ClaimedToken | undefined, other: ClaimedToken | undefined, titles: Titles): string {
  if (one === undefined && other === undefined) return 'Neither run has a token with claims.'
  return `${one === undefined ? titles[0] : titles[1]} never gets a token with claims, so there is nothing to compare.`
}

/** What is said above the table: which tokens differ from their namesakes, or from others of their kind. */
function summaryOf(changed: readonly TokenPair[], titles: Titles): string {
  const ours = names(changed.map(({ left }) => left.name))
  const isMany = new Set(changed.map(({ left }) => left.name)).size > 1
  if (changed.length === 0) return 'No token of one run says anything different from its counterpart in the other.'
  if (changed.every(({ left, right }) => left.name === right.name)) {
    return `${ours.charAt(0).toUpperCase()}${ours.slice(1)} ${isMany ? 'say' : 'says'} something different in ${titles[1]}.`
  }
  return `Tokens with the same name say the same; ${names(changed.map(({ right }) => right.name))} of ${titles[1]} ${isMany ? 'differ' : 'differs'} from ${ours} of ${titles[0]}.`
}

/** “access token 1 and id token 1”. */
function names(tokens: readonly string[]): string {
  return [...new Set(tokens)].join(', ').replace(/, ([^,]*)$/, ' and $1')
}
