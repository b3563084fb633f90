/** Runs in order, each with a note, as one link `p1.…` or as a file. */
import * as v from 'valibot'
import { deepFreeze, parseJson } from '../lib/json.ts'
import { packJson, unpackJson } from './packed-json.ts'
import { type Decoded, failure, invalid } from './problem.ts'
import { type Shared, sharedShape } from './shape.ts'
import { PACKING_1 } from './version-1.ts'

/** A run of a playlist. */
export interface PlaylistItem {
  readonly title: string
  /** What to say about it. */
  readonly note: string
  readonly run: Shared
}

/** A playlist. */
export interface Playlist {
  readonly title: string
  readonly items: readonly PlaylistItem[]
}

const FORMAT = 'authlane-playlist'
const VERSION = 1
/** Characters; what every current browser and most messengers carry. */
const MAX_LINK_LENGTH = 100_000
/** Characters; a hundred of the longest runs that a person makes have a quarter of it. */
const MAX_FILE_LENGTH = 4_000_000
const MAX_ITEMS = 100

const title = v.pipe(v.string(), v.maxLength(200))
const note = v.pipe(v.string(), v.maxLength(4000))

/** A playlist as links, files and this browser's storage have it: the run's members stand beside title and note. */
const playlistShape: v.GenericSchema<unknown, Playlist> = v.strictObject({
  title,
  items: v.pipe(
    v.array(
      v.pipe(
        v.looseObject({ title, note }),
        v.transform(({ title, note, ...run }) => ({ title, note, run })),
        v.strictObject({ title: v.string(), note: v.string(), run: sharedShape }),
      ),
    ),
    v.maxLength(MAX_ITEMS),
  ),
})

/** What {@link playlistShape} reads. */
function packedPlaylist({ title, items }: Playlist) {
  return {
    title,
    items: items.map(({ title, note, run: { recipe, cursor } }) => {
      const { scenario, settings, seed, choices } = recipe
      return { title, note, scenario, settings, seed, choices, cursor }
    }),
  }
}

/** True for a fragment that is meant to be a playlist, whole or not. */
export function isPlaylistLink(fragment: string): boolean {
  return /^#?p\d{1,4}\./.test(fragment.trim())
}

/** Writes a playlist as a fragment, without the `#`; `undefined` when it is too long for a link. */
export function encodePlaylist(playlist: Playlist): string | undefined {
  const fragment = `p${VERSION}.${packJson(packedPlaylist(playlist), PACKING_1)}`
  const read = fragment.length <= MAX_LINK_LENGTH && decodePlaylist(fragment).ok
  return read ? fragment : undefined
}

/** Reads a fragment, with or without its `#`. Whatever it is, the answer is a playlist or a problem; it never throws. */
export function decodePlaylist(fragment: string): Decoded<Playlist> {
  if (fragment.length > MAX_LINK_LENGTH) {
    return failure('too_large', `The link has ${fragment.length} characters; no playlist is shared like that.`)
  }
  const [, number, payload = ''] = /^#?p([0-9]{1,4})\.(.*)$/s.exec(fragment.trim()) ?? []
  if (number === undefined) {
    return failure('not_a_link', 'This is not a link to a playlist: such a link has a p and a number after the #.')
  }
  if (Number(number) !== VERSION) return otherVersion('link', Number(number))
  const unpacked = unpackJson(payload, PACKING_1)
  return unpacked.ok ? checked(unpacked.json, 'link') : unpacked
}

/** The text of a file. */
export function writePlaylistFile(playlist: Playlist): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...packedPlaylist(playlist) }, null, 2)}\n`
}

const envelope = v.looseObject({ format: v.literal(FORMAT), version: v.number() })

/** Reads the text of a file; `undefined` when it is not a file of this kind. Never throws. */
export function readPlaylistFile(text: string): Decoded<Playlist> | undefined {
  const opened = v.safeParse(envelope, text.length > MAX_FILE_LENGTH ? undefined : parseJson(text))
  if (!opened.success) return undefined
  const { format: _format, version, ...playlist } = opened.output
  return version === VERSION ? checked(playlist, 'file') : otherVersion('file', version)
}

function checked(json: unknown, thing: 'link' | 'file'): Decoded<Playlist> {
  const result = v.safeParse(playlistShape, json, { abortEarly: true })
  return result.success ? { ok: true, shared: deepFreeze(result.output) } : invalid(result.issues[0], thing, 'playlist')
}

function otherVersion(thing: 'link' | 'file', version: number): ReturnType<typeof failure> {
  return failure(
    'unknown_version',
    `The ${thing} was made by a newer version of Authlane (playlist version ${version}; this one reads ${VERSION}). Reload the page to get it, then open the ${thing} again.`,
  )
}
