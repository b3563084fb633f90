/** What an actor is called in this run. */
import type { SequenceModel } from '../../projections/sequence/types.ts'

/** The title of an actor's lane; its id while it has none. */
export function actorName(sequence: SequenceModel, actor: string): string {
  return sequence.lanes.find((lane) => lane.id === actor)?.title ?? actor
}
