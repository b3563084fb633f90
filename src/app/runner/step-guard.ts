/** What may hold up a run before its next choice: a question that wants an answer first. */
import type { Choice, Trace } from '../../simulation/index.ts'

/** True when a run, whose trace ends here, has to wait before this choice. */
export type StepGuard = (trace: Trace, choice: Choice) => boolean

const NEVER: StepGuard = () => false
let guard = NEVER

/** Installs the guard; the result takes it out. Stepping and playing obey it, acting by hand does not. */
export function holdUpBy(next: StepGuard): () => void {
  guard = next
  return () => {
    guard = NEVER
  }
}

/** Asks the guard. */
export function isHeldUp(trace: Trace, choice: Choice): boolean {
  return guard(trace, choice)
}
