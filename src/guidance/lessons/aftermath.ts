/** What options of a question say of the step that follows: predicates on what was recorded. */
import { type MessagePattern, matchesMessage } from '../../scenario-kit/contract.ts'
import type { Message, Trace } from '../../simulation/index.ts'
import type { Aftermath } from './contract.ts'

/** True when an answer with this status was put on the wire. */
export function answers(status: number): (aftermath: Aftermath) => boolean {
  return ({ events }) => events.some((event) => event.type === 'held' && event.message.response?.status === status)
}

/** True when a request like this was put on the wire. */
export function sends(pattern: MessagePattern): (aftermath: Aftermath) => boolean {
  return (aftermath) => requestsOf(aftermath).some((message) => matchesMessage(pattern, message, aftermath.settings))
}

/** True when no request was put on the wire, and no check failed. */
export function staysQuiet(aftermath: Aftermath): boolean {
  return requestsOf(aftermath).length === 0 && !aftermath.events.some(isFailedCheck)
}

/** True when a check of this rule failed. */
export function refuses(rule: string): (aftermath: Pick<Aftermath, 'events'>) => boolean {
  return ({ events }) => events.some((event) => isFailedCheck(event) && event.note.rule === rule)
}

/** True when a request has been changed on its way. */
export function hasRewritten(trace: Trace): boolean {
  return trace.some((event) => event.type === 'rewritten')
}

/** True when a choice of this kind was made. */
export function hasChosen(type: 'delay' | 'drop' | 'duplicate'): (trace: Trace) => boolean {
  return (trace) => trace.some((event) => event.type === 'choice' && event.choice.type === type)
}

function requestsOf({ events }: Aftermath): readonly Message[] {
  return events.flatMap((event) =>
    event.type === 'held' && event.message.direction === 'request' ? [event.message] : [],
  )
}

type CheckEvent = Extract<Trace[number], { type: 'note' }> & { readonly note: { readonly type: 'check' } }

function isFailedCheck(event: Trace[number]): event is CheckEvent {
  return event.type === 'note' && event.note.type === 'check' && !event.note.passed
}
