/** What the outcomes of this scenario do and look for. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { shows } from '../../scenario-kit/goals.ts'
import { ADA_EMAIL } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

/** What the mails bring in these runs. */
const LINK = 'https://auth.example/email/link?token=3fAewQleKuqOuEF_LxeBoA'

/** Delivers what waits. */
export const play: ScriptLine = { type: 'play' }

/** Fills in a form of a window and sends it. */
export function press(window: string, form: string, fields: Readonly<Record<string, string>> = {}): ScriptLine[] {
  return [{ type: 'submit', window, form, fields }, play]
}

/** Ada has asked for a mail. */
export const mailed: readonly ScriptLine[] = [
  play,
  ...press('tab', 'start'),
  ...press('tab', 'provider-1'),
  ...press('tab', 'address', { email: ADA_EMAIL }),
]

/** Ada opens her mailbox. */
export const read = (actor: 'browser' | 'phone'): ScriptLine[] => [{ type: 'act', action: `mail-${actor}` }, play]

/** Ada opens the link in the mail. */
export const open = (window: 'mail' | 'phone'): ScriptLine[] => [{ type: 'follow', window, href: LINK }, play]

/** True when a window shows what is Ada’s. */
export const isSignedIn = (trace: Trace, window: string) => shows(trace, window, 'Your orders are here')

/** True when the app has shown the attacker what is Ada’s. */
export const attackerIsIn = (trace: Trace) =>
  trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'attacker' &&
      event.message.response?.body.includes('Your orders are here') === true,
  )
