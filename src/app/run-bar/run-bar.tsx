/** The foot of the page, always in sight: what waits on the wire, the run controls, the clock. */
import { Clock } from './clock.tsx'
import { RunControls } from './run-controls.tsx'
import { StepSlider } from './step-slider.tsx'
import { Wire } from './wire.tsx'
import './run-bar.css'

/** The bar. */
export function RunBar() {
  return (
    <footer className="run-bar">
      <Wire />
      <Clock />
      <RunControls />
      <StepSlider />
    </footer>
  )
}
