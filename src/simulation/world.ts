/** A world: the parties of a run and what the person can do there, and what it is built from. */
import type { Json } from '../lib/json.ts'
import type { Clock } from './clock.ts'
import type { Network, Origin, Recorded } from './network.ts'
import type { RandomBytes } from './random.ts'
import type { Tasks } from './tasks.ts'
import type { ActionOffer, Actor, Milestone, Note } from './types.ts'
import type { UserAgent } from './user-agent/user-agent.ts'

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
  /**
   * What each actor holds, by actor id; recorded whenever it has changed after a step. A frozen object stays as it is: who
   * returns the one of before says that nothing has changed.
   */
  readonly snapshots: Readonly<Record<string, () => Json>>
  readonly actions: readonly Action[]
  readonly userAgent: UserAgent
  milestones(): readonly Milestone[]
  /** Starts what happens before the person's first choice. */
  open(): void
}
