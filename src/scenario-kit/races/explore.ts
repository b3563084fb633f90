/**
 * The race explorer: from one moment of a run, every order in which messages can arrive until none is held, or a fair
 * sample of them; and the ends to which they lead. Headless: each order that has to be looked at is a replay.
 *
 * Orders that no party can tell apart are looked at once and counted each (`order-graph.ts`). That rests on parties that
 * act on nothing but what they are sent, so each replay is held against it: where a message does something else than it
 * did before, or changes another party's state, the explorer starts again and takes every order for a different one.
 */
import { type Choice, createRandom, type Recipe, type Run } from '../../simulation/index.ts'
import type { Scenario } from '../contract.ts'
import { replayRecipe } from '../run.ts'
import { createOrderGraph, type OrderCounts, type Situation } from './order-graph.ts'
import { createParties, type Parties } from './parties.ts'
import { describeEnd, type RaceEnd } from './race-end.ts'

/** How many orders are replayed, unless the caller says otherwise. */
export const DEFAULT_BOUND = 2000

/** No order has more messages; one that does would go on for ever. */
const MAX_MESSAGES = 300

/** Situations that are looked at to count the orders of a sample: less than a second's work. */
const COUNT_LIMIT = 20_000

/** How many arrivals ahead the progress looks. */
const PROGRESS_DEPTH = 4

/** How far an exploration goes. */
export interface ExplorationOptions {
  /** At most so many orders are replayed to their end; when more would have to be, it is a sample. */
  readonly bound?: number
  /** False takes every order for a different one from the beginning: what the reduction is held against. */
  readonly isReduced?: boolean
}

/** An end, how many orders lead to it, and one of them. */
export interface RaceOutcome extends RaceEnd {
  /** Orders that lead here: all of them when every order is accounted for, else at least so many. */
  readonly orders: number
  /** Replayed orders that led here. */
  readonly tried: number
  /** The choices of one of them, from the start of the run. */
  readonly choices: readonly Choice[]
}

/** What is known so far. */
export interface RaceReport {
  /** `every`: all orders are accounted for. `sampled`: the bound was reached before. */
  readonly coverage: 'every' | 'sampled' | 'under way'
  /** Orders that are accounted for: all there are with `every`, else at least so many. */
  readonly orders: number
  /** Orders that were replayed to their end; no two of them are alike to every party. */
  readonly tried: number
  readonly bound: number
  /** From 0 to 1. */
  readonly progress: number
  /** The most frequent one first. */
  readonly outcomes: readonly RaceOutcome[]
}

/** An exploration that goes on one replay at a time. */
export interface Exploration {
  isOver(): boolean
  /** Replays one more order. Does nothing when it is over; throws what a run throws. */
  step(): Promise<void>
  /** What is known so far. Counting the orders takes a moment; `tried` are counted alone where nobody wants to wait. */
  report(options?: { readonly counts: 'orders' | 'tried' }): RaceReport
}

interface Met {
  readonly end: RaceEnd
  /** The order that came here first. */
  readonly gates: readonly string[]
  tried: number
}

/** Explores what can follow after all choices of a session. The same session and options give the same report. */
export async function createExploration(
  scenario: Scenario,
  recipe: Recipe,
  { bound = DEFAULT_BOUND, isReduced = true }: ExplorationOptions = {},
): Promise<Exploration> {
  const replay = () => replayRecipe(scenario, recipe, { detail: 'ends' })
  const opening = await replay()
  let search = startSearch(isReduced)

  function startSearch(hasParties: boolean) {
    const parties = createParties(opening.actors, { isOne: !hasParties })
    const graph = createOrderGraph(opening.held().map(parties.gateOf), createRandom(recipe.seed))
    return { parties, graph, met: new Map<string, Met>(), tried: 0, isComplete: false }
  }

  /** Notes where an order has come to. */
  function meet(run: Run, gates: readonly string[], here: Situation): void {
    const end = describeEnd(scenario, run, recipe.choices.length)
    const known = search.met.get(end.id) ?? { end, gates, tried: 0 }
    known.tried += 1
    search.met.set(end.id, known)
    search.tried += 1
    here.end = end.id
    // Perhaps that was the last one there is.
    if (search.tried === bound) search.isComplete = search.graph.search(search.graph.root) === undefined
  }

  async function step(): Promise<void> {
    const { graph, parties } = search
    let here = graph.root
    let way = graph.search(here)
    if (search.tried >= bound) return
    if (way === undefined) {
      search.isComplete = true
      return
    }
    const run = await replay()
    const gates: string[] = []
    while (way !== undefined) {
      const [gate, ...rest]: readonly string[] = way
      if (gate === undefined) return meet(run, gates, here)
      if (gates.push(gate) > MAX_MESSAGES) throw new Error(`After ${MAX_MESSAGES} messages this run still goes on.`)
      const arrival = await deliver(run, gate, parties)
      if (arrival !== undefined) here = graph.arrive(here, gate, arrival)
      if (arrival === undefined || !isAsForeseen(run, here)) {
        search = startSearch(false)
        return
      }
      way = rest.length > 0 ? rest : graph.search(here)
    }
  }

  function report({ counts } = { counts: 'orders' }): RaceReport {
    const { graph, met, tried, isComplete } = search
    const limit = isComplete ? Number.POSITIVE_INFINITY : COUNT_LIMIT
    const counted: OrderCounts = counts === 'orders' ? graph.countOrders(limit) : new Map()
    const outcomes = [...met.values()].map(
      ({ end, gates, tried }): RaceOutcome => ({
        ...end,
        orders: Math.max(tried, counted.get(end.id) ?? 0),
        tried,
        choices: [...recipe.choices, ...gates.map((gate): Choice => ({ type: 'deliver', gate }))],
      }),
    )
    return {
      coverage: isComplete ? 'every' : tried >= bound ? 'sampled' : 'under way',
      orders: outcomes.reduce((sum, { orders }) => sum + orders, 0),
      tried,
      bound,
      progress: isComplete ? 1 : Math.max(tried / bound, graph.shareSeen(PROGRESS_DEPTH)),
      outcomes: outcomes.sort(
        (one, other) =>
          (isComplete ? other.orders - one.orders : other.tried - one.tried) || (one.id < other.id ? -1 : 1),
      ),
    }
  }

  return { isOver: () => search.isComplete || search.tried >= bound, step, report }
}

/** Lets a message arrive and tells what it did. */
async function deliver(run: Run, gate: string, parties: Parties) {
  const message = run.held().find((held) => held.gate === gate)
  const mark = run.trace.length
  await run.apply({ type: 'deliver', gate })
  return message && parties.observe(message, run.trace.slice(mark), run.trace)
}

/** True when those messages wait that the graph says. */
function isAsForeseen(run: Run, { held }: Situation): boolean {
  const waiting = new Set(run.held().map(({ gate }) => gate))
  return waiting.size === held.length && held.every(({ gate }) => waiting.has(gate))
}
