/** The person’s computer: files that every process shares, and processes that can be killed at any moment. */
import type { Json } from '../../lib/json.ts'
import { createServerGlobals, type Simulation } from '../../simulation/index.ts'
import type { Disk, ToolProcess } from './tool-process.ts'

/** The computer. In each terminal one process runs at a time. */
export interface Computer {
  readonly disk: Pick<Disk, 'write'>
  start(terminal: string, body: (tool: ToolProcess) => Promise<void>): void
  isRunning(terminal: string): boolean
  /** Ends a process at once: it cleans nothing up, and what it waited for reaches nobody. */
  kill(terminal: string): void
  /** What is on the disk. */
  snapshot(): Json
  /** What the process in a terminal has in its memory: what it read or wrote last of the file at `path`. */
  memory(terminal: string, path: string): Json
}

interface Process {
  isAlive: boolean
  readonly memory: Map<string, string>
}

interface Watcher {
  readonly path: string
  readonly wake: () => void
}

/** Creates the computer with an empty disk. */
export function createComputer(simulation: Simulation): Computer {
  const { clock, tasks, network } = simulation
  const files = new Map<string, string>()
  const processes = new Map<string, Process>()
  let watchers: readonly Watcher[] = []
  let lastPid = 4100

  const taskOf = (terminal: string) => `${terminal}/photo-prints`

  function change(path: string, text: string | undefined): void {
    if (text === undefined) files.delete(path)
    else files.set(path, text)
    const woken = watchers.filter((watcher) => watcher.path === path)
    watchers = watchers.filter((watcher) => watcher.path !== path)
    for (const { wake } of woken) wake()
  }

  function diskOf(process: Process): Disk {
    const remember = (path: string, text: string | undefined) => {
      if (text !== undefined) process.memory.set(path, text)
      return text
    }
    return {
      read: (path) => remember(path, files.get(path)),
      write: (path, text) => change(path, remember(path, text)),
      remove: (path) => change(path, undefined),
      create(path, text) {
        if (files.has(path)) return false
        change(path, text)
        return true
      },
      changed: (path, atMostMs) =>
        new Promise((resolve) => {
          const wake = () => {
            if (process.isAlive) resolve()
          }
          watchers = [...watchers, { path, wake }]
          clock.setTimer(clock.now() + atMostMs, wake)
        }),
    }
  }

  function toolOf(terminal: string, process: Process): ToolProcess {
    const globals = createServerGlobals(simulation, terminal, taskOf(terminal))
    lastPid += 1
    return {
      ...globals,
      pid: lastPid,
      disk: diskOf(process),
      setTimeout: (callback, delayMs) =>
        globals.setTimeout(() => {
          if (process.isAlive) callback()
        }, delayMs),
      fetch: (input, init) =>
        new Promise((resolve, reject) => {
          const ifAlive =
            <Value>(settle: (value: Value) => void) =>
            (value: Value) => {
              if (process.isAlive) settle(value)
            }
          globals.fetch(input, init).then(ifAlive(resolve), ifAlive(reject))
        }),
    }
  }

  return {
    disk: { write: change },
    start(terminal, body) {
      const process: Process = { isAlive: true, memory: new Map() }
      processes.set(terminal, process)
      tasks.start(taskOf(terminal), terminal, () =>
        body(toolOf(terminal, process)).finally(() => {
          if (processes.get(terminal) === process) processes.delete(terminal)
        }),
      )
    },
    isRunning: (terminal) => processes.has(terminal),
    kill(terminal) {
      const process = processes.get(terminal)
      if (process !== undefined) process.isAlive = false
      processes.delete(terminal)
      tasks.abandon(taskOf(terminal))
      network.abandon(taskOf(terminal), 'The process was killed.')
    },
    snapshot: () => ({ files: Object.fromEntries(files) }),
    memory(terminal, path) {
      const text = processes.get(terminal)?.memory.get(path)
      return { process: text === undefined ? {} : { read: text } }
    },
  }
}
