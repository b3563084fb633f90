/** What may hold up a run before its next choice: a question that wants an answer first. */
import type { Choice, Trace } from '../../simulation/index.ts'

/** True when a run, whose trace ends here, has to wait before this choice. */
export type Brake = (trace: Trace, choice: Choice) => boolean

const NEVER: Brake = () => false
let brake = NEVER

/** Installs the brake; the result takes it out. Stepping and playing obey it, acting by hand does not. */
export function holdUpBy(next: Brake): () => void {
  brake = next
  return () => {
    brake = NEVER
  }
}

/** Asks the brake. */
export function isHeldUp(trace: Trace, choice: Choice): boolean {
  return brake(trace, choice)
}
