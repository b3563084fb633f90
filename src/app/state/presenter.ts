/** The run shown to a room: the slide, the audience’s window, the clock of the talk. */
import type { Recipe } from '../../simulation/index.ts'

/** Whether the presenter shows the stage: when it is the person's turn, or as the trainer said. */
type StageShown = 'auto' | 'shown' | 'hidden'

/** The window that the audience sees. */
interface AudienceWindow {
  /** Name of the channel on which it hears of every step. */
  readonly channel: string
  /** Whether it has answered. */
  readonly isFollowing: boolean
}

/** An outcome that is told in more than one way. */
export interface Story {
  /** Id of the outcome that it began with. */
  readonly outcome: string
  /** Its run. */
  readonly recipe: Recipe
  /** The opening that it goes as far as: any other one begins another story. */
  readonly opening: number
}

/** A menu of the presenter. */
export type PresenterMenu = 'outcomes' | 'clock'

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
  /** Whether a sentence says what happens in the step that is shown. */
  readonly hasCaption: boolean
  /** Whether the code of the link to this step is shown, until the next step. */
  readonly hasCode: boolean
  readonly stageShown: StageShown
  readonly menu: PresenterMenu | undefined
  readonly story: Story | undefined
  /** The run on the other side of broken and fixed, for as long as the run of this opening is shown. */
  readonly otherSide: { readonly recipe: Recipe; readonly opening: number } | undefined
  readonly audience: AudienceWindow | undefined
  /** In the audience’s window: the path of the question that the presenter’s talk puts to the room. */
  readonly asks: string | undefined
  /** The length of a talk. */
  readonly talkMinutes: number
  readonly talk: Talk
}

export const INITIAL_PRESENTER: PresenterSlice = {
  isPresenting: false,
  isBlank: false,
  hasSpotlight: true,
  hasCaption: true,
  hasCode: false,
  stageShown: 'auto',
  menu: undefined,
  story: undefined,
  otherSide: undefined,
  audience: undefined,
  asks: undefined,
  talkMinutes: 45,
  talk: { elapsedMs: 0, startedAt: undefined },
}
