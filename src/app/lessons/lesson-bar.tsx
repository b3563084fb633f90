/** The lesson that is open, above the panes: its task, how far it is, and help. */
import { ArrowLeft, ArrowRight, CircleCheck, CircleDashed, Lightbulb, Play, RotateCcw, X } from 'lucide-react'
import { specificationUrl } from '../../reference/specifications.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { leaveLesson, restartLesson, showHint, showSolution, startLesson } from '../actions/lessons.ts'
import { type PlacedLesson, selectIsGoalReached, selectLesson, selectLessonHere } from '../selectors/lesson.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import './lesson-bar.css'
import { QuestionCard } from './question-card.tsx'

/** Nothing while no lesson is open. */
export function LessonBar() {
  const placed = useApp(selectLesson)
  const isHere = useApp((state) => selectLessonHere(state) !== undefined)
  if (placed === undefined) return null
  return isHere ? <OpenLesson placed={placed} /> : <AwayFromLesson placed={placed} />
}

function OpenLesson({ placed }: { readonly placed: PlacedLesson }) {
  const { course, lesson, index } = placed
  const isReached = useApp(selectIsGoalReached)
  const isBegun = useApp((state) => state.view.cursor > 0)
  const next = course.lessons[index + 1]
  return (
    <section className="lesson" aria-label="Lesson">
      <div className="lesson-row">
        <div className="lesson-text">
          <div className="lesson-title">
            <p className="eyebrow">
              {course.title} · Lesson {index + 1} of {course.lessons.length}
            </p>
            <h2>{lesson.title}</h2>
          </div>
          <p className="lesson-task">
            {!isBegun && <span className="lesson-opening">{lesson.opening} </span>}
            <strong>{lesson.task}</strong>
          </p>
          <Hints placed={placed} />
        </div>
        <div className="lesson-side">
          <Goal placed={placed} isReached={isReached} />
          <div className="lesson-actions" role="toolbar" aria-label="Lesson controls">
            <HintButton placed={placed} />
            <Button size="small" look="quiet" icon={<Play />} onClick={() => void showSolution()}>
              Show me
            </Button>
            <IconButton
              size="small"
              label="Start the lesson again"
              icon={<RotateCcw />}
              onClick={() => void restartLesson()}
            />
            <IconButton
              size="small"
              label="Previous lesson"
              icon={<ArrowLeft />}
              unavailable={index === 0 ? 'this is the first one' : undefined}
              onClick={() => void startLesson(course, index - 1)}
            />
            <Button
              size="small"
              look={isReached ? 'primary' : 'quiet'}
              icon={<ArrowRight />}
              aria-label="Next lesson"
              unavailable={next === undefined ? 'this is the last one' : undefined}
              onClick={() => void startLesson(course, index + 1)}
            >
              Next
            </Button>
            <IconButton size="small" label="Leave the lesson" icon={<X />} onClick={leaveLesson} />
          </div>
        </div>
      </div>
      <QuestionCard />
    </section>
  )
}

/** Whether the goal is reached, live; then what to take along. */
function Goal({ placed, isReached }: { readonly placed: PlacedLesson; readonly isReached: boolean }) {
  const { lesson } = placed
  const goal = useApp(selectScenario)?.outcomes.find(({ id }) => id === lesson.outcome)?.goal.description
  const address = specificationUrl(lesson.reference)
  return (
    <div className="lesson-goal" data-reached={isReached} role="status" aria-label="Goal">
      {isReached ? <CircleCheck aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
      <p>
        <span>
          {isReached ? 'Goal reached: ' : 'Goal: '}
          {goal}
        </span>
        {isReached && (
          <span className="lesson-closing">
            {lesson.closing}{' '}
            <a href={address} target="_blank" rel="noreferrer">
              {lesson.reference}
            </a>
          </span>
        )}
      </p>
    </div>
  )
}

function HintButton({ placed }: { readonly placed: PlacedLesson }) {
  const shown = useApp((state) => state.learning.hintsShown)
  const left = placed.lesson.hints.length - shown
  return (
    <Button
      size="small"
      look="quiet"
      icon={<Lightbulb />}
      unavailable={left > 0 ? undefined : 'all hints are shown'}
      onClick={showHint}
    >
      {shown === 0 ? 'Hint' : 'Another hint'}
    </Button>
  )
}

function Hints({ placed }: { readonly placed: PlacedLesson }) {
  const shown = useApp((state) => state.learning.hintsShown)
  return (
    <ol className="lesson-hints" aria-label="Hints" aria-live="polite">
      {placed.lesson.hints.slice(0, shown).map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ol>
  )
}

/** Another scenario is on the page: the lesson waits. */
function AwayFromLesson({ placed }: { readonly placed: PlacedLesson }) {
  return (
    <section className="lesson lesson-away" aria-label="Lesson">
      <p>
        The lesson <strong>{placed.lesson.title}</strong> waits: this is a different scenario.
      </p>
      <Button size="small" icon={<ArrowLeft />} onClick={() => void restartLesson()}>
        Back to the lesson
      </Button>
      <IconButton size="small" label="Leave the lesson" icon={<X />} onClick={leaveLesson} />
    </section>
  )
}
