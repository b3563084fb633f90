/** What a course is: lessons in order, each one a task in a scenario, with a goal that is checked on the trace. */
import type { MessagePattern } from '../../scenario-kit/contract.ts'
import type { Message, Settings, Trace, TraceEvent } from '../../simulation/index.ts'

/** What the arrival of a message brought about. */
export interface Aftermath {
  readonly message: Message
  /** Everything that was recorded in that step. */
  readonly events: readonly TraceEvent[]
  /** The settings of the run: they may have moved endpoints, which patterns name by their usual path. */
  readonly settings: Settings
}

/** A run so far. */
export interface RunSoFar {
  readonly trace: Trace
  readonly settings: Settings
}

/** One answer to a question. Whether it is right is found out by running: nowhere is it written down. */
export interface PredictedOption {
  readonly label: string
  /** True when this is what happened. At most one option of a question holds. */
  holds(aftermath: Aftermath): boolean
}

/** A question that is asked before a message arrives. */
export interface Prediction {
  readonly id: string
  /** The message: the first one of its kind, or the `nth`. */
  readonly at: MessagePattern & { readonly nth?: number }
  /** It is asked only if this holds of what has happened so far. */
  when?(trace: Trace): boolean
  readonly question: string
  readonly options: readonly [PredictedOption, PredictedOption, ...PredictedOption[]]
  /** One sentence: why it went as it goes in the lesson’s own run. */
  readonly because: string
}

/** One task. */
export interface Lesson {
  readonly id: string
  readonly title: string
  readonly scenario: string
  /** Settings that it starts with, where they are not the scenario’s defaults. */
  readonly settings?: Settings
  /** One sentence that opens the subject. */
  readonly opening: string
  /** What to do, in plain words. */
  readonly task: string
  /** The outcome of the scenario whose goal is the lesson’s; it is also what “Show me” plays. */
  readonly outcome: string
  /** From a nudge to nearly the answer. */
  readonly hints: readonly [string, ...string[]]
  readonly predictions?: readonly Prediction[]
  /** What to take along, once the goal is reached. */
  readonly closing: string
  /** Where it is written: a clause, such as `RFC 6749 §6`. */
  readonly reference: string
}

/** Lessons in order. */
export interface Course {
  readonly id: string
  readonly title: string
  /** One sentence: what somebody knows at its end. */
  readonly summary: string
  readonly lessons: readonly Lesson[]
}

/** Declares a course; checks nothing at run time, the contract test does. */
export function defineCourse(course: Course): Course {
  return course
}
