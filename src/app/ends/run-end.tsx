/** What the run has come to, over the foot of the diagram. */
import { selectOutcome } from '../selectors/outcome.ts'
import { isSplit } from '../selectors/split.ts'
import { useApp } from '../state/store.ts'
import { CaptionCard } from './caption-card.tsx'
import { HandOffCard } from './hand-off-card.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import './run-end.css'

/**
 * Lies over its container's lower edge, where the diagram keeps room for it: nothing moves when a run comes to its end.
 * With `hasCaption` it says each step in a sentence until then.
 */
export function RunEnd({ hasCaption = false }: { readonly hasCaption?: boolean }) {
  const isOver = useApp((state) => selectOutcome(state) !== undefined)
  // The two halves say at their heads what each has come to.
  const isCompared = useApp(isSplit)
  if (isCompared) return null
  return <div className="run-end">{isOver ? <OutcomeCard /> : hasCaption ? <CaptionCard /> : <HandOffCard />}</div>
}
