/** The compact player: the diagram, how it ends, and the controls; everything else is one link away. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { ExternalLink, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { goTo } from '../actions/playback.ts'
import { announceSteps } from '../effects/announcements.ts'
import { RunEnd } from '../ends/run-end.tsx'
import { NoticeBar } from '../header/notice-bar.tsx'
import { addressAt } from '../link.ts'
import { StepButtons } from '../run-bar/step-buttons.tsx'
import { StepSlider } from '../run-bar/step-slider.tsx'
import { selectScenario } from '../selectors/outcome.ts'
import { selectTurn } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { LiveDiagram } from '../views/sequence/panel.tsx'
import '../run-bar/run-bar.css'
import './player.css'
import { tellHeight } from './height.ts'

/** The player. It plays what was recorded; acting is for the whole page. */
export default function Player() {
  const region = useRef<HTMLParagraphElement>(null)
  useEffect(() => (region.current === null ? undefined : announceSteps(region.current)), [])
  useEffect(tellHeight, [])
  return (
    // The content security policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        <div className="player">
          <PlayerHeader />
          <NoticeBar />
          <main className="player-diagram">
            <LiveDiagram />
            <RunEnd hasCaption />
          </main>
          <PlayerControls />
        </div>
        <p ref={region} className="visually-hidden" aria-live="polite" />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

function PlayerHeader() {
  const scenario = useApp(selectScenario)
  const address = useApp((state) => addressAt(state))
  return (
    <header className="player-header">
      <h1 title={scenario?.summary}>{scenario?.title}</h1>
      <a className="button" data-look="quiet" data-size="small" href={address} target="_blank" rel="noopener">
        <ExternalLink aria-hidden="true" />
        Open in Authlane
      </a>
    </header>
  )
}

function PlayerControls() {
  const cursor = useApp((state) => state.view.cursor)
  const isOver = useApp((state) => selectTurn(state) !== 'step')
  const end = isOver ? 'the run stops here; open it in Authlane to go on' : undefined
  return (
    <footer className="player-controls" role="toolbar" aria-label="Run controls">
      <IconButton
        label="From the beginning"
        icon={<RotateCcw />}
        unavailable={cursor === 0 ? 'this is the beginning' : undefined}
        onClick={() => void goTo(0)}
      />
      <StepButtons unavailable={end} />
      <StepSlider hasHint={false} />
    </footer>
  )
}
