/** What a talk is: runs in order with what to say about each, ready to be presented as a playlist. */

/** A run of a talk. */
export interface TalkItem {
  readonly title: string
  /** What to say. A step that it names, as in “step 10 (400 invalid_grant)”, is one of the run; the test looks. */
  readonly note: string
  readonly scenario: string
  readonly outcome: string
  /** The step at which it opens; without one, its beginning. */
  readonly from?: number
  /** A question of a lesson that is put to the room before its message arrives: `COURSE/LESSON/QUESTION`. */
  readonly asks?: string
}

/** A talk. */
export interface Talk {
  readonly id: string
  /** What it is about, and how long it takes. */
  readonly title: string
  readonly items: readonly TalkItem[]
}
