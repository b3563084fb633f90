/** The buttons that move through the run. */
import { RotateCcw, SkipForward } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { restart } from '../actions/opening.ts'
import { runToEnd } from '../actions/playback.ts'
import { chooseSpeed } from '../actions/view.ts'
import { selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../state/store.ts'
import { SPEEDS } from '../state/view.ts'
import { StepButtons } from './step-buttons.tsx'

/** Restart, back, play, forward, to the end, and the speed. */
export function RunControls() {
  const isBusy = useApp((state) => state.run.isBusy)
  const hint = useApp(selectTurnHint)
  return (
    <div className="run-controls" role="toolbar" aria-label="Run controls" aria-busy={isBusy}>
      <IconButton label="Restart" shortcut="r" icon={<RotateCcw />} onClick={() => void restart()} />
      <StepButtons unavailable={hint} />
      <IconButton
        label="Run to end"
        shortcut="Shift →"
        icon={<SkipForward />}
        unavailable={hint}
        onClick={() => void runToEnd()}
      />
      <SpeedButton />
    </div>
  )
}

function SpeedButton() {
  const speed = useApp((state) => state.view.speed)
  const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1
  return (
    <Button
      look="quiet"
      className="run-speed"
      aria-label={`Speed: ${speed}×`}
      title="Speed ([ and ])"
      onClick={() => chooseSpeed(next)}
    >
      {speed}×
    </Button>
  )
}
