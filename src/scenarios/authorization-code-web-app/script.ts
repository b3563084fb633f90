/** What Ada does, line by line. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'

type Submission = Extract<ScriptLine, { type: 'submit' }>

const submit = (form: string, fields: Submission['fields'] = {}): Submission => ({
  type: 'submit',
  window: 'tab',
  form,
  fields,
})

/** All that waits arrives. */
export const play: ScriptLine = { type: 'play' }

/** Up to the page for the password. */
export const startSignIn: readonly ScriptLine[] = [play, submit('start'), play]
export const enterPassword = submit('sign-in', ADA)
export const approve = submit('consent', { decision: 'approve' })

/** All of a sign-in. */
export const signedIn: readonly ScriptLine[] = [...startSignIn, enterPassword, play, approve, play]

/** All of a sign-in whose answer is posted; Ada takes so many seconds at the page for the password. */
export const signedInByPost = (seconds: number): readonly ScriptLine[] => [
  ...startSignIn,
  ...(seconds > 0 ? [{ type: 'advance', seconds } as const] : []),
  enterPassword,
  play,
  approve,
  play,
  submit('form-post'),
  play,
]

/** Ada asks for her photos. */
export const showPhotos: readonly ScriptLine[] = [submit('photos'), play]
