/** The beats that the outcomes are made of. */

import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'

const TAB = 'tab'
const ATTACKER = 'attacker'

export const play: ScriptLine = { type: 'play' }

/** Opens the sign-in and passes the password. */
export const password: readonly ScriptLine[] = [
  play,
  { type: 'act', action: 'sign-in' },
  play,
  { type: 'submit', window: TAB, form: 'sign-in', fields: ADA },
  play,
]

/** Signs in again although there is a session, and passes the password. */
export const passwordAgain: readonly ScriptLine[] = [
  { type: 'act', action: 'sign-in-again' },
  play,
  { type: 'submit', window: TAB, form: 'sign-in', fields: ADA },
  play,
]

/** Allows what the app asks for. */
export const consent: readonly ScriptLine[] = [
  { type: 'submit', window: TAB, form: 'consent', fields: { decision: 'approve' } },
  play,
]

/** What Ada’s authenticator shows at the start of a run: the code of 12:00:00 to 12:00:29. */
export const CODE_AT_START = '618892'

/** What an authenticator shows then whose clock is half a minute ahead. */
export const CODE_AHEAD = '884528'

/** Types a code, and trusts the browser or not. */
export function code(digits: string, trust: '' | 'yes' = ''): ScriptLine[] {
  return [{ type: 'submit', window: TAB, form: 'totp', fields: { code: digits, trust_device: trust } }, play]
}

/** Has the server send a prompt to the phone. */
export const askPhone: readonly ScriptLine[] = [{ type: 'submit', window: TAB, form: 'push_send', fields: {} }, play]

/** The attacker signs in with the password. */
export const intrude: readonly ScriptLine[] = [
  play,
  { type: 'act', action: 'attack' },
  play,
  { type: 'submit', window: ATTACKER, form: 'sign-in', fields: ADA },
  play,
]

/** The attacker has the server send a prompt. */
export const bother: readonly ScriptLine[] = [{ type: 'submit', window: ATTACKER, form: 'push_send', fields: {} }, play]

/** A prompt that Ada answers with `action`, and the attacker looks whether another one can be sent. */
export function botherInVain(action: string): ScriptLine[] {
  return [...bother, ...press(action), { type: 'browse', window: ATTACKER, command: 'reload' }, play]
}

/** The attacker goes on, as far as the server lets them. */
export const enter: readonly ScriptLine[] = [
  { type: 'submit', window: ATTACKER, form: 'push', fields: { trust_device: '' } },
  play,
]

/** And allows the app what it asks for, in Ada’s name. */
export const takeOver: readonly ScriptLine[] = [
  { type: 'submit', window: ATTACKER, form: 'consent', fields: { decision: 'approve' } },
  play,
]

/** Presses a button on the phone. */
export function press(action: string): ScriptLine[] {
  return [{ type: 'act', action }, play]
}

/** Tells the page that the phone was answered. */
export const answered: readonly ScriptLine[] = [
  { type: 'submit', window: TAB, form: 'push', fields: { trust_device: '' } },
  play,
]
