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
  /** The call that a gate belongs to, where its sender's calls had to be told apart. */
  threadOf(gate: string): string | undefined
  waitingAt(step: number): readonly WaitingRow[]
}

const NOTHING: readonly WaitingRow[] = []

/** Follows the wire of one run; `title` names an actor. */
export function createWire(title: (actor: string) => string): Wire {
  const messages = new Map<string, Message>()
  const history: (readonly WaitingRow[])[] = []
  /** Never changed, only replaced: steps in which nothing moved share one list. */
  let waiting = NOTHING
  /** Tasks that were told apart once: whatever they send later keeps the name. */
  const threads = new Map<string, string>()

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
      waiting = toldApart(waiting, threads)
      history[step] = waiting
    },
    threadOf: (gate) => threads.get(taskOf(gate)),
    message: (gate) => messages.get(gate),
    waitingAt: (step) => history[Math.min(step, history.length - 1)] ?? NOTHING,
  }
}

function waitingRow(message: Message, title: (actor: string) => string): WaitingRow {
  const { gate, exchange, direction, from, to } = message
  const { label, text } = messageLabel(message)
  const where = direction === 'step' ? `at ${title(to)}` : `from ${title(from)} to ${title(to)}`
  const route = direction === 'step' ? title(to) : `${title(from)} → ${title(to)}`
  return { gate, exchange, direction, from, to, label, text, route, name: `${label} ${where}` }
}

/**
 * Names the calls of whoever has several on the wire, and remembers them by their task. The same list again where there is nothing
 * to tell apart.
 */
function toldApart(waiting: readonly WaitingRow[], threads: Map<string, string>): readonly WaitingRow[] {
  const calls = new Map<string, Set<string>>()
  for (const row of waiting) {
    const caller = callerOf(row)
    calls.set(caller, (calls.get(caller) ?? new Set()).add(threadOf(row)))
  }
  const isAlone = (row: WaitingRow) => calls.get(callerOf(row))?.size === 1
  const told = waiting.map((row) => {
    if (isAlone(row)) {
      const known = threads.get(taskOf(row.gate))
      return row.thread === known || known === undefined ? row : { ...row, thread: known }
    }
    const thread = threadOf(row)
    threads.set(taskOf(row.gate), thread)
    const mark = ` (${thread})`
    if (row.thread !== undefined && row.name.endsWith(mark)) return row
    return { ...row, thread, name: `${row.name}${mark}` }
  })
  return told.some((row, index) => row !== waiting[index]) ? told : waiting
}

/** The actor that waits for the answer. */
function callerOf({ direction, from, to }: WaitingRow): string {
  return direction === 'response' ? to : from
}

/** Gates are named `TASK#N`, and those of a copy `TASK#N~M`. */
function taskOf(gate: string): string {
  return gate.slice(0, gate.indexOf('#'))
}

/** The last part of its task: a task within a tab is `TAB/APP/CALL`. */
function threadOf({ gate }: WaitingRow): string {
  const task = taskOf(gate)
  return task.slice(task.lastIndexOf('/') + 1)
}
