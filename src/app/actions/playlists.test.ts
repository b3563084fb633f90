/** Playlists in the page: collecting, playing in order, taking things out and having them back, lists that others send. */
import { beforeEach, expect, test } from 'vitest'
import { encodePlaylist } from '../../share/index.ts'
import { selectPlaying, selectPlaylistNote } from '../selectors/playlist.ts'
import { INITIAL_LEARNING } from '../state/learning.ts'
import { commit, current } from '../state/store.ts'
import { openText } from './importing.ts'
import { openScenario } from './opening.ts'
import { runToEnd } from './playback.ts'
import {
  addRun,
  changeItem,
  moveItem,
  openItem,
  openNeighbour,
  openPlaylistLink,
  removeItem,
  removePlaylist,
  undoRemoval,
} from './playlists.ts'

const lists = () => current().learning.playlists
const titles = () => lists()[0]?.items.map(({ title }) => title)
const listId = () => lists()[0]?.id ?? ''

/** Two runs in one list: the start of a logout, and a sign-in until it is the person's turn. */
beforeEach(async () => {
  commit({ learning: INITIAL_LEARNING })
  await openScenario('logout')
  addRun()
  await openScenario('authorization-code-pkce')
  await runToEnd()
  addRun()
})

test('runs are collected in one list, with their step', () => {
  expect(lists()).toHaveLength(1)
  expect(titles()).toEqual(['Signing out', expect.stringMatching(/^Authorization code with PKCE: 200/)])
  expect(lists()[0]?.items[1]?.run.cursor).toBe(current().view.cursor)
})

test('items are played in order, each at its step with its note', async () => {
  changeItem(listId(), 1, { note: 'Say this' })
  await openItem(listId(), 0)
  expect(current().recipe.scenario).toBe('logout')
  expect(selectPlaylistNote(current())).toBe('')
  await openNeighbour(1)
  expect(current().recipe.scenario).toBe('authorization-code-pkce')
  expect(current().view.cursor).toBe(lists()[0]?.items[1]?.run.cursor)
  expect(selectPlaylistNote(current())).toBe('Say this')
  await openNeighbour(1)
  expect(selectPlaying(current())?.index).toBe(1)
})

test('what is in play stays in play when items move or go', async () => {
  await openItem(listId(), 1)
  moveItem(listId(), 1, 0)
  expect(selectPlaying(current())).toMatchObject({ index: 0, item: { title: expect.stringContaining('PKCE') } })
  moveItem(listId(), 0, 1)
  removeItem(listId(), 0)
  expect(selectPlaying(current())).toMatchObject({ index: 0, item: { title: expect.stringContaining('PKCE') } })
  removeItem(listId(), 0)
  expect(selectPlaying(current())).toBeUndefined()
})

test('an item comes back to its place, with what has changed since', () => {
  const before = titles()
  removeItem(listId(), 0)
  changeItem(listId(), 0, { note: 'Meanwhile' })
  undoRemoval()
  expect(titles()).toEqual(before)
  expect(lists()[0]?.items[1]?.note).toBe('Meanwhile')
})

test('a list comes back', () => {
  const [before] = lists()
  if (before !== undefined) removePlaylist(before)
  expect(lists()).toEqual([])
  undoRemoval()
  expect(lists()).toEqual([before])
})

test('a link joins the lists that are here, once, and opens its first run', async () => {
  const [own] = lists()
  const link = encodePlaylist({ title: 'Sent', items: [...(own?.items ?? [])].reverse() }) ?? ''
  await openPlaylistLink(link)
  expect(lists().map(({ title }) => title)).toEqual(['My playlist', 'Sent'])
  expect(selectPlaying(current())).toMatchObject({ index: 0, playlist: { title: 'Sent' } })
  expect(await openText(`https://playground.example/#${link}`)).toEqual([])
  expect(lists()).toHaveLength(2)
})

test('a list with a scenario that is not here is kept, and its run says so', async () => {
  const run = { recipe: { scenario: 'of-tomorrow', settings: {}, seed: '', choices: [] }, cursor: 0 }
  await openPlaylistLink(encodePlaylist({ title: 'New', items: [{ title: 'One', note: '', run }] }) ?? '')
  expect(current().run.notice).toMatchObject({ tone: 'problem', title: expect.stringContaining('One') })
  expect(current().recipe.scenario).toBe('authorization-code-pkce')
  expect(lists()).toHaveLength(2)
})

test('a link that was changed on its way is explained and adds nothing', async () => {
  await openPlaylistLink('p1.AAAA')
  expect(current().run.notice?.tone).toBe('problem')
  expect(await openText('#p1.AAAA')).toHaveLength(1)
  expect(lists()).toHaveLength(1)
})
