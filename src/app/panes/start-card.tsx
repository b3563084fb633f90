/** What a newcomer reads first: what this is, and the one thing to press. */
import { Play } from 'lucide-react'
import { describeActor } from '../../projections/narration/index.ts'
import { Button } from '../../ui/button.tsx'
import { useIsWide } from '../../ui/use-window.ts'
import { watchOutcome } from '../actions/opening.ts'
import { selectLessonHere } from '../selectors/lesson.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { selectPlaying } from '../selectors/playlist.ts'
import { useApp } from '../state/store.ts'
import './start-card.css'

/** Shown until the first step is made, unless a lesson or a playlist says what to do. */
export function StartCard() {
  const scenario = useApp(selectScenario)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  const lanes = useApp((state) => state.run.sequence.lanes)
  const isWide = useIsWide()
  const isBusy = useApp((state) => state.run.isBusy)
  const isGuided = useApp((state) => selectLessonHere(state) !== undefined || selectPlaying(state) !== undefined)
  if (scenario === undefined || !isUntouched || isGuided) return null
  const [first] = scenario.outcomes
  const watch = ['Sign in', 'MFA'].includes(scenario.group) ? 'Watch the sign-in' : 'Watch it happen'
  return (
    <section className="start" aria-label="Start">
      <div className="start-text">
        <h2>{scenario.title}</h2>
        <p>
          {scenario.summary}{' '}
          <span className="start-more">
            Every message is executed in your browser. Watch it, or press each one yourself.
          </span>
        </p>
      </div>
      {isWide && (
        <dl className="start-actors">
          {lanes.map((lane) => (
            <div key={lane.id}>
              <dt>{lane.title}</dt>
              <dd>{describeActor(lane)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="start-actions">
        <Button look="primary" icon={<Play />} disabled={isBusy} onClick={() => void watchOutcome(first.id)}>
          {watch}
        </Button>
      </div>
    </section>
  )
}
