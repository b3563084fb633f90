/** The run as Mermaid text. */
import mermaid from '../../exporters/mermaid/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useApp } from '../store/store.ts'
import './mermaid-tab.css'

/** The text of what is visible, and its picture as Mermaid draws it. */
export default function MermaidTab() {
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const text = mermaid.convert(sequence, sequence.rowsAt(cursor))
  return (
    <div className="mermaid-tab">
      <CopyButton size="small" label="Copy Mermaid" text={text} />
      <pre>{text}</pre>
    </div>
  )
}
