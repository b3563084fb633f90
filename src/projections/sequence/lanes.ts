/** The life lines of a diagram: those of the scenario from the start, so that no column ever moves, then any undeclared host. */
import type { Actor, Message } from '../../simulation/types.ts'
import type { Lane } from './types.ts'

/** The lanes of one diagram. */
export interface Lanes {
  readonly list: readonly Lane[]
  /** True for a party of the scenario, false for a host that nobody declared. */
  isDeclared(actor: string): boolean
  /** Makes sure that an actor has a lane, and returns its id. */
  add(actor: string): string
  /** Both ends of a message; also learns whose window sends a navigation. */
  addMessage(message: Message): void
  /** The browser that a window belongs to; without a window, the first browser of the scenario. */
  browserOf(window: string | undefined): string
  title(actor: string): string
}

/** The console is no party of a scenario, but a person who types there is heard. */
const CONSOLE: Lane = { id: 'console', title: 'Console', kind: 'person' }

/** Creates the lanes of one diagram. */
export function createLanes(actors: readonly Actor[]): Lanes {
  const declared = new Map(actors.map((actor) => [actor.id, actor]))
  const list: Lane[] = [...actors]
  const browsers = new Map<string, string>()
  const firstBrowser = (actors.find((actor) => actor.kind === 'browser') ?? actors[0] ?? CONSOLE).id

  function laneOf(id: string): Lane {
    return declared.get(id) ?? (id === CONSOLE.id ? CONSOLE : { id, title: id, kind: 'server' })
  }

  function add(id: string): string {
    if (!list.some((lane) => lane.id === id)) list.push(laneOf(id))
    return id
  }

  return {
    list,
    isDeclared: (actor) => declared.has(actor),
    add,
    addMessage(message) {
      add(message.from)
      add(message.to)
      if (message.purpose !== 'navigation' || message.direction !== 'request') return
      // A window navigates in a task of its own name, and gates are named after their task.
      browsers.set(message.gate.slice(0, message.gate.lastIndexOf('#')), message.from)
    },
    browserOf: (window) => (window === undefined ? undefined : browsers.get(window)) ?? firstBrowser,
    title: (actor) => laneOf(actor).title,
  }
}
