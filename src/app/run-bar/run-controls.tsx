/** The buttons that move through the run. */
import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw, SkipForward } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { restart } from '../actions/opening.ts'
import { pause, play, runToEnd, stepBack, stepForward } from '../actions/playback.ts'
import { chooseSpeed } from '../actions/view.ts'
import { selectTurnHint } from '../selectors/turn.ts'
import { useApp } from '../store/store.ts'
import { SPEEDS } from '../store/view.ts'

/** Restart, back, play, forward, to the end, and the speed. */
export function RunControls() {
  const isPlaying = useApp((state) => state.view.isPlaying)
  const cursor = useApp((state) => state.view.cursor)
  const isBusy = useApp((state) => state.run.isBusy)
  const hint = useApp(selectTurnHint)
  return (
    <div className="run-controls" role="toolbar" aria-label="Run controls" aria-busy={isBusy}>
      <IconButton label="Restart" shortcut="r" icon={<RotateCcw />} onClick={() => void restart()} />
      <IconButton
        label="Step back"
        shortcut="←"
        icon={<ChevronLeft />}
        unavailable={cursor === 0 ? 'this is the beginning' : undefined}
        onClick={stepBack}
      />
      {isPlaying ? (
        <IconButton label="Pause" shortcut="Space" look="secondary" icon={<Pause />} onClick={pause} />
      ) : (
        <IconButton label="Play" shortcut="Space" look="secondary" icon={<Play />} unavailable={hint} onClick={play} />
      )}
      <Button
        look="primary"
        className="run-forward"
        aria-label="Step forward"
        icon={<ChevronRight />}
        unavailable={hint}
        title="Step forward (→)"
        onClick={() => void stepForward()}
      >
        Step
      </Button>
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
