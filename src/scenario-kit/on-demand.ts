/** Servers that start at their first request, so that the first arrow of a scenario does not wait for their code to load. */
import type { HttpHandler } from '../http/index.ts'
import type { Json } from '../lib/json.ts'
import type { ResourceServer, ResourceServerConfig, ResourceServerEnvironment } from '../protocol/index.ts'
import { describeResourceServer } from '../protocol/resource-server/description.ts'
import type { Simulation } from '../simulation/index.ts'

/** What every server has. */
interface Server {
  readonly handle: HttpHandler
  snapshot(): unknown
}

/** A server, running or not. */
export interface OnDemandServer<Started extends Server> {
  readonly handle: HttpHandler
  /** What it holds; before its first request what `asleep` says. */
  snapshot(): Json
  /** The server itself, once somebody has asked it something. */
  running(): Started | undefined
}

/**
 * A server whose code is loaded by `start` at its first request; `asleep` is all that can be told of it until then. Loading counts as work of the run, so nothing depends
 * on how long it takes or whether the code was there already.
 */
export function startOnDemand<Started extends Server>(
  simulation: Simulation,
  start: () => Promise<Started>,
  asleep: Json = {},
): OnDemandServer<Started> {
  let started: Started | undefined
  let starting: Promise<Started> | undefined
  return {
    async handle(request) {
      starting ??= simulation.pending(start())
      started ??= await starting
      return started.handle(request)
    },
    snapshot: () => (started === undefined ? asleep : (started.snapshot() as Json)),
    running: () => started,
  }
}

/** A resource server that starts at its first request. What it protects can be told before. */
export function startResourceServer(
  simulation: Simulation,
  config: ResourceServerConfig,
  environment: Partial<ResourceServerEnvironment>,
): OnDemandServer<ResourceServer> {
  const start = async () => {
    const { createResourceServer } = await import('../protocol/index.ts')
    return createResourceServer(config, environment)
  }
  return startOnDemand(simulation, start, { ...describeResourceServer(config) })
}
