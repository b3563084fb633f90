/** The live sequence diagram at the cursor. */
import { SequenceDiagram } from '../../../diagram/index.ts'
import type { DiagramSize } from '../../../projections/drawing/metrics.ts'
import { act } from '../../actions/acting.ts'
import { selectRow as select } from '../../actions/view.ts'
import { selectRow } from '../../selectors/moment.ts'
import { useApp } from '../../state/store.ts'

/** What has happened, and below it what waits on the wire. */
export function LiveDiagram({ size = 'regular' }: { readonly size?: DiagramSize }) {
  const model = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const row = useApp(selectRow)
  const isAtLiveEnd = useApp((state) => state.view.cursor === state.run.liveSteps)
  return (
    <SequenceDiagram
      model={model}
      step={cursor}
      selected={row?.index}
      onSelect={select}
      onDeliver={(gate) => void act({ type: 'deliver', gate })}
      animate={isAtLiveEnd}
      size={size}
    />
  )
}
