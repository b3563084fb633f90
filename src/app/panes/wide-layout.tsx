/** All panes beside each other, with separators that can be dragged; their sizes are kept. */
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { resizePanes } from '../actions/view.ts'
import { current } from '../state/store.ts'
import { DiagramPane } from './diagram-pane.tsx'
import { InspectorPane } from './inspector-pane.tsx'
import { LibraryPane } from './library-pane.tsx'
import { StagePane } from './stage-pane.tsx'
import './wide-layout.css'

/** Library, stage above diagram, inspector. */
export function WideLayout() {
  return (
    <PaneGroup id="columns" orientation="horizontal">
      <Panel id="library" className="column" defaultSize="17%" minSize="200px" maxSize="28%">
        <LibraryPane />
      </Panel>
      <Separator className="separator" aria-label="Width of the library" />
      <Panel id="center" minSize="30%">
        <PaneGroup id="center" orientation="vertical">
          <Panel id="stage" defaultSize="46%" minSize="120px">
            <StagePane />
          </Panel>
          <Separator className="separator" aria-label="Height of the stage" />
          <Panel id="diagram" minSize="160px">
            <DiagramPane />
          </Panel>
        </PaneGroup>
      </Panel>
      <Separator className="separator" aria-label="Width of the inspector" />
      <Panel id="inspector" className="column" defaultSize="29%" minSize="260px" maxSize="50%">
        <InspectorPane />
      </Panel>
    </PaneGroup>
  )
}

interface PaneGroupProps {
  readonly id: string
  readonly orientation: 'horizontal' | 'vertical'
  readonly children: ReactNode
}

function PaneGroup({ id, orientation, children }: PaneGroupProps) {
  return (
    <Group
      id={id}
      orientation={orientation}
      defaultLayout={current().view.paneSizes[id]}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && resizePanes(id, layout)}
    >
      {children}
    </Group>
  )
}
