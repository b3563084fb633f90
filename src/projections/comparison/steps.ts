/** The rows of a run with what they say, ready to be compared with those of another. */
import type { Choice, Message, Trace } from '../../simulation/types.ts'
import type { SequenceModel, SequenceRow } from '../sequence/types.ts'
import { masked } from './drawn-values.ts'
import { type Part, partsOf } from './message-parts.ts'

/** A run as it was recorded, with its rows. */
export interface ComparedRun {
  readonly trace: Trace
  readonly sequence: SequenceModel
}

/** A row and what it says. */
export interface Step {
  readonly row: SequenceRow
  /** What must be equal for two rows to stand beside each other: who does what kind of thing to whom. */
  readonly key: string
  readonly parts: readonly Part[]
  /** Everything that it says apart from values drawn at random. */
  readonly digest: string
}

/** All rows of a run, in order. O(n). */
export function stepsOf({ trace, sequence }: ComparedRun): readonly Step[] {
  const messages = new Map<string, Message>()
  const steps: Step[] = []
  let choice: Choice | undefined
  let next = 0
  trace.forEach((event, index) => {
    if (event.type === 'choice') choice = event.choice
    // As it is at the end of its step: a later change is another row's.
    if (event.type === 'held' || event.type === 'rewritten') messages.set(event.message.gate, event.message)
    if (trace[index + 1]?.step === event.step) return
    for (; next < sequence.rowsAt(event.step); next += 1) {
      const row = sequence.rows[next]
      if (row !== undefined) steps.push(stepOf(row, messages.get(row.gate ?? ''), choice))
    }
  })
  return steps
}

function stepOf(row: SequenceRow, message: Message | undefined, choice: Choice | undefined): Step {
  const { kind, from, to, status } = row
  const isMessage = kind === 'message' && message !== undefined
  const said = isMessage ? partsOf(message, Math.round(row.time / 1000)) : choiceParts(row, choice)
  const parts = [...said, { place: 'what came of it', name: '', value: status }]
  const what = isMessage ? messageKey(message) : choiceKey(choice)
  return { row, key: [kind, from, to, what].join(' '), parts, digest: JSON.stringify(parts.map(digestOf)) }
}

function digestOf({ place, name, value, fromNow, inner }: Part): unknown {
  return [place, name, inner?.map(digestOf) ?? fromNow ?? masked(value)]
}

/** Gates are numbered within their task; another number is the same conversation, another task is not. */
function messageKey({ gate, direction, request, copyOf, step }: Message): string {
  const url = new URL(request.url)
  const task = gate.replace(/#\d+/g, '')
  return [
    direction,
    task,
    request.method,
    url.origin,
    url.pathname,
    step ?? '',
    copyOf === undefined ? '' : 'copy',
  ].join(' ')
}

/** What a person does in one window stands beside what a person does there in the other run, whatever it is. */
function choiceKey(choice: Choice | undefined): string {
  if (choice === undefined) return ''
  return 'window' in choice ? `${choice.type} ${choice.window}` : choice.type
}

/** What a person chose, value by value; which message it was done to is said by the row. */
function choiceParts(row: SequenceRow, choice: Choice | undefined): Part[] {
  const said = { place: 'done', name: '', value: row.text }
  if (choice?.type !== 'submit') return [said]
  return [said, ...Object.entries(choice.fields).map(([name, value]) => ({ place: 'form', name, value }))]
}
