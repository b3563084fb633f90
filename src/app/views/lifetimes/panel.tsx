/** How long everything lives that the run has issued. */
import { LifetimesView } from '../../../diagram/lifetimes/index.ts'
import { selectArtifact } from '../../actions/view.ts'
import { rowOfLifetime, selectArtifactName } from '../../selectors/artifact.ts'
import { selectLifetimes } from '../../selectors/lifetimes.ts'
import { current, useApp } from '../../state/store.ts'

/** The lifetimes at the cursor; pressing one selects it everywhere, with the message that brought it. */
export default function Lifetimes() {
  const lifetimes = useApp(selectLifetimes)
  const cursor = useApp((state) => state.view.cursor)
  const selected = useApp(selectArtifactName)
  return (
    <LifetimesView
      lifetimes={lifetimes}
      step={cursor}
      isSelected={({ name }) => name === selected}
      onSelect={(lifetime) => {
        const row = rowOfLifetime(lifetime, current())
        if (row !== undefined) selectArtifact(row.index, lifetime.name)
      }}
    />
  )
}
