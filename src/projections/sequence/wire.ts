/** What waits on the wire at each step, in the order in which “step forward” takes it. */
import type { Message, TraceEvent } from '../../simulation/types.ts'
import { messageLabel } from '../labels.ts'
import type { WaitingRow } from './types.ts'

/** The wire of one diagram, followed event by event. */
export interface Wire {
  /** Takes notice of an event; O(waiting) when it concerns a message, else O(1). */
  follow(event: TraceEvent): void
  /** Remembers what waits once a step is over. */
  endStep(step: number): void
  /** The message that a gate held last. */
  message(gate: string): Message | undefined
  waitingAt(step: number): readonly WaitingRow[]
}

const NOTHING: readonly WaitingRow[] = []

/** Follows the wire of one run; `title` names an actor. */
export function createWire(title: (actor: string) => string): Wire {
  const messages = new Map<string, Message>()
  const history: (readonly WaitingRow[])[] = []
  /** Never changed, only replaced: steps in which nothing moved share one list. */
  let waiting = NOTHING

  function remove(gate: string): void {
    waiting = waiting.filter((row) => row.gate !== gate)
  }

  return {
    follow(event) {
      if (event.type === 'held') {
        messages.set(event.message.gate, event.message)
        waiting = [...waiting, waitingRow(event.message, title)]
      } else if (event.type === 'rewritten') {
        const { message } = event
        messages.set(message.gate, message)
        waiting = waiting.map((row) => (row.gate === message.gate ? waitingRow(message, title) : row))
      } else if (event.type === 'delivered' || event.type === 'dropped') {
        remove(event.gate)
      } else if (event.type === 'choice' && event.choice.type === 'delay') {
        const { gate } = event.choice
        const delayed = waiting.filter((row) => row.gate === gate)
        remove(gate)
        waiting = [...waiting, ...delayed]
      }
    },
    endStep(step) {
      history[step] = waiting
    },
    message: (gate) => messages.get(gate),
    waitingAt: (step) => history[Math.min(step, history.length - 1)] ?? NOTHING,
  }
}

function waitingRow(message: Message, title: (actor: string) => string): WaitingRow {
  const { gate, exchange, direction, from, to } = message
  const { label, text } = messageLabel(message)
  const where = direction === 'step' ? `at ${title(to)}` : `from ${title(from)} to ${title(to)}`
  return { gate, exchange, direction, from, to, label, text, name: `${label} ${where}` }
}
