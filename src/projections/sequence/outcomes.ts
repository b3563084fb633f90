/** How a row went, known when its step is over: what was refused, what nobody waited for, what broke at the receiver. */
import type { Message, TraceEvent } from '../../simulation/types.ts'
import { isErrorResponse } from '../labels.ts'
import type { Draft } from './drafts.ts'

/** Gives a draft its final tone and status; `isLast` for the last row of the step. */
type Judge = (draft: Draft, isLast: boolean) => Draft

/** What is remembered from step to step. */
export interface Outcomes {
  /** Takes the events of a step that is over and returns the judge of its rows. */
  endStep(events: readonly TraceEvent[]): Judge
}

/** Follows what fails. `isDeclared` knows the scenario's parties, `message` what a gate held. */
export function createOutcomes(
  isDeclared: (actor: string) => boolean,
  message: (gate: string) => Message | undefined,
): Outcomes {
  /** Exchanges whose request broke a rule: their answer is the refusal, whatever its status. */
  const refused = new Set<string>()

  return {
    endStep(events) {
      const discarded = new Set<string>()
      let isBroken = false
      for (const event of events) {
        if (event.type === 'discarded') discarded.add(event.gate)
        else if (event.type === 'note' && event.note.type === 'check' && !event.note.passed) {
          if (event.exchange === undefined) isBroken = true
          else refused.add(event.exchange)
        } else if (event.type === 'failed' && message(event.task) === undefined) {
          // A server that breaks down fails in the name of the exchange, and its 500 will tell. A client has no other sign.
          isBroken = true
        }
      }
      return (draft, isLast) => {
        if (draft.tone === 'lost') return draft
        if (draft.kind === 'message' && !draft.isResponse && !isDeclared(draft.to)) {
          return { ...draft, tone: 'error', status: 'no such host' }
        }
        const isRefusal = draft.isResponse && (refused.has(draft.exchange ?? '') || isErrorMessage(draft, message))
        if (isRefusal || (isBroken && isLast)) return { ...draft, tone: 'error', status: 'error' }
        const isDiscarded = draft.gate !== undefined && discarded.has(draft.gate)
        return isDiscarded ? { ...draft, tone: 'neutral', status: 'discarded' } : draft
      }
    },
  }
}

function isErrorMessage(draft: Draft, message: (gate: string) => Message | undefined): boolean {
  const held = draft.gate === undefined ? undefined : message(draft.gate)
  return held?.response !== undefined && isErrorResponse(held.response)
}
