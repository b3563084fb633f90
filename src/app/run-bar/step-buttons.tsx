/** One step back, playing, one step on: what every place has that moves through a run. */
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { pause, play, stepBack, stepForward } from '../actions/playback.ts'
import { useApp } from '../state/store.ts'

/** The three buttons; `unavailable` says why the run cannot go on by itself, when it cannot. */
export function StepButtons({ unavailable }: { readonly unavailable: string | undefined }) {
  const isPlaying = useApp((state) => state.view.isPlaying)
  const cursor = useApp((state) => state.view.cursor)
  const total = useApp((state) => state.recipe.choices.length)
  return (
    <>
      <IconButton
        className={total === 0 ? 'receded' : ''}
        label="Step back"
        shortcut="←"
        icon={<ChevronLeft />}
        unavailable={cursor === 0 ? 'this is the beginning' : undefined}
        onClick={stepBack}
      />
      {isPlaying ? (
        <IconButton label="Pause" shortcut="Space" look="secondary" icon={<Pause />} onClick={pause} />
      ) : (
        <IconButton
          label="Play"
          shortcut="Space"
          look="secondary"
          icon={<Play />}
          unavailable={unavailable}
          onClick={play}
        />
      )}
      <Button
        look="primary"
        className="run-forward"
        aria-label="Step forward"
        icon={<ChevronRight />}
        unavailable={unavailable}
        title="Step forward (→)"
        onClick={() => void stepForward()}
      >
        Step
      </Button>
    </>
  )
}
