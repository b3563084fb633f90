/** All panes beside each other, with separators that can be dragged; their sizes are kept. */
import { Group, Panel, Separator } from 'react-resizable-panels'
import { resizePanes } from '../actions/view.ts'
import { current } from '../state/store.ts'
import { DiagramPane } from './diagram-pane.tsx'
import { LibraryPane } from './library-pane.tsx'
import { SidePane } from './side-pane.tsx'
import './wide-layout.css'

/** Window widths in px from which the outer columns get their full widths. */
const SPACIOUS = 1360

/** Library, views, and on the right the browser, the step and its inspectors. */
export function WideLayout() {
  const isSpacious = innerWidth >= SPACIOUS
  return (
    <Group
      id="columns"
      orientation="horizontal"
      defaultLayout={current().view.paneSizes.columns}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && resizePanes('columns', layout)}
    >
      <Panel id="library" className="column" defaultSize={isSpacious ? 216 : 208} minSize={160} maxSize="28%">
        <LibraryPane />
      </Panel>
      <Separator className="separator" aria-label="Width of the library" />
      <Panel id="center" minSize="30%">
        <DiagramPane />
      </Panel>
      <Separator className="separator" aria-label="Width of the inspector" />
      <Panel id="inspector" className="column" defaultSize={isSpacious ? 440 : 380} minSize={280} maxSize="55%">
        <SidePane />
      </Panel>
    </Group>
  )
}
