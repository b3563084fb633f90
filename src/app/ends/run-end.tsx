/** What the run has come to, over the foot of the diagram. */
import { HandOffCard } from './hand-off-card.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import './run-end.css'

/** Lies over its container's lower edge, where the diagram keeps room for it: nothing moves when a run comes to its end. */
export function RunEnd() {
  return (
    <div className="run-end">
      <HandOffCard />
      <OutcomeCard />
    </div>
  )
}
