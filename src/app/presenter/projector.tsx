/** The presenter where one screen is all there is: the picture, and quiet controls at its foot. */
import { ChevronLeft, ChevronRight, Maximize, Presentation } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { openAudience } from '../actions/audience.ts'
import { enterFullScreen } from '../actions/full-screen.ts'
import { stepBack } from '../actions/playback.ts'
import { nextStep } from '../actions/presenting.ts'
import { selectReached } from '../selectors/outcome.ts'
import { isStageShown } from '../selectors/presenter.ts'
import { selectTurn, selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { Projection } from './slide.tsx'
import { StageSheet } from './stage-sheet.tsx'
import { StoryControls } from './story-controls.tsx'
import { LeaveButton, Switches } from './switches.tsx'

/** The picture with its controls. */
export function Projector() {
  const isStage = useApp(isStageShown)
  return <Projection stage={isStage ? <StageSheet /> : undefined} controls={<Controls />} />
}

function Controls() {
  const cursor = useApp((state) => state.view.cursor)
  const hint = useApp(selectTurnHint)
  const turn = useApp(selectTurn)
  const isOver = useApp((state) => selectReached(state).length > 0)
  return (
    <div className="projection-controls" role="toolbar" aria-label="Presenter controls">
      {hint !== undefined && !isOver && <p className="projection-hint">{hint}</p>}
      <IconButton
        label="Step back"
        shortcut="←"
        icon={<ChevronLeft />}
        unavailable={cursor === 0 ? 'this is the beginning' : undefined}
        onClick={stepBack}
      />
      <Button
        size="small"
        icon={<ChevronRight />}
        aria-label="Next step"
        title="Next step (Space)"
        unavailable={turn === 'opening' ? hint : undefined}
        onClick={() => void nextStep()}
      >
        Next
      </Button>
      <StoryControls />
      <Switches />
      <IconButton label="Open the audience window" shortcut="w" icon={<Presentation />} onClick={openAudience} />
      <IconButton label="Full screen" shortcut="f" icon={<Maximize />} onClick={enterFullScreen} />
      <LeaveButton />
    </div>
  )
}
