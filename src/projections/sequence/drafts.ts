/** The rows that one event makes, before it is known how its step ended. */
import type { ActionOffer, Choice, Message, TraceEvent } from '../../simulation/types.ts'
import { formatDuration, formatTime } from '../duration.ts'
import { type Label, messageLabel, shorten } from '../labels.ts'
import type { Lanes } from './lanes.ts'
import { describePersonChoice, type PersonChoice } from './person.ts'
import type { SequenceRow } from './types.ts'

/** A row without its numbers and its accessible name; `between` are the words for its two ends. */
export type Draft = Omit<SequenceRow, 'index' | 'step' | 'name' | 'time'> & {
  readonly between: readonly [string, string]
}

/** What a row may have to look up. */
export interface DraftContext {
  readonly lanes: Lanes
  message(gate: string): Message | undefined
  /** What the person was offered when the step began: labels by id. */
  /** What the person was offered, by id. */
  readonly actions: ReadonlyMap<string, ActionOffer>
  readonly milestones: ReadonlyMap<string, string>
  /** The choice of the step. */
  readonly choice: Choice | undefined
}

/** The row of an event, when it makes one. */
export function draftRow(event: TraceEvent, context: DraftContext): Draft | undefined {
  switch (event.type) {
    case 'choice':
      return draftChoice(event.choice, context)
    case 'delivered':
      return draftMessage(event.gate, { status: 'delivered', tone: 'ok' }, context)
    case 'dropped':
      return draftMessage(event.gate, { status: 'lost', tone: 'lost' }, context)
    case 'rewritten': {
      const verb = event.before === null ? 'adds' : event.after === null ? 'removes' : 'changes'
      return draftWire(event.message, `${verb} ${event.parameter} in ${briefly(event.message)}`, 'changed', context)
    }
    case 'clock':
      return context.choice?.type === 'delay' ? undefined : draftClock(event, context)
    default:
      return undefined
  }
}

function draftChoice(choice: Choice, context: DraftContext): Draft | undefined {
  switch (choice.type) {
    case 'submit':
    case 'follow':
    case 'visit':
    case 'browse':
    case 'act': {
      const lane = context.lanes.add(laneOfPerson(choice, context))
      const row = { kind: 'person', from: lane, to: lane, status: 'done', tone: 'neutral', isResponse: false } as const
      return { ...row, ...describePersonChoice(choice, context.actions), between: titles(row, context) }
    }
    case 'delay':
    case 'duplicate': {
      const message = context.message(choice.gate)
      if (message === undefined) return undefined
      return choice.type === 'delay'
        ? draftWire(message, `${briefly(message)} delayed by ${formatDuration(choice.seconds)}`, 'delayed', context)
        : draftWire(message, `${briefly(message)} copied`, 'copied', context)
    }
    default:
      // The others are told by the events that they cause.
      return undefined
  }
}

/** The lane of the party at which the person acts: the one that the action names, else the browser of the window. */
function laneOfPerson(choice: PersonChoice, { lanes, actions }: DraftContext): string {
  if (choice.type !== 'act') return lanes.browserOf(choice.window)
  return actions.get(choice.action)?.actor ?? lanes.browserOf(undefined)
}

function draftMessage(gate: string, fate: Pick<Draft, 'status' | 'tone'>, context: DraftContext): Draft | undefined {
  const message = context.message(gate)
  if (message === undefined) return undefined
  const { from, to, exchange, direction } = message
  const isResponse = direction === 'response'
  const row = { kind: 'message', from, to, gate, exchange, isResponse, ...fate } as const
  return { ...row, ...messageLabel(message), between: titles(row, context) }
}

function draftWire(message: Message, text: string, status: string, context: DraftContext): Draft {
  const { from, to, gate, exchange } = message
  const row = { kind: 'wire', from, to, gate, exchange, status, tone: 'neutral', isResponse: false } as const
  return { ...row, ...cut(text), between: titles(row, context) }
}

function draftClock(event: Extract<TraceEvent, { type: 'clock' }>, context: DraftContext): Draft {
  const lane = context.lanes.list[0]?.id ?? context.lanes.add(context.lanes.browserOf(undefined))
  const milestone = event.milestone === undefined ? undefined : context.milestones.get(event.milestone)
  const text = `+${formatDuration(event.seconds)}${milestone === undefined ? '' : `: ${milestone}`}`
  return {
    kind: 'clock',
    from: lane,
    to: lane,
    status: 'done',
    tone: 'neutral',
    isResponse: false,
    ...cut(text),
    between: [formatTime(event.time), formatTime(event.time + event.seconds * 1000)],
  }
}

function titles(row: { readonly from: string; readonly to: string }, { lanes }: DraftContext): [string, string] {
  return [lanes.title(row.from), lanes.title(row.to)]
}

function cut(text: string): Label {
  return { label: shorten(text), text }
}

/** A message in two or three words. */
function briefly(message: Message): string {
  const request = `${message.request.method} ${new URL(message.request.url).pathname}`
  return message.direction === 'response' ? `answer to ${request}` : (message.step ?? request)
}
