/** Tasks: the threads of a run (a tab's script, a backend, an attacker). They start one at a time, so no timing decides who is first. */
import type { Recorded } from './network.ts'

/** Starts tasks and knows which are under way. */
export interface Tasks {
  /** Queues a task; its body runs when everything before it has come to rest. An error it does not handle is recorded. */
  start(task: string, actor: string, body: () => Promise<void>): void
  /** True from {@link Tasks.start} until the body has ended. */
  isBusy(task: string): boolean
  /** Forgets a task: its page is gone. What it does later has no task any more. */
  abandon(task: string): void
  /** Starts the next queued task; false when there is none. */
  startNext(): boolean
}

interface Queued {
  readonly task: string
  readonly actor: string
  readonly body: () => Promise<void>
}

/** The tasks of one run; failures go to `record`. */
export function createTasks(record: (event: Recorded) => void): Tasks {
  const queue: Queued[] = []
  const busy = new Map<string, Queued>()
  return {
    start(task, actor, body) {
      const queued = { task, actor, body }
      busy.set(task, queued)
      queue.push(queued)
    },
    isBusy: (task) => busy.has(task),
    abandon(task) {
      busy.delete(task)
    },
    startNext() {
      const next = queue.shift()
      if (next === undefined) return false
      const { task, actor, body } = next
      const isCurrent = () => busy.get(task) === next
      if (!isCurrent()) return true
      body()
        .catch((error: unknown) => {
          if (isCurrent()) record({ type: 'failed', task, actor, error: String(error) })
        })
        .finally(() => {
          if (isCurrent()) busy.delete(task)
        })
      return true
    },
  }
}
