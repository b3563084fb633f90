/** Which requests reached a resource server, with which token, and what became of each. */
import { type HttpRequest, header } from '../../http/index.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import type { AccessRule, Attempt } from './types.ts'

/** An attempt, and with what it was made. */
export interface AttemptAt extends Attempt {
  readonly method: string
  readonly path: string
  /** The bearer token; absent when there was none. */
  readonly token?: string
}

/** Every request that an actor has answered, preflights left out: no token is ever in one. */
export function attemptsAt(events: Trace, actor: string): readonly AttemptAt[] {
  const requests = new Map<string, Message>()
  const refusals = new Map<string, AccessRule>()
  const attempts: AttemptAt[] = []
  for (const event of events) {
    if (event.type === 'note' && event.note.type === 'check' && event.actor === actor && event.exchange !== undefined) {
      const { rule, clause, message, passed } = event.note
      if (!passed) refusals.set(event.exchange, { rule, clause, message, holds: false })
    }
    if (event.type === 'rewritten') requests.set(event.message.exchange, event.message)
    if (event.type !== 'held' || event.message.purpose === 'preflight') continue
    const { message } = event
    if (message.direction === 'request' && message.to === actor) requests.set(message.exchange, message)
    const request = requests.get(message.exchange)?.request
    if (message.response === undefined || message.from !== actor || request === undefined) continue
    const { exchange, response } = message
    const token = bearerToken(request)
    const refusal = refusals.get(exchange)
    attempts.push({
      exchange,
      step: event.step,
      status: response.status,
      method: request.method,
      path: new URL(request.url).pathname,
      ...(token !== undefined && { token }),
      ...(refusal !== undefined && { refusal }),
    })
  }
  return attempts
}

function bearerToken(request: HttpRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1]
}
