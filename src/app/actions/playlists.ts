/** Collecting runs into playlists, and playing them in order. */
import { decodePlaylist, type Playlist, type PlaylistItem, writePlaylistFile } from '../../share/index.ts'
import { selectLastRow } from '../selectors/moment.ts'
import { selectReached, selectScenario } from '../selectors/outcome.ts'
import { selectPlaying } from '../selectors/playlist.ts'
import type { KeptPlaylist } from '../state/learning.ts'
import {
  changed,
  MAX_ITEMS,
  moved,
  ownLists,
  placeAfterMove,
  withItems,
  withList,
  withOwn,
  withoutList,
  withTitle,
} from '../state/playlists.ts'
import { commit, current } from '../state/store.ts'
import { recipeProblems } from './checking.ts'
import { notify, replacedNotice } from './notices.ts'
import { open, openDefault } from './opening.ts'
import { saveFile } from './saving.ts'

/** Adds the run on the page, at its cursor: to the list given, else to the one in sight or in play, else to the last one. */
export function addRun(id?: string): void {
  const { playlists, shownPlaylist, playing } = current().learning
  const wanted = id ?? shownPlaylist ?? playing?.playlist
  const own = ownLists(playlists)
  const list = own.find((candidate) => candidate.id === wanted) ?? own.at(-1) ?? create('My playlist')
  if (list.items.length >= MAX_ITEMS) {
    notify({
      tone: 'problem',
      title: `“${list.title}” is full: a playlist has at most ${MAX_ITEMS} runs.`,
      details: [],
    })
    return
  }
  const { recipe, view } = current()
  const item: PlaylistItem = { title: currentTitle(), note: '', run: { recipe, cursor: view.cursor } }
  setItems(list.id, (items) => [...items, item])
  commit({ learning: { libraryTab: 'playlists', shownPlaylist: list.id } })
  notify({ tone: 'info', title: `Added to “${list.title}” as number ${list.items.length + 1}.`, details: [] })
}

/** Begins an empty list and shows it. */
export function createPlaylist(): void {
  const { id } = create('New playlist')
  commit({ learning: { shownPlaylist: id } })
}

/** Shows a list; without one, all of them. */
export function showPlaylist(shownPlaylist: string | undefined): void {
  commit({ learning: { shownPlaylist } })
}

/** Keeps a list that somebody has sent. */
export function keepPlaylist(id: string): void {
  commit({ learning: { playlists: withOwn(current().learning.playlists, id) } })
}

const NOT_KEPT = {
  'too large': 'It is larger than a million characters.',
  'no room': 'The browser’s storage for this page is full or blocked.',
}

/** Says of a list that it lasts only as long as the page. */
export function sayNotKept({ title }: KeptPlaylist, why: keyof typeof NOT_KEPT): void {
  notify({
    tone: 'problem',
    title: `“${title}” is not kept in this browser.`,
    details: [NOT_KEPT[why], 'Save it as a file before you close the page. Your other playlists are as they were.'],
  })
}

/** Makes a list of the person’s own from one that comes with the page, and shows it. */
export function copyPlaylist({ title, items }: Playlist): void {
  const { id } = create(title)
  setItems(id, () => items)
  showPlaylist(id)
}

/** Gives a list another title. */
export function renamePlaylist(id: string, title: string): void {
  commit({ learning: { playlists: withTitle(current().learning.playlists, id, title) } })
}

/** Changes title or note of an item. */
export function changeItem(
  id: string,
  index: number,
  change: { readonly title?: string; readonly note?: string },
): void {
  setItems(id, (items) => changed(items, index, change))
}

/** Moves an item; what is in play stays in play. */
export function moveItem(id: string, from: number, to: number): void {
  const { playing } = current().learning
  setItems(id, (items) => moved(items, from, to))
  if (playing?.playlist === id)
    commit({ learning: { playing: { ...playing, item: placeAfterMove(playing.item, from, to) } } })
}

/** Removes an item; it can be had back. */
export function removeItem(id: string, index: number): void {
  const { playlists, playing } = current().learning
  const item = playlists.find((list) => list.id === id)?.items[index]
  if (item === undefined) return
  setItems(id, (items) => items.toSpliced(index, 1))
  commit({ learning: { removed: { type: 'item', from: { playlist: id, item: index }, item } } })
  if (playing?.playlist !== id || playing.item < index) return
  commit({ learning: { playing: playing.item === index ? undefined : { ...playing, item: playing.item - 1 } } })
}

