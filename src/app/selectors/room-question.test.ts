import { expect, test } from 'vitest'
import { TALKS } from '../../guidance/talks/index.ts'
import { goTo } from '../actions/playback.ts'
import { copyPlaylist, openItem } from '../actions/playlists.ts'
import { restoreTalk, showTalk } from '../actions/talks.ts'
import { commit, current } from '../state/store.ts'
import { selectRoomQuestion } from './room-question.ts'

const [talk] = TALKS
if (talk === undefined) throw new Error('No talk comes with the page.')

test('the question is put right before its message arrives, is answered by the step, and is gone after it', async () => {
  await showTalk(talk)
  expect(current().learning.shownPlaylist).toBe(talk.id)
  await openItem(talk.id, 0)
  const asked = []
  for (const step of [6, 7, 8, 9]) {
    await goTo(step)
    const { question, right } = selectRoomQuestion(current()) ?? {}
    asked.push([step, question?.id, right?.label])
  }
  expect(asked).toEqual([
    [6, undefined, undefined],
    [7, 'second-refresh', undefined],
    [8, 'second-refresh', '400: a replay'],
    [9, undefined, undefined],
  ])
})

test('another run of the scenario is asked nothing, nor is a copy of the talk', async () => {
  await openItem(talk.id, 0)
  await goTo(7)
  expect(selectRoomQuestion(current())).toBeDefined()
  commit({ recipe: { settings: { strategy: 'single-flight' } } })
  expect(selectRoomQuestion(current())).toBeUndefined()
  const list = current().learning.playlists.find(({ id }) => id === talk.id)
  if (list !== undefined) copyPlaylist(list)
  const copy = current().learning.playlists.at(-1)
  expect(copy?.isReady).toBeUndefined()
  expect(copy?.items).toEqual(list?.items)
  await openItem(copy?.id ?? '', 0)
  await goTo(7)
  expect(selectRoomQuestion(current())).toBeUndefined()
})

test('the audience’s window asks what the presenter says', async () => {
  await openItem(talk.id, 0)
  await goTo(7)
  commit({ learning: { playing: undefined }, presenter: { asks: 'races/parallel-401s/second-refresh' } })
  expect(selectRoomQuestion(current())?.question.id).toBe('second-refresh')
  commit({ presenter: { asks: 'no/such/question' } })
  expect(selectRoomQuestion(current())).toBeUndefined()
})

test('a talk that was played is there again after a reload, once; a name that is none changes nothing', async () => {
  commit({ learning: { playlists: [] } })
  await restoreTalk('0ther')
  expect(current().learning.playlists).toEqual([])
  await Promise.all([restoreTalk(talk.id), restoreTalk(talk.id)])
  expect(current().learning.playlists.map(({ id }) => id)).toEqual([talk.id])
})
