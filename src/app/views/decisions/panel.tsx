/** How the client's code decided, on the flowchart of the scenario. */
import { DecisionsView } from '../../../diagram/decisions/index.ts'
import { selectDecisionPaths } from '../../selectors/decisions.ts'
import { selectScenario } from '../../selectors/outcome.ts'
import { selectTheme } from '../../selectors/theme.ts'
import { useApp } from '../../state/store.ts'

/** The flowchart at the cursor. */
export default function Decisions() {
  const flowchart = useApp((state) => selectScenario(state)?.flowchart)
  const paths = useApp(selectDecisionPaths)
  const theme = useApp(selectTheme)
  return flowchart && <DecisionsView title={flowchart.title} chart={flowchart} paths={paths} theme={theme} />
}
