/** Why a credential was refused: the earlier step that used it up, replaced it, revoked it, or let it expire. */
import type { Trace } from '../../simulation/types.ts'
import { failureAt } from '../checks.ts'
import { type Lifetime, stateAsOf } from '../lifetimes/index.ts'
import type { SequenceModel, SequenceRow } from '../sequence/types.ts'
import { type CredentialKind, faceOf, standing } from './faces.ts'

/** The cause of a failed row. */
export interface Cause {
  /** Index of the earlier row. */
  readonly row: number
  /** “R1 again: used in step 7”, “A1 expired in step 1”. */
  readonly words: string
}

/** The rules that a credential which is over breaks. A row that broke another one is not about it. */
const RULES: Readonly<Record<CredentialKind, RegExp>> = {
  authorization_code: /^authorization_code/,
  access_token: /^(access_token|expiry$|active$|introspection$|revocation_list$)/,
  refresh_token: /^refresh_token/,
  id_token: /^id_token/,
  session: /^session/,
  app_session: /^session/,
  api_key: /^api_key$/,
  one_time_code: /^(totp|otp_)/,
  trusted_device: /device/,
}

/** Finds causes in a trace; `carried` is what the message of a gate carries. */
export function createCauses(trace: Trace, carried: (gate: string) => readonly Lifetime[]) {
  return (sequence: SequenceModel, row: SequenceRow): Cause | undefined => {
    if (row.tone !== 'error' || row.exchange === undefined) return undefined
    const request = sequence.rows.find(
      ({ kind, isResponse, exchange }) => kind === 'message' && !isResponse && exchange === row.exchange,
    )
    if (request?.gate === undefined) return undefined
    const rule = failureAt(trace, row)?.rule
    for (const lifetime of carried(request.gate)) {
      const face = faceOf(lifetime)
      if (face === undefined || (rule !== undefined && !RULES[face.kind].test(rule))) continue
      const state = standing(stateAsOf(lifetime, request.step - 1, request.time), face.kind)
      const end = state === 'held' ? undefined : endOf(trace, lifetime, request.step - 1, state === 'expired')
      const cause = sequence.rows.find(({ step }) => step === end?.step)
      if (end !== undefined && cause !== undefined) {
        return { row: cause.index, words: `${face.mark}${end.words} in step ${end.step}` }
      }
    }
    return undefined
  }
}

interface End {
  readonly step: number
  readonly words: string
}

/** What ended a credential, up to a step: its first use counts, however often it came again. */
function endOf(
  trace: Trace,
  { artifact, changes, expiresAt }: Lifetime,
  step: number,
  isExpired: boolean,
): End | undefined {
  if (isExpired) {
    const passed = trace.find(
      (event) => event.type === 'clock' && event.time + event.seconds * 1000 >= (expiresAt ?? Number.POSITIVE_INFINITY),
    )
    return passed && { step: passed.step, words: ' expired' }
  }
  const past = changes.filter((change) => change.step <= step)
  const use = past.find(({ change }) => change === 'rotated' || change === 'used')
  if (use !== undefined && artifact !== 'session') return { step: use.step, words: ' again: used' }
  const last = past.find(({ change }) => change === 'revoked' || change === 'ended' || change === 'replayed')
  return last && { step: last.step, words: ` ${last.change}` }
}
