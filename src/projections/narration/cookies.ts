/** What a browser did not do with a cookie: no message says so, and whoever waits for the cookie never hears of it. */
import type { Trace } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'
import { sentence } from './words.ts'

/** Why a cookie that an answer sets is not kept, when the answer arrived in this step; `undefined` where all are. */
export function cookieNotKept(trace: Trace, step: number): string | undefined {
  const refused = eventsOf(trace, step).find(
    (event) => event.type === 'refused' && /^Cookie “.*” was not kept from /.test(event.what),
  )
  if (refused?.type !== 'refused') return undefined
  const [why = ''] = refused.reason.split(/(?<=\.)\s/)
  return sentence('The browser does not keep the cookie.', why)
}
