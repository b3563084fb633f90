/**
 * The orders in which held messages can arrive, as a graph in which orders that no party can tell apart meet again.
 *
 * A party (a server; everything on the person's side) acts on what it is sent and on nothing else, so what an arrival
 * does is decided by the message and by what its party has received before, in that order. Arrivals at different
 * parties therefore commute, and so do two arrivals at one party that leave it as it was. A situation is what each
 * party has received and what is on the wire; two orders that give each party the same are in the same situation, and
 * have the same end. (These are Mazurkiewicz's traces: the equivalence that partial-order reduction is built on.)
 */
import type { RandomBytes } from '../../simulation/index.ts'

/** A message on the wire, and the party that its arrival may change. */
export interface OpenGate {
  readonly gate: string
  readonly party: string
}

/** What the arrival of a message did. */
export interface Arrival {
  /** True when it left its party as it was: a request that was answered and nothing else. */
  readonly isRead: boolean
  /** The messages that it put on the wire. */
  readonly opened: readonly OpenGate[]
}

/** A message that waits, and the arrival (0: the start) that put it on the wire, which settles what it says. */
interface Waiting extends OpenGate {
  readonly cause: number
}

/** What each party has received, by the number of the last arrival that changed it, and what is on the wire. */
export interface Situation {
  readonly received: Readonly<Record<string, number>>
  readonly held: readonly Waiting[]
  /** True when everything that can follow has been seen. */
  isExhausted: boolean
  /** What it has come to, where nothing is held and somebody has looked. */
  end: string | undefined
}

interface KnownArrival extends Arrival {
  readonly number: number
}

/** How many orders lead to each end, by the end's name. */
export type OrderCounts = ReadonlyMap<string, number>

/** Starts a graph where these messages are held. Where several ways are open, `random` chooses. */
export function createOrderGraph(start: readonly OpenGate[], random: RandomBytes) {
  const situations = new Map<string, Situation>()
  const arrivals = new Map<string, KnownArrival>()
  const root = intern(
    {},
    start.map((gate) => ({ ...gate, cause: 0 })),
  )

  function intern(received: Situation['received'], held: readonly Waiting[]): Situation {
    const sorted = held.toSorted((left, right) => (left.gate < right.gate ? -1 : 1))
    const parties = Object.keys(received).sort()
    const key = [
      parties.map((party) => `${party} ${received[party]}`),
      sorted.map(({ gate, cause }) => `${gate} ${cause}`),
    ].join('\n')
    const situation = situations.get(key) ?? { received, held: sorted, isExhausted: false, end: undefined }
    situations.set(key, situation)
    return situation
  }

  /** What tells an arrival from every other: the message, and what its party had received until then. */
  function keyOf({ received }: Situation, { gate, cause, party }: Waiting): string {
    return `${gate} ${cause} ${received[party] ?? 0}`
  }

  function after({ received, held }: Situation, message: Waiting, { number, isRead, opened }: KnownArrival): Situation {
    return intern(isRead ? received : { ...received, [message.party]: number }, [
      ...held.filter((other) => other !== message),
      ...opened.map((gate) => ({ ...gate, cause: number })),
    ])
  }

  /** The situation to which a message brings this one; undefined while nobody has seen what it does here. */
  function next(situation: Situation, message: Waiting): Situation | undefined {
    const known = arrivals.get(keyOf(situation, message))
    return known && after(situation, message, known)
  }

  /**
   * A way from a situation to something that has not been seen, as gates in order: an arrival, or an end (where the way
   * is over). Undefined when all has been seen. Every message that leads to something new has the same chance.
   */
  function search(situation: Situation): readonly string[] | undefined {
    if (situation.isExhausted) return undefined
    if (situation.held.length === 0 && situation.end === undefined) return []
    const open = [...situation.held]
    while (open.length > 0) {
      const [message] = open.splice(draw(open.length), 1)
      if (message === undefined) break
      const following = next(situation, message)
      const way = following === undefined ? [] : search(following)
      if (way !== undefined) return [message.gate, ...way]
    }
    situation.isExhausted = true
    return undefined
  }

  function draw(count: number): number {
    const [high = 0, low = 0] = random(2, 'order')
    return (high * 256 + low) % count
  }

  return {
    root,
    search,

    /** The situation after a message has arrived. `observed` is used where nobody has seen that before. */
    arrive(situation: Situation, gate: string, observed: Arrival): Situation {
      const message = situation.held.find((waiting) => waiting.gate === gate)
      if (message === undefined) throw new Error(`No message is held at “${gate}” in this situation.`)
      const key = keyOf(situation, message)
      const known = arrivals.get(key) ?? { ...observed, number: arrivals.size + 1 }
      arrivals.set(key, known)
      return after(situation, message, known)
    },

    /**
     * Counts the orders that lead from the start to each end that has been seen. Every single order counts, however
     * many of them share a situation. All of them when everything has been seen, else at least so many. Looks at `limit`
     * situations at most; what lies beyond counts for nothing.
     */
    countOrders(limit: number): OrderCounts {
      const counted = new Map<Situation, OrderCounts>()
      function count(situation: Situation): OrderCounts {
        const known = counted.get(situation)
        if (known !== undefined) return known
        const counts = new Map<string, number>()
        counted.set(situation, counts)
        if (situation.end !== undefined) counts.set(situation.end, 1)
        if (counted.size > limit) return counts
        for (const message of situation.held) {
          const following = next(situation, message)
          for (const [end, orders] of following === undefined ? [] : count(following)) {
            counts.set(end, (counts.get(end) ?? 0) + orders)
          }
        }
        return counts
      }
      return count(root)
    },

    /** The share of the ways from a situation that has been seen, from 0 to 1, each message counting the same. Looks `depth` arrivals ahead. */
    shareSeen(depth: number, situation: Situation = root): number {
      if (situation.isExhausted || (situation.held.length === 0 && situation.end !== undefined)) return 1
      if (depth === 0 || situation.held.length === 0) return 0
      const shares = situation.held.map((message) => {
        const following = next(situation, message)
        return following === undefined ? 0 : this.shareSeen(depth - 1, following)
      })
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    },
  }
}
