/** What the person works through and collects: lessons and playlists. Kept in this browser, and given away as files and links. */
import type { Playlist, PlaylistItem } from '../../share/index.ts'

/** What the library shows. */
export type LibraryTab = 'scenarios' | 'lessons' | 'playlists'

/** A lesson, by the ids of its course and itself. */
interface LessonPlace {
  readonly course: string
  readonly lesson: string
}

/** What has been reached in the courses. */
export interface Progress {
  /** Lessons whose goal was reached, as `COURSE/LESSON`. */
  readonly reached: readonly string[]
  /** Questions that were answered, as `COURSE/LESSON/QUESTION`; the last answer counts. */
  readonly answered: Readonly<Record<string, 'right' | 'wrong'>>
}

/** A playlist of this browser; a shared one gets an id of its own where it is opened. */
export interface KeptPlaylist extends Playlist {
  readonly id: string
  /** True for one that somebody has sent: it goes with the tab, unless the person keeps it or works on it. */
  readonly isGuest?: boolean
  /** True for a talk that comes with the page: it is never kept, and shown as it is. */
  readonly isReady?: boolean
}

/** An item of a playlist, counted from 0. */
interface PlaylistPlace {
  readonly playlist: string
  readonly item: number
}

/** What was removed, and from where. */
type Removed =
  | { readonly type: 'item'; readonly from: PlaylistPlace; readonly item: PlaylistItem }
  | { readonly type: 'playlist'; readonly index: number; readonly list: KeptPlaylist }

/** The slice. */
export interface LearningSlice {
  readonly libraryTab: LibraryTab
  /** The lesson that is open. */
  readonly lesson: LessonPlace | undefined
  /** What was answered since the lesson began: the number of the option, or `skipped`, by the id of the question. */
  readonly answers: Readonly<Record<string, number | 'skipped'>>
  /** How many of the lesson’s hints are shown. */
  readonly hintsShown: number
  /** True from the moment at which a question held up a step, until its card has taken the focus. */
  readonly isAnswerWanted: boolean
  readonly progress: Progress
  readonly playlists: readonly KeptPlaylist[]
  /** The playlist that the library shows; without one it shows them all. */
  readonly shownPlaylist: string | undefined
  /** The item that is on the page. */
  readonly playing: PlaylistPlace | undefined
  /** What was removed last, until it is brought back. */
  readonly removed: Removed | undefined
}

export const INITIAL_LEARNING: LearningSlice = {
  libraryTab: 'scenarios',
  lesson: undefined,
  answers: {},
  hintsShown: 0,
  isAnswerWanted: false,
  progress: { reached: [], answered: {} },
  playlists: [],
  shownPlaylist: undefined,
  playing: undefined,
  removed: undefined,
}
