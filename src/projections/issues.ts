/** Everything that a run issues, in order, each with the one name that all views call it by. */
import type { Note, Trace } from '../simulation/types.ts'

type LifecycleNote = Extract<Note, { readonly type: 'lifecycle' }>

/** The issue of one artifact. */
export interface Issue {
  /** “access token 2”: unique in a run, in order of issue. */
  readonly name: string
  /** Who issued it. */
  readonly actor: string
  /** Such as `access_token`. */
  readonly artifact: string
  /** The id of its lifecycle notes; never the secret itself. */
  readonly id: string
  /** The step in which it was issued: 0 while the scenario opened. */
  readonly step: number
  /** Virtual time, epoch milliseconds. */
  readonly time: number
  /** The exchange that its issuer was serving, when it was serving one. */
  readonly exchange?: string
}

/** What events tell to have been issued. Whatever is issued again under its id is still the same one. */
export function issuesIn(events: Trace): ReadonlyMap<string, Issue> {
  const issues = new Map<string, Issue>()
  const counts = new Map<string, number>()
  for (const event of events) {
    if (event.type !== 'note' || event.note.type !== 'lifecycle' || event.note.change !== 'issued') continue
    const { actor, step, time, exchange } = event
    const { artifact, id } = event.note
    const key = issueKey(actor, event.note)
    if (issues.has(key)) continue
    const number = (counts.get(artifact) ?? 0) + 1
    counts.set(artifact, number)
    const name = `${artifact.replaceAll('_', ' ')} ${number}`
    issues.set(key, { name, actor, artifact, id, step, time, ...(exchange !== undefined && { exchange }) })
  }
  return issues
}

/** What the lifecycle notes of one artifact have in common: the key of {@link issuesIn}. */
export function issueKey(actor: string, { artifact, id }: LifecycleNote): string {
  return `${actor} ${artifact} ${id}`
}
