/** Keeps what the person has made, lists and progress, each under a name of its own; what another tab makes arrives here. */
import * as v from 'valibot'
import { restoreLearning } from '../actions/learning.ts'
import { restoreTalk } from '../actions/talks.ts'
import { observeItems, readItem, writeItem } from '../kept-items.ts'
import type { LearningSlice } from '../state/learning.ts'
import { keysKeptIn, LEARNING_PERSISTENCE } from '../state/persistence.ts'
import { readProgressFile, writeProgressFile } from '../state/progress.ts'
import { current, observe } from '../state/store.ts'
import { isPlaylistItem, readPlaylists, refreshPlaylists, writePlaylists } from './kept-playlists.ts'

const KEPT = keysKeptIn(LEARNING_PERSISTENCE, 'local')

/** What every tab of this browser shares. Where a tab is in a lesson or a list is its own affair, and ends with it. */
const COMMON: readonly (keyof LearningSlice)[] = ['progress', 'playlists']

/** Where a tab was in a lesson, and in a list. */
const lessonPlace = v.object({ course: v.string(), lesson: v.string() })
const playlistPlace = v.object({ playlist: v.string(), item: v.pipe(v.number(), v.integer()) })

let isKeeping = false

/** Restores what was kept, once, and keeps what changes from then on, for as long as the page lives. */
export function keepLearning(): void {
  if (isKeeping) return
  isKeeping = true
  restoreLearning(Object.assign({}, ...KEPT.map(read)))
  void restoreTalk(current().learning.playing?.playlist)
  observe(
    (state) => state.learning,
    (learning, before) => {
      for (const key of KEPT) if (learning[key] !== before[key]) write(key, learning, before)
    },
  )
  observeItems((name) => {
    const key = isPlaylistItem(name) ? 'playlists' : COMMON.find((candidate) => candidate === name)
    if (key === 'playlists') restoreLearning({ playlists: refreshPlaylists(current().learning.playlists) })
    else if (key !== undefined) restoreLearning(read(key))
  })
}

function write(
  key: (typeof KEPT)[number],
  { progress, playlists, ...rest }: LearningSlice,
  before: LearningSlice,
): void {
  switch (key) {
    case 'progress':
      writeItem(key, writeProgressFile(progress))
      return
    case 'playlists':
      writePlaylists(playlists, before.playlists)
      return
    default:
      writeItem(key, rest[key as keyof typeof rest] ?? null, 'tab')
  }
}

/** What was kept may come from another version: what does not fit is left out. */
function read(key: (typeof KEPT)[number]): Partial<LearningSlice> {
  if (key === 'playlists') return { playlists: readPlaylists() }
  const kept = readItem(key, COMMON.includes(key) ? 'browser' : 'tab')
  switch (key) {
    case 'progress': {
      const file = typeof kept === 'string' ? readProgressFile(kept) : undefined
      return file?.ok ? { progress: file.progress } : {}
    }
    case 'lesson': {
      const lesson = v.safeParse(lessonPlace, kept)
      return lesson.success ? { lesson: lesson.output } : {}
    }
    case 'playing': {
      const playing = v.safeParse(playlistPlace, kept)
      return playing.success ? { playing: playing.output } : {}
    }
    default:
      return {}
  }
}
