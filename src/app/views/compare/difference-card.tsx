/** What differs in a row, value by value. */
import { useId } from 'react'
import { Folded } from '../../../inspectors/parts/folded.tsx'
import type { ComparedRow, Difference } from '../../../projections/comparison/index.ts'
import type { SequenceRow } from '../../../projections/sequence/index.ts'
import { ComparedValues } from './compared-values.tsx'

/** How many differences are shown at once: what comes after these follows from them. */
const SHOWN = 4

/** A row among all of them. */
export interface DifferenceCardProps {
  readonly title: string
  readonly rows: readonly ComparedRow[]
  readonly index: number
  /** What the runs are called. */
  readonly names: readonly [left: string, right: string]
}

/** The card beneath a row that differs. */
export function DifferenceCard({ title, rows, index, names }: DifferenceCardProps) {
  const id = useId()
  const row = rows[index]
  if (row === undefined) return null
  return (
    <section className="compare-card" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {row.left && row.right ? (
        <Differences differences={row.differences} names={names} />
      ) : (
        <Alone rows={rows} index={index} row={row} names={names} />
      )}
    </section>
  )
}

interface DifferencesProps {
  readonly differences: readonly Difference[]
  readonly names: DifferenceCardProps['names']
}

function Differences({ differences, names }: DifferencesProps) {
  const [first, rest] = [differences.slice(0, SHOWN), differences.slice(SHOWN)]
  return (
    <>
      <DifferenceList differences={first} names={names} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <DifferenceList differences={rest} names={names} />
        </details>
      )}
    </>
  )
}

function DifferenceList({ differences, names }: DifferencesProps) {
  return (
    <dl className="compare-differences">
      {differences.map(({ place, name, left, right }) => (
        <div key={`${place} ${name}`}>
          {/* What was done needs no heading: its words say it. */}
          {place !== 'done' && (
            <dt>
              {place} {name !== '' && <code>{name}</code>}
            </dt>
          )}
          <dd>
            {left !== undefined && right !== undefined ? (
              <ComparedValues left={left} right={right} names={names} />
            ) : (
              <p className="compare-only">
                Only “{names[left === undefined ? 1 : 0]}”:{' '}
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
function Alone({ rows, index, row, names }: Omit<DifferenceCardProps, 'title'> & { readonly row: ComparedRow }) {
  const isOurs = row.left !== undefined
  const next = rows.slice(index).find((later) => (isOurs ? later.right : later.left) !== undefined)
  const [own, other] = [row.left ?? row.right, isOurs ? next?.right : next?.left]
  const [ours, theirs] = isOurs ? [own, other] : [other, own]
  return (
    <dl className="compare-sides">
      <div>
        <dt>{names[0]}</dt>
        <dd>{goesOn(ours, row.moved, isOurs)}</dd>
      </div>
      <div>
        <dt>{names[1]}</dt>
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
