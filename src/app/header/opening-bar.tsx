/** How far a run is that takes long to open, and the way to have it only so far. */
import { Square } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { stopOpening } from '../actions/opening.ts'
import { useApp } from '../state/store.ts'
import './notice-bar.css'

/** Nothing while none takes long. */
export function OpeningBar() {
  const opening = useApp((state) => state.run.opening)
  if (opening === undefined) return null
  const { step, of } = opening
  return (
    <section className="notice" data-tone="info" aria-label="Opening">
      <div className="notice-text">
        <p className="notice-title">
          Opening the run: step {step} of {of}
        </p>
        <progress value={step} max={of} aria-label="Steps" />
      </div>
      <Button size="small" icon={<Square />} onClick={stopOpening}>
        Stop here
      </Button>
    </section>
  )
}
