/** A run: a world that choices are applied to, one at a time, and the trace of what happened. */
import { deepFreeze, type Json } from '../lib/json.ts'
import { type Clock, createClock } from './clock.ts'
import { notFound, SimulationError } from './errors.ts'
import { createNetwork, type Network, type Origin, type Recorded } from './network.ts'
import { createRandom, type RandomBytes } from './random.ts'
import { countPending, settled } from './settle.ts'
import { createTasks, type Tasks } from './tasks.ts'
import type { Transport } from './transport.ts'
import type { ActionOffer, Actor, Choice, Message, Milestone, Note, Trace, TraceEvent } from './types.ts'
import type { UserAgent } from './user-agent/index.ts'
import { watchCrypto } from './web-crypto.ts'

/** What a world is built from: everything that is not the recipe comes from here. */
export interface Simulation {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly network: Network
  readonly tasks: Tasks
  /** Has the run wait for real work outside of it, such as loading code; the work must not depend on what is loaded already. */
  pending<Result>(work: Promise<Result>): Promise<Result>
  /** Records what an actor checked, issued or decided. */
  note(actor: string, note: Note): void
  record(event: Recorded): void
}

/** Something a scenario offers the person to do. */
export interface Action extends ActionOffer {
  available(): boolean
  /** Starts it; what follows goes through tasks and gates. */
  run(): void
}

/** The parties of one run. */
export interface World {
  readonly actors: readonly Actor[]
  /** Who answers, by URL origin. */
  readonly origins: Readonly<Record<string, Origin>>
  /** What each actor holds, by actor id; recorded whenever it has changed after a step. */
  readonly snapshots: Readonly<Record<string, () => Json>>
  readonly actions: readonly Action[]
  readonly userAgent: UserAgent
  milestones(): readonly Milestone[]
  /** Starts what happens before the person's first choice. */
  open(): void
}

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
}

/** Builds a world, opens it and comes back when it is at rest: step 0 of a run. */
export async function createRun(build: (simulation: Simulation) => World, options: RunOptions): Promise<Run> {
  watchCrypto()
  const trace: TraceEvent[] = []
  const clock = createClock()
  let steps = 0
  let isReleased = true
  let leak: SimulationError | undefined
  const lastState = new Map<string, string>()
  let lastOffers = ''

  function record(event: Recorded): void {
    trace.push(deepFreeze({ step: steps, time: clock.now(), ...event } as TraceEvent))
  }

  function assertReleased(what: string): void {
    if (isReleased) return
    leak = new SimulationError(
      'leak',
      `The ${what} appeared although nothing was released. Something in this scenario waits on real time: use the simulated timers, random and fetch.`,
    )
    throw leak
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

  /** Records what is different after a step. */
  function recordChanges(): void {
    for (const [actor, snapshot] of Object.entries(world.snapshots)) {
      const text = JSON.stringify(snapshot())
      if (lastState.get(actor) === text) continue
      lastState.set(actor, text)
      record({ type: 'state', actor, state: JSON.parse(text) as Json })
    }
    world.userAgent.recordWindows()
    const actions = world.actions
      .filter((action) => action.available())
      .map(({ id, label, hint, place, actor }) => ({
        id,
        label,
        ...(hint !== undefined && { hint }),
        place,
        ...(actor !== undefined && { actor }),
      }))
    const milestones = world.milestones()
    const offers = JSON.stringify([actions, milestones])
    if (offers !== lastOffers) record({ type: 'offers', actions, milestones })
    lastOffers = offers
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
    await clock.advanceTo(clock.now() + seconds * 1000, settle)
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
  recordChanges()
  isReleased = false

  return {
    trace,
    actors: world.actors,
    get steps() {
      return steps
    },
    held: network.held,
    async apply(choice) {
      if (leak) throw leak
      if (isReleased) throw new SimulationError('overlap', 'A choice is still being applied; wait for it.')
      isReleased = true
      const mark = trace.length
      steps += 1
      record({ type: 'choice', choice })
      try {
        await perform(choice)
        await settle()
        recordChanges()
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
