/** The order in which messages that wait together arrive. */
import type { Choice } from '../../simulation/index.ts'
import { enqueue } from '../runner/queue.ts'
import { selectWaiting } from '../selectors/moment.ts'
import { commit, current } from '../state/store.ts'
import { replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { pause } from './playback.ts'

/**
 * Has a message arrive before the one that would arrive just before it. Nothing arrives yet: the next steps are recorded
 * in the new order, as far as it is not the one in which the messages came. Later steps are replaced.
 */
export function swapOrder(gate: string): Promise<void> {
  pause()
  return enqueue(async () => swapNow(gate)).then((reopen) => reopen?.())
}

/** Gives what is left to do when the run has to go back to the cursor first. */
function swapNow(gate: string): (() => Promise<void>) | undefined {
  const state = current()
  const { recipe, run, view } = state
  const waiting = selectWaiting(state)
  const at = waiting.findIndex((message) => message.gate === gate)
  const [message, before] = [waiting[at], waiting[at - 1]]
  if (message === undefined || before === undefined) return undefined
  const gates = waiting
    .map((row) => row.gate)
    .with(at - 1, message.gate)
    .with(at, before.gate)
  const choices = [...recipe.choices.slice(0, view.cursor), ...inThatOrder(gates)]
  const replaced = recipe.choices.slice(view.cursor).filter((choice) => !isArrivalOf(choice, gates)).length
  const title = `${message.label} arrives before ${before.label} now. ${later(replaced)}`
  const notice = replaced === 0 ? undefined : replacedNotice({ recipe, cursor: view.cursor }, title)
  if (view.cursor < run.liveSteps) return () => open({ recipe: { ...recipe, choices }, cursor: view.cursor }, notice)
  commit({ recipe: { choices }, run: { notice } })
  return undefined

  /** The arrivals that must be recorded: those that come before one that has waited longer. */
  function inThatOrder(order: readonly string[]): Choice[] {
    const came = run.sequence.waitingAt(view.cursor).map((row) => row.gate)
    const isAsTheyCame = (from: number) => {
      const rest = order.slice(from)
      return came.filter((one) => rest.includes(one)).every((one, index) => one === rest[index])
    }
    const count = order.findIndex((_, from) => isAsTheyCame(from))
    return order.slice(0, count).map((one) => ({ type: 'deliver', gate: one }))
  }
}

function isArrivalOf(choice: Choice, gates: readonly string[]): boolean {
  return choice.type === 'deliver' && gates.includes(choice.gate)
}

function later(replaced: number): string {
  return replaced === 1 ? 'The later step was replaced.' : `${replaced} later steps were replaced.`
}
