/** A computer or phone of the person: files that all its processes share. A process can be killed, or suspended, at any moment. */
import type { Json } from '../../lib/json.ts'
import { createServerGlobals, type Page, type Simulation } from '../../simulation/index.ts'
import type { Disk, LocalProcess } from '../client-code/local-process.ts'

/** How a process runs: at once, or when the device resumes it. */
type Pace = Pick<Page['lifecycle'], 'run'>

/** The device. Under each name one process runs at a time: in a terminal, as an app. */
export interface Device {
  readonly disk: Pick<Disk, 'write' | 'remove'>
  /** With the lifecycle of the window that shows it, a process stands still while that is frozen. */
  start(name: string, body: (process: LocalProcess) => Promise<void>, pace?: Pace): void
  isRunning(name: string): boolean
  /** Ends a process at once: it cleans nothing up, and what it waited for reaches nobody. */
  kill(name: string): void
  /** What is on the disk, by path. */
  files(): Readonly<Record<string, string>>
  /** What a process has in its memory: what it read or wrote last of the file at `path`. */
  memory(name: string, path: string): Json
}

interface Process {
  isAlive: boolean
  readonly pace: Pace
  readonly memory: Map<string, string>
}

interface Watcher {
  readonly path: string
  readonly wake: () => void
}

const AT_ONCE: Pace = { run: (task) => task() }

/** Creates a device with an empty disk. */
export function createDevice(simulation: Simulation): Device {
  const { clock, tasks, network } = simulation
  const files = new Map<string, string>()
  const processes = new Map<string, Process>()
  let watchers: readonly Watcher[] = []
  let lastPid = 4100

  const taskOf = (name: string) => `${name}/photo-prints`

  function change(path: string, text: string | undefined): void {
    if (text === undefined) files.delete(path)
    else files.set(path, text)
    const woken = watchers.filter((watcher) => watcher.path === path)
    watchers = watchers.filter((watcher) => watcher.path !== path)
    for (const { wake } of woken) wake()
  }

  /** Does something in a process, unless it is dead by then. */
  function runIn(process: Process, task: () => void): void {
    process.pace.run(() => {
      if (process.isAlive) task()
    })
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
            watchers = watchers.filter((watcher) => watcher.wake !== wake)
            clock.clearTimer(timer)
            runIn(process, resolve)
          }
          const timer = clock.setTimer(clock.now() + atMostMs, wake)
          watchers = [...watchers, { path, wake }]
        }),
    }
  }

  function globalsOf(name: string, process: Process): LocalProcess {
    const globals = createServerGlobals(simulation, name, taskOf(name))
    lastPid += 1
    return {
      ...globals,
      pid: lastPid,
      disk: diskOf(process),
      setTimeout: (callback, delayMs) => globals.setTimeout(() => runIn(process, callback), delayMs),
      fetch: (input, init) =>
        new Promise((resolve, reject) => {
          globals.fetch(input, init).then(
            (response) => runIn(process, () => resolve(response)),
            (error) => runIn(process, () => reject(error)),
          )
        }),
    }
  }

  return {
    disk: { write: change, remove: (path) => change(path, undefined) },
    start(name, body, pace = AT_ONCE) {
      const process: Process = { isAlive: true, pace, memory: new Map() }
      processes.set(name, process)
      tasks.start(taskOf(name), name, () =>
        body(globalsOf(name, process)).finally(() => {
          if (processes.get(name) === process) processes.delete(name)
        }),
      )
    },
    isRunning: (name) => processes.has(name),
    kill(name) {
      const process = processes.get(name)
      if (process !== undefined) process.isAlive = false
      processes.delete(name)
      tasks.abandon(taskOf(name))
      network.abandon(taskOf(name), 'The process was killed.')
    },
    files: () => Object.fromEntries(files),
    memory(name, path) {
      const text = processes.get(name)?.memory.get(path)
      return { process: text === undefined ? {} : { read: text } }
    },
  }
}
