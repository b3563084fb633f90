/** The foot of the page, one line and always in sight: the run controls, the steps, the clock. */
import { Clock } from './clock.tsx'
import { RunControls } from './run-controls.tsx'
import { StepSlider } from './step-slider.tsx'
import './run-bar.css'

/** The bar. */
export function RunBar() {
  return (
    <footer className="run-bar">
      <RunControls />
      <StepSlider />
      <Clock />
    </footer>
  )
}
