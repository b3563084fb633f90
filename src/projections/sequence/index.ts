/** The sequence model of a run, built as the run goes on: rows are appended, never changed. */
import type { ActionOffer, Actor, TraceEvent } from '../../simulation/types.ts'
import { type Draft, draftRow } from './drafts.ts'
import { createLanes } from './lanes.ts'
import { createOutcomes } from './outcomes.ts'
import type { SequenceModel, SequenceRow } from './types.ts'
import { createWire } from './wire.ts'

export type { SequenceModel, SequenceRow, WaitingRow } from './types.ts'

/** A sequence model that grows with its run. */
export interface Sequence extends SequenceModel {
  /**
   * Appends what happened. Takes whole steps: all the events of one choice or of several, as a run records them.
   * O(1) an event, whatever came before.
   */
  push(events: readonly TraceEvent[]): void
}

/** An empty model of a run between these actors. For another past (a fork), begin a new one. */
export function createSequence(actors: readonly Actor[]): Sequence {
  const lanes = createLanes(actors)
  const wire = createWire(lanes.title)
  const outcomes = createOutcomes(lanes.isDeclared, wire.message)
  const rows: SequenceRow[] = []
  const rowCounts: number[] = []
  let actions: ReadonlyMap<string, ActionOffer> = new Map()
  let milestones: ReadonlyMap<string, string> = new Map()

  function append(draft: Draft, step: number, time: number): void {
    const { between, ...row } = draft
    const thread = row.kind === 'message' && row.gate !== undefined ? wire.threadOf(row.gate) : undefined
    const name = `Step ${step}: ${between[0]} to ${between[1]}, ${row.label}, ${row.status}`
    rows.push(Object.freeze({ ...row, ...(thread !== undefined && { thread }), index: rows.length, step, name, time }))
  }

  function addStep(events: readonly TraceEvent[], step: number): void {
    const choice = events.find((event) => event.type === 'choice')?.choice
    const context = { lanes, message: wire.message, actions, milestones, choice }
    const drafts: { draft: Draft; time: number }[] = []
    for (const event of events) {
      if (event.type === 'held') lanes.addMessage(event.message)
      if (event.type === 'offers') {
        actions = new Map(event.actions.map((offer) => [offer.id, offer]))
        milestones = new Map(event.milestones.map(({ id, label }) => [id, label]))
      }
      wire.follow(event)
      const draft = draftRow(event, context)
      if (draft !== undefined) drafts.push({ draft, time: event.time })
    }
    const judge = outcomes.endStep(events)
    drafts.forEach(({ draft, time }, index) => {
      append(judge(draft, index === drafts.length - 1), step, time)
    })
    wire.endStep(step)
    rowCounts[step] = rows.length
  }

  return {
    lanes: lanes.list,
    rows,
    rowsAt: (step) => rowCounts[Math.min(step, rowCounts.length - 1)] ?? 0,
    waitingAt: wire.waitingAt,
    push(events) {
      let start = 0
      events.forEach((event, index) => {
        if (events[index + 1]?.step === event.step) return
        addStep(events.slice(start, index + 1), event.step)
        start = index + 1
      })
    },
  }
}
