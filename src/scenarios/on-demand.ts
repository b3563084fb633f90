/** Servers that start at their first request, so that the first arrow of a scenario does not wait for their code to load. */
import type { HttpHandler } from '../http/index.ts'
import type { Json } from '../lib/json.ts'
import type { Simulation } from '../simulation/index.ts'

/** What every server has. */
interface Server {
  readonly handle: HttpHandler
  snapshot(): unknown
}

/** A server, running or not. */
export interface OnDemandServer<Started extends Server> {
  readonly handle: HttpHandler
  /** What it holds; an empty object before its first request, when it holds nothing. */
  snapshot(): Json
  /** The server itself, once somebody has asked it something. */
  running(): Started | undefined
}

/**
 * A server whose code is loaded by `start` at its first request. Loading counts as work of the run, so nothing depends
 * on how long it takes or whether the code was there already.
 */
export function startOnDemand<Started extends Server>(
  simulation: Simulation,
  start: () => Promise<Started>,
): OnDemandServer<Started> {
  let started: Started | undefined
  let starting: Promise<Started> | undefined
  return {
    async handle(request) {
      starting ??= simulation.pending(start())
      started ??= await starting
      return started.handle(request)
    },
    snapshot: () => (started === undefined ? {} : (started.snapshot() as Json)),
    running: () => started,
  }
}
