/**
 * Questions that an outcome's goal asks of a trace. The settings may have moved the endpoints of the authorization server, so
 * a goal picks their messages by parameters such as `grant_type`, never by their paths.
 */
import type { Note, Trace } from '../simulation/index.ts'
import { type MessagePattern, matchesMessage } from './contract.ts'

type Lifecycle = Extract<Note, { type: 'lifecycle' }>

/** How often an artifact of this kind changed like this. */
export function countLifecycle(trace: Trace, artifact: string, change: Lifecycle['change']): number {
  return trace.filter(
    (event) =>
      event.type === 'note' &&
      event.note.type === 'lifecycle' &&
      event.note.artifact === artifact &&
      event.note.change === change,
  ).length
}

/** True when a check of this rule failed. */
export function failedCheck(trace: Trace, rule: string): boolean {
  return trace.some(
    (event) => event.type === 'note' && event.note.type === 'check' && event.note.rule === rule && !event.note.passed,
  )
}

/** True when a check of this rule passed. */
export function passedCheck(trace: Trace, rule: string): boolean {
  return trace.some(
    (event) => event.type === 'note' && event.note.type === 'check' && event.note.rule === rule && event.note.passed,
  )
}

/** True when an actor answered a request (not a preflight) with this status. */
export function answered(trace: Trace, actor: string, status: number): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.from === actor &&
      event.message.purpose !== 'preflight' &&
      event.message.response?.status === status,
  )
}

/** True when the page that a window shows at the end has this text. */
export function shows(trace: Trace, window: string, text: string): boolean {
  const last = trace.findLast((event) => event.type === 'window' && event.view.id === window)
  return last?.type === 'window' && last.view.html.includes(text)
}

/** How many messages like this were put on the wire. */
export function countMessages(trace: Trace, pattern: MessagePattern): number {
  return trace.filter((event) => event.type === 'held' && matchesMessage(pattern, event.message)).length
}

/** How often an exchange like this was answered with this status. */
export function countAnswers(trace: Trace, pattern: MessagePattern, status: number): number {
  return trace.filter(
    (event) =>
      event.type === 'held' && event.message.response?.status === status && matchesMessage(pattern, event.message),
  ).length
}
