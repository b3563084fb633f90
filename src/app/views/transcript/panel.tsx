/** The run as a list to read: the same words as the diagram, in the same order, and below each line what it means. */
import { useId, useMemo } from 'react'
import { transcript } from '../../../projections/transcript.ts'
import { selectRow as select } from '../../actions/view.ts'
import { selectRow } from '../../selectors/selected.ts'
import { useApp } from '../../state/store.ts'
import './panel.css'

/** One line a row; pressing it selects the row everywhere. */
export default function Transcript() {
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const selected = useApp(selectRow)
  const trace = useApp((state) => state.run.trace)
  const items = useMemo(() => transcript(trace, sequence, cursor), [trace, sequence, cursor])
  const id = useId()
  if (items.length === 0) {
    return <p className="transcript-empty">Nothing has happened yet. Step forward, and it is written here.</p>
  }
  return (
    <ol className="transcript" aria-label="Transcript">
      {items.map((item) => (
        <li key={item.row} data-tone={item.tone}>
          <button
            type="button"
            aria-current={item.row === selected?.index ? 'step' : undefined}
            aria-describedby={`${id}-${item.row}`}
            onClick={() => select(item.row)}
          >
            {item.text}
          </button>
          <p id={`${id}-${item.row}`}>{item.sentence}</p>
        </li>
      ))}
    </ol>
  )
}
