/** A run: a world that choices are applied to, one at a time, and the trace of what happened. */
import { createClock } from './clock.ts'
import { notFound, SimulationError } from './errors.ts'
import { createNetwork } from './network.ts'
import { createRandom } from './random.ts'
import { createRecorder, type TraceDetail } from './recorder.ts'
import { countPending, settled } from './settle.ts'
import { createTasks } from './tasks.ts'
import type { Transport } from './transport.ts'
import type { Actor, Choice, Message, Trace } from './types.ts'
import { watchCrypto } from './web-crypto.ts'
import type { Simulation, World } from './world.ts'

/** Characters that a trace may come to: two hundred times those of a long sign-in. */
const MAX_TRACE_LENGTH = 20_000_000
/** Timers that may fire in one run: a page that asks every five seconds does so for a day. */
const MAX_TIMERS = 20_000

/** A run that goes on as choices are applied. */
export interface Run {
  readonly trace: Trace
  readonly actors: readonly Actor[]
  /** How many choices have been applied. */
  readonly steps: number
  /** Messages that wait, in the order in which “step forward” takes them. */
  held(): readonly Message[]
  /** Applies one choice and comes back when everything is at rest again. Throws {@link SimulationError} and then leaves the run as it was. */
  apply(choice: Choice): Promise<void>
}

/** How a run is made. */
export interface RunOptions {
  readonly seed: string
  readonly transport: Transport
  /** Default: `full`. */
  readonly detail?: TraceDetail
}

/** Builds a world, opens it and comes back when it is at rest: step 0 of a run. */
export async function createRun(build: (simulation: Simulation) => World, options: RunOptions): Promise<Run> {
  watchCrypto()
  const clock = createClock()
  let steps = 0
  let isReleased = true
  let timers = 0
  /** What ended the run for good. */
  let end: SimulationError | undefined
  const now = () => ({ step: steps, time: clock.now() })
  const { trace, record, recordChanges, length } = createRecorder(options.detail ?? 'full', now)

  function assertReleased(what: string): void {
    if (isReleased) return
    end = new SimulationError(
      'leak',
      `The ${what} appeared although nothing was released. Something in this scenario waits on real time: use the simulated timers, random and fetch.`,
    )
    throw end
  }

  /** One timer has fired. */
  async function settleTimer(): Promise<void> {
    timers += 1
    if (timers > MAX_TIMERS) {
      end = exhausted(`${MAX_TIMERS.toLocaleString('en')} timers have fired`)
      throw end
    }
    await settle()
  }

  const network = createNetwork({ origins: () => world.origins, transport: options.transport, record, assertReleased })
  const tasks = createTasks(record)
  const simulation: Simulation = {
    clock,
    random: createRandom(options.seed),
    network,
    tasks,
    record,
    pending: countPending,
    note(actor, note) {
      const exchange = network.servingExchange(actor)
      record({ type: 'note', actor, note, ...(exchange !== undefined && { exchange }) })
    },
  }
  const world = build(simulation)

  /** Starts what is queued, one task at a time, until nothing moves by itself. */
  async function settle(): Promise<void> {
    await settled()
    while (tasks.startNext()) await settled()
    network.flush()
  }

  async function perform(choice: Choice): Promise<void> {
    switch (choice.type) {
      case 'deliver':
        return network.deliver(choice.gate)
      case 'drop':
        return network.drop(choice.gate)
      case 'delay':
        network.postpone(choice.gate)
        return advance(choice.seconds)
      case 'duplicate':
        return network.duplicate(choice.gate)
      case 'rewrite':
        return network.rewrite(choice.gate, choice.parameter, choice.value)
      case 'submit':
        return world.userAgent.submit(choice.window, choice.form, choice.fields)
      case 'follow':
        return world.userAgent.follow(choice.window, choice.href)
      case 'visit':
        return world.userAgent.visit(choice.window, choice.url)
      case 'browse':
        return world.userAgent.browse(choice.window, choice.command)
      case 'act':
        return act(choice.action)
      case 'advance':
        return 'to' in choice ? advanceTo(choice.to) : advance(choice.seconds)
      case 'request':
        return network.exchangeAtOnce({ task: 'console', actor: 'console', purpose: 'console' }, choice.request)
      default:
        return choice satisfies never
    }
  }

  function act(id: string): void {
    const offered = world.actions.filter((action) => action.available())
    const action = offered.find((candidate) => candidate.id === id)
    if (action === undefined)
      throw notFound(
        'unknown_target',
        'action',
        id,
        offered.map((candidate) => candidate.id),
      )
    action.run()
  }

  async function advance(seconds: number, milestone?: string): Promise<void> {
    record({ type: 'clock', seconds, ...(milestone !== undefined && { milestone }) })
    await clock.advanceTo(clock.now() + seconds * 1000, settleTimer)
  }

  async function advanceTo(id: string): Promise<void> {
    const milestones = world.milestones()
    const milestone = milestones.find((candidate) => candidate.id === id)
    if (milestone === undefined)
      throw notFound(
        'unknown_target',
        'milestone',
        id,
        milestones.map((candidate) => candidate.id),
      )
    await advance(Math.max(0, milestone.at - clock.now() / 1000), id)
  }

  world.open()
  await settle()
  recordChanges(world)
  isReleased = false

  return {
    trace,
    actors: world.actors,
    get steps() {
      return steps
    },
    held: network.held,
    async apply(choice) {
      if (end) throw end
      if (length() > MAX_TRACE_LENGTH) {
        throw exhausted(`its messages, pages and states have ${MAX_TRACE_LENGTH.toLocaleString('en')} characters`)
      }
      if (isReleased) throw new SimulationError('overlap', 'A choice is still being applied; wait for it.')
      isReleased = true
      const mark = trace.length
      steps += 1
      record({ type: 'choice', choice })
      try {
        await perform(choice)
        await settle()
        recordChanges(world)
      } catch (error) {
        if (error instanceof SimulationError && trace.length === mark + 1) {
          trace.length = mark
          steps -= 1
        }
        throw error
      } finally {
        isReleased = false
      }
    },
  }
}

function exhausted(what: string): SimulationError {
  return new SimulationError(
    'exhausted',
    `This run is as long as a run can be: ${what}. Start again, or go back to an earlier step.`,
  )
}
