/** What can be done to playlists: pure functions from lists to lists. */
import { type Playlist, type PlaylistItem, writePlaylistFile } from '../../share/index.ts'
import type { KeptPlaylist } from './learning.ts'

type Lists = readonly KeptPlaylist[]

/** More items than links carry, and than anybody shows. */
export const MAX_ITEMS = 100

/** The lists with a guest; the same title and items are the same list, which is not added twice. */
export function withList(
  lists: Lists,
  playlist: Playlist,
  newId: string,
): { readonly lists: Lists; readonly id: string } {
  const text = writePlaylistFile(playlist)
  const same = lists.find(({ title, items }) => writePlaylistFile({ title, items }) === text)
  if (same !== undefined) return { lists, id: same.id }
  const { title, items } = playlist
  return { lists: [...lists, { id: newId, title, items, isGuest: true }], id: newId }
}

/** The lists with a talk that comes with the page, once. */
export function withReady(lists: Lists, ready: KeptPlaylist): Lists {
  return [...withoutList(lists, ready.id), ready]
}

/** The lists that a person can work on. */
export function ownLists(lists: Lists): Lists {
  return lists.filter(({ isReady }) => !isReady)
}

/** The lists without one. */
export function withoutList(lists: Lists, id: string): Lists {
  return lists.filter((list) => list.id !== id)
}

/** The lists, one of them the person's own. */
export function withOwn(lists: Lists, id: string): Lists {
  return withItems(lists, id, (items) => items)
}

/** The lists, one of them with another title; it is the person's own from now on. */
export function withTitle(lists: Lists, id: string, title: string): Lists {
  return lists.map((list) => (list.id === id ? { id, title, items: list.items } : list))
}

/** The lists, one of them with other items; it is the person's own from now on. */
export function withItems(
  lists: Lists,
  id: string,
  change: (items: readonly PlaylistItem[]) => readonly PlaylistItem[],
): Lists {
  return lists.map((list) => (list.id === id ? { id, title: list.title, items: change(list.items) } : list))
}

/** The items with one of them changed. */
export function changed(items: readonly PlaylistItem[], index: number, change: Partial<PlaylistItem>) {
  return items.map((item, at) => (at === index ? { ...item, ...change } : item))
}

/** The items with one of them in another place; those between move up. */
export function moved(items: readonly PlaylistItem[], from: number, to: number): readonly PlaylistItem[] {
  const item = items[from]
  return item === undefined || items[to] === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** Where the item at `index` is after {@link moved}. */
export function placeAfterMove(index: number, from: number, to: number): number {
  if (index === from) return to
  if (from < index && index <= to) return index - 1
  if (to <= index && index < from) return index + 1
  return index
}
