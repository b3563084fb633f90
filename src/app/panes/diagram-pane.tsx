/** The views of the run: the live diagram, the transcript, the Mermaid text. */
import { lazy, Suspense } from 'react'
import { SequenceDiagram } from '../../diagram/index.ts'
import { type Tab, Tabs } from '../../ui/tabs.tsx'
import { act } from '../actions/acting.ts'
import { selectRow as select, showView } from '../actions/view.ts'
import { hasDecisions } from '../selectors/decisions.ts'
import { hasLifetimes } from '../selectors/lifetimes.ts'
import { selectRow } from '../selectors/moment.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { isAboutSigningIn } from '../selectors/sign-in.ts'
import { useApp } from '../store/store.ts'
import type { ViewTab } from '../store/view.ts'
import { LifetimesTab } from './lifetimes-tab.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { Transcript } from './transcript.tsx'
import { Troubleshooting } from './troubleshooting.tsx'

const DecisionsTab = lazy(() => import('./decisions-tab.tsx'))
const MermaidTab = lazy(() => import('./mermaid-tab.tsx'))
const States = lazy(() => import('./states.tsx'))

/** The views as tabs. One that the open scenario does not have shows the sequence instead, and is back where there is one. */
export function DiagramPane() {
  const tab = useApp((state) => state.view.viewTab)
  const tabs = useTabs()
  return (
    <div className="pane">
      <Tabs<ViewTab>
        label="Views"
        selected={tabs.some(({ id }) => id === tab) ? tab : 'sequence'}
        onSelect={showView}
        aside={<OutcomeBadge />}
        tabs={tabs}
      />
    </div>
  )
}

function useTabs(): readonly Tab<ViewTab>[] {
  const hasFlowchart = useApp(hasDecisions)
  const hasIssued = useApp(hasLifetimes)
  const hasStates = useApp(isAboutSigningIn)
  const hasTrouble = useApp((state) => selectScenario(state)?.solutions.some(({ trouble }) => trouble) ?? false)
  const tabs: (Tab<ViewTab> | false)[] = [
    { id: 'sequence', title: 'Sequence', panel: <LiveDiagram /> },
    { id: 'transcript', title: 'Transcript', panel: <Transcript /> },
    {
      id: 'mermaid',
      title: 'Mermaid',
      panel: (
        <Suspense fallback={<p className="pane-title">Loading Mermaid …</p>}>
          <MermaidTab />
        </Suspense>
      ),
    },
    hasIssued && { id: 'lifetimes', title: 'Lifetimes', panel: <LifetimesTab /> },
    hasFlowchart && {
      id: 'decisions',
      title: 'Decisions',
      panel: (
        <Suspense fallback={<p className="pane-title">Loading Mermaid …</p>}>
          <DecisionsTab />
        </Suspense>
      ),
    },
    hasStates && {
      id: 'states',
      title: 'States',
      panel: (
        <Suspense fallback={<p className="pane-title">Loading Mermaid …</p>}>
          <States />
        </Suspense>
      ),
    },
    hasTrouble && { id: 'troubleshooting', title: 'Troubleshooting', panel: <Troubleshooting /> },
  ]
  return tabs.filter((candidate) => candidate !== false)
}

function LiveDiagram() {
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
    />
  )
}
