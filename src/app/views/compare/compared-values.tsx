/** Two values of which one is in each run: opaque ones by characters, texts by words, and what is a word of its own as a whole. */
import { CharacterComparison } from '../../../inspectors/parts/character-comparison.tsx'
import { Folded } from '../../../inspectors/parts/folded.tsx'

/** The values, and what the runs are called. */
export interface ComparedValuesProps {
  readonly left: string
  readonly right: string
  readonly names: readonly [left: string, right: string]
}

/** From so many characters on a value without blanks is read letter by letter: addresses, codes, tokens. */
const OPAQUE_FROM = 20

/** Both values under the names of their runs. */
export function ComparedValues({ left, right, names }: ComparedValuesProps) {
  const isText = /\s/.test(left) && /\s/.test(right)
  const isOpaque = !/\s/.test(left + right) && Math.max(left.length, right.length) >= OPAQUE_FROM
  if (isText || isOpaque) {
    return <CharacterComparison sent={left} expected={right} names={names} by={isText ? 'word' : 'character'} />
  }
  return (
    <div className="comparison">
      <dl>
        {[left, right].map((value, index) => (
          <div key={names[index]} className="compare-value">
            <dt>{names[index]}</dt>
            <dd>{value === '' ? <em>empty</em> : <Folded text={value} />}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
