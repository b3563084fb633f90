/** A service that runs on a server: jobs in tasks of their own, calls while it answers a request, decisions, a memory. */
import type { Json } from '../../lib/json.ts'
import { createServerGlobals, type ServerGlobals, type Simulation } from '../../simulation/index.ts'

/** A service's side of a scenario. What it answers to others is an origin of the world. */
export interface Backend {
  /** For code that answers a request: each call belongs to the request that is being answered. */
  readonly globals: ServerGlobals
  /** The same for the request that is being answered now, also after it has waited for another one. */
  forRequest(): ServerGlobals
  /** Starts a job as the task `ACTOR/JOB`. An error that the body does not handle is recorded as a failed task. */
  start(job: string, body: (globals: ServerGlobals) => Promise<void>): void
  /** True while a job is under way. */
  isBusy(job: string): boolean
  /** Records which way the service's code took at a fork of the flowchart. */
  decide(question: string, answer: string): void
  /** For the world’s snapshots: what the process holds in memory. */
  snapshot(): Json
}

/** Creates the service that acts as `actor`; `memory` tells what it holds now, by name. */
export function createBackend(
  simulation: Simulation,
  actor: string,
  memory: () => Readonly<Record<string, Json | undefined>>,
): Backend {
  const { tasks, note, network } = simulation
  const taskOf = (job: string) => `${actor}/${job}`
  return {
    globals: createServerGlobals(simulation, actor),
    forRequest: () => createServerGlobals(simulation, actor, network.servingTask(actor)),
    start(job, body) {
      const task = taskOf(job)
      tasks.start(task, actor, () => body(createServerGlobals(simulation, actor, task)))
    },
    isBusy: (job) => tasks.isBusy(taskOf(job)),
    decide: (question, answer) => note(actor, { type: 'decision', question, answer }),
    snapshot: () => ({ process: { ...memory() } }),
  }
}
