/** One pane at a time, for narrow screens: the same panes in the same order. */
import { Tabs } from '../../ui/tabs.tsx'
import { showPane } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import type { CompactPane } from '../state/view.ts'
import { DiagramPane } from './diagram-pane.tsx'
import { InspectorPane } from './inspector-pane.tsx'
import { LibraryPane } from './library-pane.tsx'
import { StagePane } from './stage-pane.tsx'

/** Library, stage, diagram, inspector as tabs. */
export function CompactLayout() {
  const pane = useApp((state) => state.view.compactPane)
  return (
    <Tabs<CompactPane>
      label="Panes"
      selected={pane}
      onSelect={showPane}
      tabs={[
        { id: 'library', title: 'Library', panel: <LibraryPane /> },
        { id: 'stage', title: 'Stage', panel: <StagePane /> },
        { id: 'diagram', title: 'Diagram', panel: <DiagramPane /> },
        { id: 'inspector', title: 'Inspector', panel: <InspectorPane /> },
      ]}
    />
  )
}
