/** What the outcomes have in common: the lines of their scripts, and how a sign-in fails. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Settings, Trace } from '../../simulation/index.ts'

export const play: ScriptLine = { type: 'play' }

/** Submits a form of the page, and plays on. */
export const submit = (form: string, fields: Readonly<Record<string, string>> = {}): ScriptLine[] => [
  { type: 'submit', window: 'tab', form, fields },
  play,
]

/** The sign-in has begun. */
export const started: ScriptLine[] = [play, ...submit('start')]

/** Ada has typed her password and said yes. */
export const signedIn: ScriptLine[] = [
  ...started,
  ...submit('sign-in', ADA),
  ...submit('consent', { decision: 'approve' }),
]

/** Whether the app has signed somebody in. */
export const isSignedIn = (trace: Trace) => countLifecycle(trace, 'app_session', 'issued') === 1

/** A sign-in that one setting makes fail. */
export function failing(
  { id, rule, alert, script = signedIn }: { id: string; rule: string; alert: string; script?: ScriptLine[] },
  { title, summary, settings }: { title: string; summary: string; settings: Settings },
  { remedy = 'happy', code, cause, fix }: { remedy?: string; code: string; cause: string; fix: string },
): Outcome {
  return {
    id,
    title,
    summary,
    result: 'failure',
    settings,
    script,
    goal: {
      description: `The page says “${alert}”, and nobody is signed in.`,
      reached: (trace) => shows(trace, 'tab', alert) && !isSignedIn(trace) && failedCheck(trace, rule),
    },
    remedy,
    trouble: { code, cause, remedy: fix },
  }
}
