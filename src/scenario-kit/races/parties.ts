/** The parties of a run, and what the arrival of a message did to them, read off the trace. */
import type { Actor, Message, Run, Trace } from '../../simulation/index.ts'
import type { Arrival, OpenGate } from './order-graph.ts'

/** Browser, apps, devices and whoever attacks them share cookies, storage and locks: one party. */
const PERSON_SIDE = 'the person’s side'

/** Tells the parties of a run apart. */
export interface Parties {
  /** The party that the arrival of a message may change: the receiver's; the sender's, when nobody has that address. */
  gateOf(message: Message): OpenGate
  /**
   * What a message that has just arrived did; `events` is what the trace got by it. Undefined when it changed something
   * that another party holds, as when a server is called past the wire: then parties do not tell what depends on what.
   */
  observe(message: Message, events: Trace, trace: Run['trace']): Arrival | undefined
}

/** Each server is a party, and the person's side is one. With `isOne` all of them are one: then no two arrivals commute. */
export function createParties(actors: readonly Actor[], { isOne }: { readonly isOne: boolean }): Parties {
  function partyOf(actor: string): string {
    const isServer = actors.find(({ id }) => id === actor)?.kind === 'server'
    return isServer && !isOne ? actor : PERSON_SIDE
  }

  function gateOf({ gate, from, to }: Message): OpenGate {
    return { gate, party: partyOf(actors.some(({ id }) => id === to) ? to : from) }
  }

  return {
    gateOf,
    observe(message, events, trace) {
      const { party } = gateOf(message)
      const changed = events.flatMap((event) => (event.type === 'state' ? [event.actor] : []))
      if (changed.some((actor) => partyOf(actor) !== party)) return undefined
      const held = events.flatMap((event) => (event.type === 'held' ? [event.message] : []))
      const [answer] = held
      // A server without a snapshot may have changed unseen; one that sends anything else has begun something.
      const isWatched = trace.some((event) => event.type === 'state' && event.actor === message.to)
      const isOnlyAnswered =
        held.length === 1 && answer?.direction === 'response' && answer.exchange === message.exchange
      return {
        isRead: party === message.to && changed.length === 0 && isWatched && isOnlyAnswered,
        opened: held.map(gateOf),
      }
    },
  }
}
