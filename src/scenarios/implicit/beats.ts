/** What Ada does in most runs. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'

export const play: ScriptLine = { type: 'play' }
export const startSignIn: ScriptLine[] = [play, { type: 'act', action: 'sign-in' }, play]
export const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
export const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
export const signedIn: ScriptLine[] = [...startSignIn, enterPassword, play, approve, play]
