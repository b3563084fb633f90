/** What a run writes down of itself: a trace that can be shown, or what the end of a run is told by. */
import { deepFreeze, type Json } from '../lib/json.ts'
import { readTitle } from './form-reader.ts'
import type { Recorded } from './network.ts'
import type { TraceEvent, WindowView } from './types.ts'
import type { BrowserWindow } from './user-agent/window.ts'
import type { World } from './world.ts'

/**
 * `full`: the trace that is shown, kept and compared, frozen. `ends`: for runs that nobody looks at. Events are the same, but not
 * frozen, a window's title is read when somebody asks for it, and what the person is offered is left out.
 */
export type TraceDetail = 'full' | 'ends'

/** The events of a run. `now` tells step and time of what happens at this moment. */
export function createRecorder(detail: TraceDetail, now: () => Pick<TraceEvent, 'step' | 'time'>) {
  const trace: TraceEvent[] = []
  const isFull = detail === 'full'
  const lastStates = new Map<string, { readonly state: Json; readonly text: string }>()
  const lastViews = new Map<string, WindowView>()
  let lastOffers = ''
  let length = 0

  function record(event: Recorded): void {
    // Members in this order: a trace is a text. What is read late must not be copied.
    const recorded = isFull ? deepFreeze({ ...now(), ...event }) : Object.assign(event, now())
    trace.push(recorded as TraceEvent)
    length += lengthOf(event)
  }

  function recordState(actor: string, snapshot: () => Json): void {
    const state = snapshot()
    const before = lastStates.get(actor)
    if (state === before?.state && Object.isFrozen(state)) return
    const text = JSON.stringify(state)
    lastStates.set(actor, { state, text })
    if (before?.text === text) return
    length += text.length
    const event = { type: 'state', actor } as const
    const read = () => JSON.parse(text) as Json
    record(isFull ? { ...event, state: read() } : withLate(event, 'state', read))
  }

  function recordWindow({ id, document, pendingUrl, history, position, page }: BrowserWindow): void {
    const before = lastViews.get(id)
    const html = document?.html ?? ''
    const look = {
      url: (pendingUrl ?? document?.url)?.href ?? '',
      html,
      loading: pendingUrl !== undefined,
      canGoBack: position > 0,
      canGoForward: position < history.length - 1,
      ...(page?.lifecycle.isFrozen && { frozen: true as const }),
    }
    const members = Object.keys({ frozen: true, ...look }) as (keyof typeof look)[]
    if (before !== undefined && members.every((member) => before[member] === look[member])) return
    // A page that shows the same again has the same title.
    const readOwn = () => (before?.html === html ? before.title : readTitle(html))
    const view = isFull ? { id, title: readOwn(), ...look } : withLate({ id, ...look }, 'title', readOwn)
    lastViews.set(id, view)
    record({ type: 'window', view })
  }

  function recordOffers(world: World): void {
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

  return {
    trace,
    record,
    /** Characters in the messages, pages and states of the trace: nearly all that it takes. */
    length: () => length,
    /** Records what is different after a step. */
    recordChanges(world: World): void {
      for (const [actor, snapshot] of Object.entries(world.snapshots)) recordState(actor, snapshot)
      for (const window of world.userAgent.windows()) recordWindow(window)
      if (isFull) recordOffers(world)
    },
  }
}

function lengthOf(event: Recorded): number {
  if ('view' in event) return event.view.html.length
  if (!('message' in event)) return 0
  const { request, response } = event.message
  return request.url.length + request.body.length + (response?.body.length ?? 0)
}

/** An object with a member that is read when somebody asks for it. */
function withLate<Early extends object, Name extends string, Value>(
  early: Early,
  name: Name,
  read: () => Value,
): Early & Readonly<Record<Name, Value>> {
  return Object.defineProperty(early, name, { get: read, enumerable: true }) as Early & Readonly<Record<Name, Value>>
}
