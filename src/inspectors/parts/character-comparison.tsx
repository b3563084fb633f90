/** What was sent above what was expected, with the differences marked. */
import { compareCharacters, compareWords, type Run } from './comparison.ts'

/** Two texts, and what they are called where it is not “sent” and “expected”. */
export interface CharacterComparisonProps {
  readonly sent: string
  readonly expected: string
  readonly names?: readonly [sent: string, expected: string]
  /** What is compared one by one. */
  readonly by?: 'character' | 'word'
}

/** Two texts, character by character or word by word. What only one of them has is underlined and read out as such. */
export function CharacterComparison(props: CharacterComparisonProps) {
  const { sent, expected, names = ['Sent', 'Expected'], by = 'character' } = props
  const comparison = by === 'word' ? compareWords(sent, expected) : compareCharacters(sent, expected)
  return (
    <div className="comparison">
      <dl>
        <dt>{names[0]}</dt>
        <dd>
          <Runs runs={comparison.sent} Mark="del" />
        </dd>
        <dt>{names[1]}</dt>
        <dd>
          <Runs runs={comparison.expected} Mark="ins" />
        </dd>
      </dl>
      {comparison.firstDifference !== undefined && (
        <p className="comparison-note">They differ from character {comparison.firstDifference} on.</p>
      )}
    </div>
  )
}

function Runs({ runs, Mark }: { readonly runs: readonly Run[]; readonly Mark: 'ins' | 'del' }) {
  if (runs.length === 0) return <em>empty</em>
  return runs.map((run, index) => {
    const key = `${index}:${run.text}`
    return run.isDifferent ? <Mark key={key}>{run.text}</Mark> : <span key={key}>{run.text}</span>
  })
}
