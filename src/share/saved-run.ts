/** Reads a run from whatever a person has of it: a link, part of one, a saved recipe, a saved trace, the text of a picture. */
import { parseJson } from '../lib/json.ts'
import { decodeLink } from './link.ts'
import { fragmentInSvg, isSvg } from './picture.ts'
import { decodePlaylist, isPlaylistLink } from './playlist.ts'
import { type Decoded, failure } from './problem.ts'
import { readRecipeFile } from './recipe-file.ts'
import { repairFragment } from './repair.ts'
import type { Shared } from './shape.ts'
import { readTraceFile } from './trace-file.ts'

/** A run, and what was recorded of it when that was saved along. */
export interface SavedRun extends Shared {
  /** Each event as JSON text; see `firstDifference`. */
  readonly recorded?: readonly string[]
}

/** Reads a text that was pasted, dropped or opened. Whatever it is, the answer is a run or a problem; it never throws. */
export function readSavedRun(text: string): Decoded<SavedRun> {
  const trimmed = text.trim()
  if (isSvg(trimmed)) {
    const fragment = fragmentInSvg(trimmed)
    return fragment === undefined
      ? failure(
          'not_a_link',
          'This picture carries no run: it was not exported here, or what it was sent through has thrown that away.',
        )
      : decodeLink(fragment)
  }
  if (!trimmed.startsWith('{')) return decodeLink(linkIn(trimmed))
  return readRecipeFile(parseJson(trimmed)) ?? readTraceFile(trimmed)
}

/**
 * The fragment of an address, or of what became of one on its way, or a text that is a fragment itself: of a run, a playlist,
 * or what else `isFragment` knows. A text without one comes back as it is.
 */
export function linkIn(text: string, isFragment: (reading: string) => boolean = () => false): string {
  const [, fragment = text] = /(?:#|%(?:25)?23)(.*)$/is.exec(text) ?? []
  return repairFragment(
    fragment,
    (reading) => isFragment(reading) || (isPlaylistLink(reading) ? decodePlaylist(reading) : decodeLink(reading)).ok,
  )
}
