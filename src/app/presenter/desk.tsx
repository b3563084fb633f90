/** The speaker's desk, while the audience looks at a window of its own: notes, what comes next, the clock, and the controls. */
import { ChevronLeft, ChevronRight, MonitorCheck, MonitorDot } from 'lucide-react'
import { formatTime } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import { stepBack } from '../actions/playback.ts'
import { nextStep } from '../actions/presenting.ts'
import { StagePane } from '../panes/stage-pane.tsx'
import { selectClock } from '../selectors/moment.ts'
import { selectNextStep } from '../selectors/next-step.ts'
import { selectReached, selectScenario } from '../selectors/outcome.ts'
import { isStageShown } from '../selectors/presenter.ts'
import { selectRow } from '../selectors/selected.ts'
import { selectTurn, selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { LiveDiagram } from '../views/sequence/panel.tsx'
import './desk.css'
import { Notes } from './notes.tsx'
import { RoomQuestion } from './room-question.tsx'
import { RoomWords } from './room-words.tsx'
import { StoryControls } from './story-controls.tsx'
import { LeaveButton, Switches } from './switches.tsx'
import { TalkClock } from './talk-clock.tsx'

/** The desk. */
export function Desk() {
  const isStage = useApp(isStageShown)
  const isBlank = useApp((state) => state.presenter.isBlank)
  return (
    <div className="desk">
      <DeskHeader />
      <div className="desk-picture">
        <div className="desk-diagram" data-blank={isBlank || undefined}>
          <LiveDiagram />
        </div>
        {isBlank && <p className="desk-blank">The audience sees a blank screen. Any step shows the diagram again.</p>}
        <RoomWords />
        <RoomQuestion />
        {isStage && (
          <div className="desk-stage">
            <StagePane />
          </div>
        )}
      </div>
      <aside className="desk-notes" aria-label="For you alone">
        <TalkClock />
        <Steps />
        <Notes />
      </aside>
      <DeskControls />
    </div>
  )
}

function DeskHeader() {
  const title = useApp(selectScenario)?.title
  const isFollowing = useApp((state) => state.presenter.audience?.isFollowing === true)
  return (
    <header className="desk-header">
      <h1>{title}</h1>
      <p role="status" aria-label="Audience window">
        {isFollowing ? <MonitorCheck aria-hidden="true" /> : <MonitorDot aria-hidden="true" />}
        {isFollowing
          ? 'The audience window follows. Move it to the projector and press f there.'
          : 'The audience window is opening.'}
      </p>
      <div className="projection-controls" role="toolbar" aria-label="Presenter controls">
        <Switches />
        <LeaveButton />
      </div>
    </header>
  )
}

/** Where the run is, and what the next press will show. */
function Steps() {
  const now = useApp(selectRow)?.name
  const next = useApp(selectNextStep)
  return (
    <dl className="desk-steps">
      <dt>Now</dt>
      <dd>{now ?? 'The opening'}</dd>
      <dt>Next</dt>
      <dd>{next}</dd>
    </dl>
  )
}

function DeskControls() {
  const cursor = useApp((state) => state.view.cursor)
  const total = useApp((state) => state.recipe.choices.length)
  const clock = useApp(selectClock)
  const hint = useApp(selectTurnHint)
  const turn = useApp(selectTurn)
  const isOver = useApp((state) => selectReached(state).length > 0)
  return (
    <footer className="desk-controls">
      <p className="projection-step">
        Step {cursor}
        <span>/{total}</span>
      </p>
      <div role="timer" aria-label="Virtual clock" className="projection-clock">
        <time dateTime={new Date(clock).toISOString()}>{formatTime(clock)}</time>
      </div>
      <p className="desk-hint">{isOver ? undefined : hint}</p>
      <div className="projection-controls" role="toolbar" aria-label="Story">
        <StoryControls />
      </div>
      <Button
        icon={<ChevronLeft />}
        aria-label="Step back"
        unavailable={cursor === 0 ? 'this is the beginning' : undefined}
        onClick={stepBack}
      >
        Back
      </Button>
      <Button
        look="primary"
        icon={<ChevronRight />}
        aria-label="Next step"
        unavailable={turn === 'opening' ? hint : undefined}
        onClick={() => void nextStep()}
      >
        Next
      </Button>
    </footer>
  )
}
