/** Playlists as this browser keeps them: each one as the text of its file, under its id. */
import { readPlaylistFile, writePlaylistFile } from '../../share/index.ts'
import type { KeptPlaylist } from './learning.ts'

/** More lists than anybody keeps. */
const MAX_LISTS = 500

/** What is kept. */
export function writeKeptPlaylists(playlists: readonly KeptPlaylist[]): readonly (readonly [string, string])[] {
  return playlists.map(({ id, ...playlist }) => [id, writePlaylistFile(playlist)])
}

/** The lists that can be read of what was kept; `undefined` when nothing was. Never throws. */
export function readKeptPlaylists(kept: unknown): readonly KeptPlaylist[] | undefined {
  if (!Array.isArray(kept)) return undefined
  return kept.slice(0, MAX_LISTS).flatMap((entry: unknown): KeptPlaylist[] => {
    const [id, text] = Array.isArray(entry) ? entry : []
    const read = typeof id === 'string' && typeof text === 'string' ? readPlaylistFile(text) : undefined
    return read?.ok ? [{ id, ...read.shared }] : []
  })
}
