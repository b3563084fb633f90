/** The buttons that move through the run. */
import { RotateCcw, SkipForward } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { restart } from '../actions/opening.ts'
import { runToEnd } from '../actions/playback.ts'
import { selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { StepButtons } from './step-buttons.tsx'

/** Restart, back, play, forward, to the end. */
export function RunControls() {
  const isBusy = useApp((state) => state.run.isBusy)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  const hint = useApp(selectTurnHint)
  return (
    <div className="run-controls" role="toolbar" aria-label="Run controls" aria-busy={isBusy}>
      <IconButton
        className={isUntouched ? 'receded' : ''}
        label="Restart"
        shortcut="r"
        icon={<RotateCcw />}
        onClick={() => void restart()}
      />
      <StepButtons unavailable={hint} />
      <IconButton
        className={isUntouched ? 'receded' : ''}
        label="Run to end"
        shortcut="Shift →"
        icon={<SkipForward />}
        unavailable={hint}
        onClick={() => void runToEnd()}
      />
    </div>
  )
}
