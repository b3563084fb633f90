/** The run shown to a room: the slide, the audience’s window, the clock of the talk. */

/** Whether the presenter shows the stage: when it is the person's turn, or as the trainer said. */
type StageShown = 'auto' | 'shown' | 'hidden'

/** The window that the audience sees. */
interface AudienceWindow {
  /** Name of the channel on which it hears of every step. */
  readonly channel: string
  /** Whether it has answered. */
  readonly isFollowing: boolean
}

/** The clock of a talk: what ran before it was paused, and since when it runs again. Epoch milliseconds. */
export interface Talk {
  readonly elapsedMs: number
  readonly startedAt: number | undefined
}

/** The slice. */
export interface PresenterSlice {
  readonly isPresenting: boolean
  /** Whether the audience sees nothing for the moment. */
  readonly isBlank: boolean
  /** Whether the selected row stands out and the others step back. */
  readonly hasSpotlight: boolean
  readonly stageShown: StageShown
  readonly audience: AudienceWindow | undefined
  /** The length of a talk. */
  readonly talkMinutes: number
  readonly talk: Talk
}

export const INITIAL_PRESENTER: PresenterSlice = {
  isPresenting: false,
  isBlank: false,
  hasSpotlight: true,
  stageShown: 'auto',
  audience: undefined,
  talkMinutes: 45,
  talk: { elapsedMs: 0, startedAt: undefined },
}