/** Removes a list; it can be had back. */
export function removePlaylist(list: KeptPlaylist): void {
  const { playlists } = current().learning
  const removed = { type: 'playlist', index: playlists.indexOf(list), list } as const
  commit({ learning: { playlists: withoutList(playlists, list.id), removed, shownPlaylist: undefined } })
}

/** Brings back what was removed last, to where it was. */
export function undoRemoval(): void {
  const { removed, playlists } = current().learning
  if (removed === undefined) return
  commit({ learning: { removed: undefined } })
  switch (removed.type) {
    case 'item':
      setItems(removed.from.playlist, (items) => items.toSpliced(removed.from.item, 0, removed.item))
      return
    case 'playlist':
      commit({ learning: { playlists: playlists.toSpliced(removed.index, 0, removed.list) } })
      return
    default:
      removed satisfies never
  }
}

/** Opens the run of an item, at its step. One that does not fit this version of the page is explained. */
export async function openItem(id: string, index: number): Promise<void> {
  const { recipe, view, learning } = current()
  const item = learning.playlists.find((list) => list.id === id)?.items[index]
  if (item === undefined) return
  const problems = await recipeProblems(item.run.recipe)
  // A room is not told what was there before.
  const isTold = learning.playing === undefined && !current().presenter.isPresenting
  const isReplacing = isTold && recipe.choices.length > 0 && problems.length === 0
  commit({ learning: { playing: { playlist: id, item: index }, lesson: undefined } })
  if (problems.length > 0) {
    notify({ tone: 'problem', title: `“${item.title}” cannot be opened here.`, details: problems })
    return
  }
  const details = ['Undo brings back the previous run.']
  await open(
    item.run,
    isReplacing
      ? replacedNotice({ recipe, cursor: view.cursor }, `Opened “${item.title}” from the playlist.`, details)
      : undefined,
  )
}

/** Opens the item after or before the one in play. */
export async function openNeighbour(direction: 1 | -1): Promise<void> {
  const playing = selectPlaying(current())
  if (playing === undefined) {
    notify({
      tone: 'info',
      title: 'No playlist is being played.',
      details: ['Open one of a playlist’s runs in the library.'],
    })
    return
  }
  await openItem(playing.playlist.id, playing.index + direction)
}

/** Ends playing; the run stays. */
export function stopPlaying(): void {
  commit({ learning: { playing: undefined } })
}

/** Takes in a list that somebody has sent, beside those that are here, and opens its first run. */
export async function takePlaylist(playlist: Playlist): Promise<void> {
  const { lists, id } = withList(current().learning.playlists, playlist, newId())
  commit({ learning: { playlists: lists, shownPlaylist: id, libraryTab: 'playlists' } })
  await openItem(id, 0)
  if (!current().run.isOpen) await openDefault(current().run.notice)
}

/** Opens a link to a playlist; one that cannot be read is explained, over a fresh start where nothing is open. */
export async function openPlaylistLink(fragment: string): Promise<void> {
  const decoded = decodePlaylist(fragment)
  if (decoded.ok) return takePlaylist(decoded.shared)
  const details = [decoded.problem.message]
  await openDefault({ tone: 'problem', title: 'The playlist could not be opened. Here is a fresh start.', details })
}

/** Saves a list as a file. */
export function savePlaylist(list: KeptPlaylist): void {
  saveFile('playlist.authlane.json', writePlaylistFile(list), 'application/json')
}

function create(title: string): KeptPlaylist {
  const list: KeptPlaylist = { id: newId(), title, items: [] }
  commit({ learning: { playlists: [...current().learning.playlists, list] } })
  return list
}

function setItems(id: string, change: (items: readonly PlaylistItem[]) => readonly PlaylistItem[]): void {
  commit({ learning: { playlists: withItems(current().learning.playlists, id, change) } })
}

/** What the run has come to, or the step that it is at. */
function currentTitle(): string {
  const state = current()
  const scenario = selectScenario(state)?.title ?? ''
  const moment = selectReached(state).at(-1)?.title ?? selectLastRow(state)?.label
  return (moment === undefined ? scenario : `${scenario}: ${moment}`).slice(0, 200)
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
