/** Keeps each playlist of the person under a name of its own, so that one that finds no room costs no other; a guest stays in its tab. */
import { sayNotKept } from '../actions/playlists.ts'
import { itemNames, readItem, removeItem, writeItem } from '../kept-items.ts'
import { MAX_KEPT_LENGTH, readKeptPlaylists, textOf } from '../state/kept-playlists.ts'
import type { KeptPlaylist } from '../state/learning.ts'

type Lists = readonly KeptPlaylist[]

/** The ids of the person's lists in their order; until November 2026 the lists themselves. */
const ORDER = 'playlists'
const LIST = 'playlist.'
const GUESTS = 'guests'

/** Lists that found no room: they last as long as the page. */
const notKept = new Set<string>()

/** Whether another tab that wrote under this name has changed a list. */
export function isPlaylistItem(name: string): boolean {
  return name === ORDER || name.startsWith(LIST)
}

/** What was kept: the person's lists, then the guests of this tab. */
export function readPlaylists(): Lists {
  const guests = readKeptPlaylists(readItem(GUESTS, 'tab')).map((list) => ({ ...list, isGuest: true }) as const)
  return [...readOwn(), ...guests]
}

/** The person's lists as another tab has left them, with what only this one has. */
export function refreshPlaylists(here: Lists): Lists {
  return [...readOwn(), ...here.filter(({ id, isGuest, isReady }) => isGuest || isReady || notKept.has(id))]
}

/** Keeps what is different, and says where there is no room for it. */
export function writePlaylists(playlists: Lists, before: Lists): void {
  const own = playlists.filter(({ isGuest, isReady }) => !isGuest && !isReady)
  for (const { id } of before) if (!own.some((list) => list.id === id)) removeItem(LIST + id)
  for (const list of own) if (!before.includes(list) || !isStored(list)) keep(list)
  // Lists of the old form stay where they are until each has a place of its own.
  const isNewForm = readKeptPlaylists(readItem(ORDER)).length === 0
  if (isNewForm || own.every(isStored)) writeItem(ORDER, own.map(idOf))
  const guests = playlists.filter(({ isGuest }) => isGuest).map((list) => [list.id, textOf(list)])
  writeItem(GUESTS, guests, 'tab')
}

function readOwn(): Lists {
  const order = readItem(ORDER)
  const ids = Array.isArray(order) ? order.filter((id) => typeof id === 'string') : []
  const names = itemNames().filter((name) => name.startsWith(LIST))
  const ordered = new Set([...ids, ...names.map((name) => name.slice(LIST.length))])
  const lists = [...readKeptPlaylists(order), ...readKeptPlaylists([...ordered].map((id) => [id, readItem(LIST + id)]))]
  return [...new Map(lists.map((list) => [list.id, list])).values()]
}

function keep(list: KeptPlaylist): void {
  const text = textOf(list)
  if (readItem(LIST + list.id) === text) return
  const isTooLarge = text.length > MAX_KEPT_LENGTH
  if (!isTooLarge && writeItem(LIST + list.id, text)) {
    notKept.delete(list.id)
    return
  }
  notKept.add(list.id)
  sayNotKept(list, isTooLarge ? 'too large' : 'no room')
}

function isStored({ id }: KeptPlaylist): boolean {
  return readItem(LIST + id) !== undefined
}

function idOf({ id }: KeptPlaylist): string {
  return id
}
