/** What a cause is: one reason for an error that people see, and how to know that it is this one. */

import type { Traits } from './circumstances.ts'
import type { Operation } from './reading/operation.ts'

/** A run that shows a cause at work. */
export interface CauseRun {
  readonly scenario: string
  readonly outcome: string
  /** What the run says when it goes wrong, word for word; without it the end of the run is the proof. */
  readonly says?: string
  /** Settings in which a value of the paste can stand, each with the name that it has there. */
  readonly takes?: Readonly<Record<string, string>>
}

/** One cause. Its symptoms are what people paste: compared without regard to case, quotes and white space. */
export interface Cause {
  readonly id: string
  /** What happened, in one sentence. */
  readonly title: string
  /** Error codes that it comes with. A code has many causes, so it is a weak hint. */
  readonly codes: readonly string[]
  /** The operations in which its codes tell of it; without them, in any. */
  readonly operations?: readonly Operation[]
  /** Parts of messages, of libraries and servers alike, that tell of this cause. */
  readonly messages: readonly string[]
  /** How to know that it is this cause and not another one. */
  readonly tellApart: string
  /** The circumstances that it happens in, where others with the same error happen in others. */
  readonly traits?: Traits
  readonly fix: string
  /** What shows it at work. Empty only where it lies outside of the protocol. */
  readonly runs: readonly CauseRun[]
  /** Why no run can show it, in one sentence: it lies wholly outside of the protocol. */
  readonly outside?: string
  /** Public threads of people who had it: `owner/repository#number`. */
  readonly evidence: readonly string[]
}

/** Where a thread is on the web. GitHub leads from an issue's address to a pull request's where it is one. */
export function evidenceUrl(thread: string): string {
  const [repository = '', number = ''] = thread.split('#')
  return `https://github.com/${repository}/issues/${number}`
}
