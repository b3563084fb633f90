/** The picture for a room: the diagram in large letters, what became of the run, and one line of facts. */
import type { ReactNode } from 'react'
import { formatTime } from '../../projections/index.ts'
import { selectClock } from '../selectors/moment.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import { LiveDiagram } from '../views/sequence/panel.tsx'
import { RoomQuestion } from './room-question.tsx'
import { RoomWords } from './room-words.tsx'
import './slide.css'
import { StepCode } from './step-code.tsx'

interface ProjectionProps {
  /** Stands in the place of the words between the diagram and the line of facts. */
  readonly stage?: ReactNode
  /** Stands at the end of the line of facts. */
  readonly controls?: ReactNode
  /** A picture alone: nothing in it can be pressed. */
  readonly isPicture?: boolean
}

/** The picture, or a blank screen. */
export function Projection({ stage, controls, isPicture = false }: ProjectionProps) {
  const hasSpotlight = useApp((state) => state.presenter.hasSpotlight)
  const isBlank = useApp((state) => state.presenter.isBlank)
  return (
    <div className="projection" data-spotlight={hasSpotlight || undefined}>
      <div className="projection-diagram" inert={isPicture || isBlank}>
        <LiveDiagram size="large" />
      </div>
      {stage ?? <RoomWords />}
      <RoomQuestion />
      <footer className="projection-bar">
        <Facts />
        {controls}
      </footer>
      <StepCode />
      {isBlank && (
        <p className="projection-blank" role="status">
          <span className="visually-hidden">The screen is blank.</span>
        </p>
      )}
    </div>
  )
}

/** Step, title, virtual time. */
function Facts() {
  const cursor = useApp((state) => state.view.cursor)
  const total = useApp((state) => state.recipe.choices.length)
  const title = useApp(selectScenario)?.title
  const now = useApp(selectClock)
  return (
    <>
      <p className="projection-step">
        Step {cursor}
        <span>/{total}</span>
      </p>
      <h1 className="projection-title">{title}</h1>
      <div role="timer" aria-label="Virtual clock" className="projection-clock">
        <time dateTime={new Date(now).toISOString()}>{formatTime(now)}</time>
      </div>
    </>
  )
}
