/** How long everything lives that the run has issued. */
import { LifetimesView } from '../../../diagram/lifetimes/index.ts'
import type { Lifetime } from '../../../projections/index.ts'
import type { SequenceRow } from '../../../projections/sequence/index.ts'
import { selectRow as select } from '../../actions/view.ts'
import { selectLifetimes } from '../../selectors/lifetimes.ts'
import { selectRow } from '../../selectors/moment.ts'
import { useApp } from '../../store/store.ts'

/** The lifetimes at the cursor; pressing one selects the row of the step that issued it. */
export default function Lifetimes() {
  const lifetimes = useApp(selectLifetimes)
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const selected = useApp(selectRow)
  return (
    <LifetimesView
      lifetimes={lifetimes}
      step={cursor}
      isSelected={(lifetime) => selected !== undefined && rowOf(lifetime, sequence.rows) === selected}
      onSelect={(lifetime) => select(rowOf(lifetime, sequence.rows)?.index)}
    />
  )
}

/** The message that made its issuer issue it, or else the first row of that step. */
function rowOf({ step, exchange }: Lifetime, rows: readonly SequenceRow[]): SequenceRow | undefined {
  const made = rows.filter((row) => row.step === step)
  return made.find((row) => row.exchange !== undefined && row.exchange === exchange) ?? made[0]
}
