/** Telling the person something, and taking back what replaced their steps. */

import { SimulationError } from '../../simulation/index.ts'
import type { Moment } from '../state/moment.ts'
import type { Notice } from '../state/run.ts'
import { commit } from '../state/store.ts'

let replaced: Moment | undefined

/** What can be taken back, once. */
export function takeReplaced(): Moment | undefined {
  const moment = replaced
  replaced = undefined
  return moment
}

/** A notice that steps were replaced, with the way back. */
export function replacedNotice(moment: Moment, title: string, details: readonly string[] = []): Notice {
  replaced = moment
  return { tone: 'info', title, details, offers: 'undo' }
}

/** A notice for an error: a simulation's own message teaches; anything else is ours to explain. */
export function problemNotice(title: string, problem: unknown): Notice {
  const known = problem instanceof SimulationError
  const message = problem instanceof Error ? problem.message : String(problem)
  return { tone: 'problem', title, details: known ? [message] : [`This is a bug in Authlane: ${message}`] }
}

/** Shows a notice instead of the one before. */
export function notify(notice: Notice): void {
  commit({ run: { notice } })
}

/** Takes the notice away. */
export function dismissNotice(): void {
  commit({ run: { notice: undefined } })
}
