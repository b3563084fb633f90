/** The right column of a wide page: the browser of the person in the flow, the step in words, and its inspectors. */
import { useEffect } from 'react'
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels'
import { resizePanes } from '../actions/view.ts'
import { type StageNeed, selectStageNeed } from '../selectors/stage.ts'
import { current, useApp } from '../state/store.ts'
import { InspectorPane } from './inspector-pane.tsx'
import './side-pane.css'
import { StagePane } from './stage-pane.tsx'
import { StepCard } from './step-card.tsx'

/** How much of the column the stage has, unless the person has dragged it. */
const HEIGHTS: Readonly<Record<StageNeed, string>> = { none: '6.5rem', idle: '30%', act: '50%' }

/** The browser grows when it is the person's turn and steps back when it takes no part. */
export function SidePane() {
  const need = useApp(selectStageNeed)
  const stage = usePanelRef()
  const kept = current().view.paneSizes.side
  useEffect(() => {
    if (current().view.paneSizes.side === undefined) stage.current?.resize(HEIGHTS[need])
  }, [need, stage])
  return (
    <Group
      id="side"
      orientation="vertical"
      defaultLayout={kept}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && resizePanes('side', layout)}
    >
      <Panel
        id="stage"
        className="side-stage"
        panelRef={stage}
        defaultSize={HEIGHTS[need]}
        minSize="4rem"
        maxSize="75%"
      >
        <StagePane />
      </Panel>
      <Separator className="separator" aria-label="Height of the stage" />
      <Panel id="step" className="side-step" minSize="25%">
        <StepCard />
        <InspectorPane />
      </Panel>
    </Group>
  )
}
