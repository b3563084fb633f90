/** The gates of a run: where messages wait. Named after their task, listed in an order that no timing can change. */
import { notFound, SimulationError } from './errors.ts'
import type { Message } from './types.ts'

/** A waiting message. */
export interface Gate {
  readonly message: Message
  /** False when nobody waits for what comes of it, so that its task may open another gate. */
  readonly isAwaited: boolean
  /** What goes on when the message arrives. */
  readonly arrive: () => Promise<void> | void
  /** Tells the waiting task that the message is lost. */
  readonly lose: () => void
}

/** All gates of one run. */
export interface Gates {
  /** The next gate id of a task: `TASK#N`. */
  nextId(task: string): string
  /** True when a task has ever opened a gate. */
  isKnown(task: string): boolean
  /** The id of the latest gate of a task. */
  latest(task: string): string
  /** Opens a gate. It is listed by the next {@link Gates.flush}. Throws `concurrent_gate` when the task waits at another one. */
  open(gate: Gate): void
  /** Lists the gates that have opened, by task name and number, and returns them. */
  flush(): readonly Gate[]
  /** The gate of this id; throws `unknown_gate` with all that are held. */
  find(id: string): Gate
  /** Takes a gate away and returns it. */
  take(id: string): Gate
  has(id: string): boolean
  /** Changes what waits at a gate; it keeps its place in the line. */
  replace(id: string, gate: Gate): void
  /** Puts a gate at the end of the line. */
  postpone(id: string): void
  /** Lets a task open a new gate although its last one is still held. */
  release(task: string): void
  /** Every listed message, first come first. */
  messages(): readonly Message[]
}

/** The task whose gate this is. */
function taskOf(gate: string): string {
  return gate.slice(0, gate.lastIndexOf('#'))
}

/** Creates an empty set of gates. */
export function createGates(): Gates {
  const listed = new Map<string, Gate>()
  const counters = new Map<string, number>()
  const awaited = new Map<string, string>()
  let opening: Gate[] = []

  function find(id: string): Gate {
    const gate = listed.get(id)
    if (gate === undefined) throw notFound('unknown_gate', 'message held at gate', id, [...listed.keys()])
    return gate
  }

  return {
    nextId(task) {
      const number = (counters.get(task) ?? 0) + 1
      counters.set(task, number)
      return `${task}#${number}`
    },
    isKnown: (task) => counters.has(task),
    latest: (task) => `${task}#${counters.get(task) ?? 0}`,
    open(gate) {
      const { gate: id } = gate.message
      const task = taskOf(id)
      opening.push(gate)
      if (!gate.isAwaited) return
      const already = awaited.get(task)
      if (already !== undefined) {
        throw new SimulationError(
          'concurrent_gate',
          `Task “${task}” opened a second gate while “${already}” is open; give the second call a task of its own.`,
        )
      }
      awaited.set(task, id)
    },
    flush() {
      const sorted = opening.sort((left, right) => compareIds(left.message.gate, right.message.gate))
      opening = []
      for (const gate of sorted) listed.set(gate.message.gate, gate)
      return sorted
    },
    find,
    take(id) {
      const gate = find(id)
      listed.delete(id)
      if (awaited.get(taskOf(id)) === id) awaited.delete(taskOf(id))
      return gate
    },
    has: (id) => listed.has(id),
    replace(id, gate) {
      listed.set(id, gate)
    },
    postpone(id) {
      const gate = find(id)
      listed.delete(id)
      listed.set(id, gate)
    },
    release(task) {
      awaited.delete(task)
    },
    messages: () => [...listed.values()].map((gate) => gate.message),
  }
}

/** By task name, then by number. */
function compareIds(left: string, right: string): number {
  const [leftTask, rightTask] = [taskOf(left), taskOf(right)]
  if (leftTask !== rightTask) return leftTask < rightTask ? -1 : 1
  return Number(left.slice(leftTask.length + 1)) - Number(right.slice(rightTask.length + 1))
}
