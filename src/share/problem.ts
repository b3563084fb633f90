/** What can be wrong with a link, or with a saved run. */
import * as v from 'valibot'

/** Why it could not be read, as a stable code. */
export type LinkProblemCode =
  /** There is nothing, or nothing that begins like a link of ours. */
  | 'not_a_link'
  /** A file that is no saved run. */
  | 'not_a_trace'
  /** A version of the format that this app does not know. */
  | 'unknown_version'
  /** Longer, or unpacks to more, than any run that a person makes. */
  | 'too_large'
  /** Cut off or changed on its way: it cannot be unpacked. */
  | 'damaged'
  /** It unpacks, but what is inside is no run. */
  | 'invalid'

/** Why a link or a file could not be read. `message` says what was wrong and what to do, in sentences for the person. */
export interface LinkProblem {
  readonly code: LinkProblemCode
  readonly message: string
}

/** What reading gives: the value, or the problem. Nothing in this folder throws. */
export type Decoded<T> =
  | { readonly ok: true; readonly shared: T }
  | { readonly ok: false; readonly problem: LinkProblem }

/** A failed reading. */
export function failure(code: LinkProblemCode, message: string): { readonly ok: false; readonly problem: LinkProblem } {
  return { ok: false, problem: { code, message } }
}

/** The failure of something that can be read but is not what it should be: which member, and what to do about it. */
export function invalid(
  issue: v.BaseIssue<unknown>,
  thing: 'link' | 'file',
  kind: 'run' | 'playlist' = 'run',
): ReturnType<typeof failure> {
  const path = v.getDotPath(issue)
  const where = path === null ? `The ${thing}` : `“${path.slice(0, 100)}” in the ${thing}`
  const advice = thing === 'link' ? 'Ask the sender for a new link.' : `Save the ${kind} again.`
  return failure('invalid', `${where} does not fit a ${kind}: ${issue.message.slice(0, 200)}. ${advice}`)
}
