/** The run as Mermaid text, and as Mermaid draws it. */
import { MermaidView } from '../../../diagram/mermaid/index.ts'
import { mermaidText } from '../../../exporters/mermaid/index.ts'
import { selectTheme } from '../../selectors/theme.ts'
import { useApp } from '../../state/store.ts'

/** Everything up to the cursor. */
export default function MermaidText() {
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const theme = useApp(selectTheme)
  return <MermaidView text={mermaidText(sequence, sequence.rowsAt(cursor))} theme={theme} />
}
