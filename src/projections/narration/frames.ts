/** A page that came and that the browser shows nobody: no message says so. */
import type { Trace } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'
import type { Words } from './words.ts'

/** What becomes of a page that must not be in the frame it was asked for by; `undefined` where the answer of this step is shown. */
export function frameNotShown(trace: Trace, step: number): Words | undefined {
  const isRefused = eventsOf(trace, step).some(
    (event) => event.type === 'refused' && event.what.endsWith('was not shown in a frame'),
  )
  if (!isRefused) return undefined
  return {
    sentence: 'The browser does not show the page: its server allows it in no frame.',
    why: 'A header of the answer says who may frame the page. In the frame there is nothing to see, and nothing to press.',
  }
}
