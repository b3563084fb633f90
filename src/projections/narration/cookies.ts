/** What a browser did not do with a cookie: no message says so, and whoever waits for the cookie never hears of it. */
import type { Trace, TraceEvent } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'
import { sentence } from './words.ts'

type Refused = Extract<TraceEvent, { type: 'refused' }>

/** Why a cookie that an answer sets is not kept, when the answer arrived in this step; `undefined` where all are. */
export function cookieNotKept(trace: Trace, step: number): string | undefined {
  const refused = eventsOf(trace, step).find((event): event is Refused => isAboutCookie(event, 'kept from'))
  return refused && sentence('The browser does not keep the cookie.', firstSentence(refused.reason))
}

/** Why a cookie does not go along with a request; `undefined` where all do that there are. */
export function cookieNotSent(trace: Trace, exchange: string | undefined): string | undefined {
  const index = trace.findIndex((event) => event.type === 'held' && event.message.gate === exchange)
  const held = trace[index]
  if (held?.type !== 'held') return undefined
  const { host } = new URL(held.message.request.url)
  // It is decided as the request is made, so it stands before it in the same step.
  const refused = trace
    .slice(0, index)
    .findLast((event): event is Refused => event.step === held.step && isAboutCookie(event, `sent to ${host}`))
  return refused && sentence('The browser does not send the cookie.', firstSentence(refused.reason))
}

function isAboutCookie(event: TraceEvent, what: string): event is Refused {
  return event.type === 'refused' && event.what.startsWith('Cookie “') && event.what.includes(`” was not ${what}`)
}

function firstSentence(reason: string): string {
  const [first = ''] = reason.replace(/ \([^()]*\)$/, '').split(/(?<=\.)\s/)
  return first.endsWith('.') ? first : `${first}.`
}
