/** Where in the run the page is. */
import { Slider } from '@base-ui/react/slider'
import { PanelTop } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { useIsWide } from '../../ui/use-window.ts'
import { goTo } from '../actions/playback.ts'
import { showPane } from '../actions/view.ts'
import { selectTurn, selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { Timeline } from './timeline.tsx'

/** The slider over all recorded steps, and what the person has to do when the run waits for them. */
export function StepSlider({ hasHint = true }: { readonly hasHint?: boolean }) {
  const cursor = useApp((state) => state.view.cursor)
  const total = useApp((state) => state.recipe.choices.length)
  return (
    <div className="step-slider" data-empty={total === 0 || undefined}>
      <Slider.Root
        className="slider"
        min={0}
        max={Math.max(total, 1)}
        value={cursor}
        disabled={total === 0}
        onValueChange={(value) => void goTo(value)}
      >
        <Slider.Control className="slider-control">
          <Timeline total={total} />
          <Slider.Track className="slider-track">
            <Slider.Indicator className="slider-indicator" />
            <Slider.Thumb
              className="slider-thumb"
              aria-label="Step"
              getAriaValueText={() => `Step ${cursor} of ${total}`}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <p className="step-count">
        <span className="step-number">
          Step {cursor}
          <span>/{total}</span>
        </span>
        {hasHint && <TurnHint />}
      </p>
    </div>
  )
}

/** Whose turn it is, in words; where only one pane has room, the way to the stage. */
function TurnHint() {
  const turn = useApp(selectTurn)
  const hint = useApp(selectTurnHint)
  const isPast = useApp((state) => state.view.cursor < state.run.liveSteps)
  const isStageHidden = useApp((state) => state.view.compactPane !== 'stage')
  const isWide = useIsWide()
  if (turn === 'stage' && !isWide && isStageHidden) {
    return (
      <Button size="small" className="step-turn" icon={<PanelTop />} onClick={() => showPane('stage')}>
        {hint}
      </Button>
    )
  }
  return (
    <span className="step-hint" data-turn={hint !== undefined || undefined}>
      {hint ?? (isPast ? 'An earlier moment: acting here starts a new branch' : '')}
    </span>
  )
}
