/** Playlists as this browser keeps them: each one as the text of its file, under its id. */
import { readPlaylistFile, writePlaylistFile } from '../../share/index.ts'
import type { KeptPlaylist } from './learning.ts'

/** More lists than anybody keeps. */
const MAX_LISTS = 500
/** Characters of one list. A browser has room for about five million, for everything that a site keeps. */
export const MAX_KEPT_LENGTH = 1_000_000

/** A list as it is kept. */
export function textOf({ title, items }: KeptPlaylist): string {
  return writePlaylistFile({ title, items })
}

/** The lists that can be read of pairs of an id and a text; those that cannot are left out. Never throws. */
export function readKeptPlaylists(kept: unknown): readonly KeptPlaylist[] {
  if (!Array.isArray(kept)) return []
  return kept.slice(0, MAX_LISTS).flatMap((entry: unknown): KeptPlaylist[] => {
    const [id, text] = Array.isArray(entry) ? entry : []
    const read = typeof id === 'string' && typeof text === 'string' ? readPlaylistFile(text) : undefined
    return read?.ok ? [{ id, ...read.shared }] : []
  })
}
