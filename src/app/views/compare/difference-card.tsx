/** What differs in a row, value by value. */
import { useId } from 'react'
import { CharacterComparison } from '../../../inspectors/parts/character-comparison.tsx'
import { Folded } from '../../../inspectors/parts/folded.tsx'
import type { ComparedRow, Difference } from '../../../projections/comparison/index.ts'
import type { SequenceRow } from '../../../projections/sequence/index.ts'

/** How many differences are shown at once: what comes after these follows from them. */
const SHOWN = 4

/** A row among all of them. */
export interface DifferenceCardProps {
  readonly title: string
  readonly rows: readonly ComparedRow[]
  readonly index: number
}

/** The card beneath a row that differs. */
export function DifferenceCard({ title, rows, index }: DifferenceCardProps) {
  const id = useId()
  const row = rows[index]
  if (row === undefined) return null
  return (
    <section className="compare-card" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {row.left && row.right ? (
        <Differences differences={row.differences} />
      ) : (
        <Alone rows={rows} index={index} row={row} />
      )}
    </section>
  )
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const [first, rest] = [differences.slice(0, SHOWN), differences.slice(SHOWN)]
  return (
    <>
      <DifferenceList differences={first} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <DifferenceList differences={rest} />
        </details>
      )}
    </>
  )
}

function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <dl className="compare-differences">
      {differences.map(({ place, name, left, right }) => (
        <div key={`${place} ${name}`}>
          <dt>
            {place} {name !== '' && <code>{name}</code>}
          </dt>
          <dd>
            {left !== undefined && right !== undefined ? (
              <CharacterComparison sent={left} expected={right} names={['This run', 'The other run']} />
            ) : (
              <p className="compare-only">
                {left === undefined ? 'Only the other run: ' : 'Only this run: '}
                <code>
                  <Folded text={left ?? right ?? ''} />
                </code>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A row that one run has for itself, and how the other goes on instead. */
function Alone({
  rows,
  index,
  row,
}: {
  readonly rows: readonly ComparedRow[]
  readonly index: number
  readonly row: ComparedRow
}) {
  const isOurs = row.left !== undefined
  const next = rows.slice(index).find((later) => (isOurs ? later.right : later.left) !== undefined)
  const [own, other] = [row.left ?? row.right, isOurs ? next?.right : next?.left]
  const [ours, theirs] = isOurs ? [own, other] : [other, own]
  return (
    <dl className="compare-sides">
      <div>
        <dt>This run</dt>
        <dd>{goesOn(ours, row.moved, isOurs)}</dd>
      </div>
      <div>
        <dt>The other run</dt>
        <dd>{goesOn(theirs, row.moved, !isOurs)}</dd>
      </div>
    </dl>
  )
}

/** “Step 16: …”, and where it stands on the other side when it is not only late. */
function goesOn(row: SequenceRow | undefined, moved: SequenceRow | undefined, isAlone: boolean): string {
  if (row === undefined) return 'Ends here.'
  const elsewhere = moved && isAlone ? ` The other side has the same message at step ${moved.step}.` : ''
  return `${row.name}.${elsewhere}`
}
