/** The credentials of a run with their faces: which ones a message carries, who holds which, and what an earlier step did to one that is refused. */
import type { Actor, Trace } from '../../simulation/types.ts'
import { type Lifetime, stateAsOf } from '../lifetimes/index.ts'
import { clockAt } from '../present.ts'
import type { SequenceModel, SequenceRow } from '../sequence/types.ts'
import { type Holding, holdingsIn } from '../storage/index.ts'
import { type Cause, createCauses } from './causes.ts'
import { type CredentialKind, faceOf, type ShownCredential, shownOf } from './faces.ts'
import { cargoIn } from './wire.ts'

export type { Cause } from './causes.ts'
export { HUES, type ShownCredential } from './faces.ts'

/** A credential in a pocket. */
export interface PocketItem extends ShownCredential {
  /** False for what its actor has let go of and is of no use to anybody. */
  readonly isHeld: boolean
}

/** What an actor holds at a step, and what it held that is over, in the order in which it came. */
export interface Pocket {
  readonly actor: string
  readonly items: readonly PocketItem[]
}

/** A message, as far as it tells what it carries: a row of the diagram, or one that waits. */
type Carrier = Pick<SequenceRow, 'gate'> & Partial<Pick<SequenceRow, 'kind' | 'step' | 'time'>>

/** The credentials of one trace. */
export interface Credentials {
  /** What a message carries, as it stood when the message arrived; of one that waits, as it stands at the end. One look-up. */
  carriedBy(row: Carrier): readonly ShownCredential[]
  /** True for the first message that carries one of its kind. */
  bringsFirst(row: Carrier): boolean
  /** Every actor's pocket at a step, in the order of the actors. */
  pocketsAt(step: number): readonly Pocket[]
  /** What an earlier step did to the credential that a failed row is about; `undefined` where the notes do not tell. */
  causeOf(sequence: SequenceModel, row: SequenceRow): Cause | undefined
}

const known = new WeakMap<Trace, Credentials>()

/** The credentials of a trace, read once for all who ask. */
export function credentialsIn(trace: Trace, actors: readonly Actor[]): Credentials {
  const found = known.get(trace) ?? read(trace, actors)
  known.set(trace, found)
  return found
}

const NOTHING: readonly ShownCredential[] = []

function read(trace: Trace, actors: readonly Actor[]): Credentials {
  const end = trace.at(-1)?.step ?? 0
  const { lifetimes, histories, values } = holdingsIn(trace, actors)
  const cargo = cargoIn(trace, lifetimes, values)
  const firsts = firstsIn(cargo)
  /** Rows never change, and what they carry is asked for with every drawing. */
  const shown = new Map<string, readonly ShownCredential[]>()

  function carriedBy({ gate, kind = 'message', step, time }: Carrier): readonly ShownCredential[] {
    const carried = gate === undefined || kind !== 'message' ? undefined : cargo.get(gate)
    if (carried === undefined || gate === undefined) return NOTHING
    const key = `${gate} ${step ?? ''}`
    const before = shown.get(key)
    if (before !== undefined) return before
    const at = step === undefined ? end : step - 1
    const now = time ?? clockAt(trace, end)
    const result = carried.flatMap((lifetime) => show(lifetime, at, now) ?? [])
    shown.set(key, result)
    return result
  }

  return {
    carriedBy,
    bringsFirst: ({ gate, kind = 'message' }) => kind === 'message' && gate !== undefined && firsts.has(gate),
    pocketsAt(step) {
      const now = clockAt(trace, step)
      return actors.map(({ id }) => ({ actor: id, items: itemsAt(histories.get(id) ?? [], step, now) }))
    },
    causeOf: createCauses(trace, (gate) => cargo.get(gate) ?? []),
  }
}

function show(lifetime: Lifetime, step: number, now: number): ShownCredential | undefined {
  return shownOf({ ...lifetime, state: stateAsOf(lifetime, step, now) })
}

function itemsAt(history: readonly Holding[], step: number, now: number): PocketItem[] {
  const past = history.filter((holding) => holding.step <= step)
  const held = past.at(-1)?.lifetimes ?? []
  return [...new Set(past.flatMap(({ lifetimes }) => lifetimes))].flatMap((lifetime) => {
    // A value that somebody has planted is no session before one begins under it.
    if (lifetime.step > step) return []
    const item = show(lifetime, step, now)
    const isHeld = held.includes(lifetime)
    return item === undefined || (item.state === 'held' && !isHeld) ? [] : { ...item, isHeld }
  })
}

/** The gates of the first messages that carry something of a kind. */
function firstsIn(cargo: ReadonlyMap<string, readonly Lifetime[]>): ReadonlySet<string> {
  const kinds = new Set<CredentialKind>()
  const firsts = new Set<string>()
  for (const [gate, carried] of cargo) {
    for (const lifetime of carried) {
      const kind = faceOf(lifetime)?.kind
      if (kind === undefined || kinds.has(kind)) continue
      kinds.add(kind)
      firsts.add(gate)
    }
  }
  return firsts
}
