/** Playlists in order: nothing is lost when items move, and a list that is there is not added again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshRecipe } from '../../scenario-kit/run.ts'
import type { PlaylistItem } from '../../share/index.ts'
import { readKeptPlaylists, textOf } from './kept-playlists.ts'
import { changed, moved, placeAfterMove, withItems, withList, withOwn, withoutList, withTitle } from './playlists.ts'

function item(title: string): PlaylistItem {
  return { title, note: '', run: { recipe: freshRecipe('logout'), cursor: 0 } }
}

const [A, B] = [
  { id: 'a', title: 'A', items: [item('1'), item('2')] },
  { id: 'b', title: 'B', items: [] },
]

test('a list that comes again is the one that is there, another one is added', () => {
  const again = withList([A, B], { title: 'A', items: [item('1'), item('2')] }, 'c')
  expect(again).toEqual({ lists: [A, B], id: 'a' })
  const other = withList([A, B], { title: 'A', items: [item('1')] }, 'c')
  expect(other).toEqual({ lists: [A, B, { id: 'c', title: 'A', items: [item('1')], isGuest: true }], id: 'c' })
})

test('a guest that is kept, or worked on, is the person’s own', () => {
  const guest = { ...A, isGuest: true }
  expect(withOwn([guest, B], 'a')).toEqual([A, B])
  expect(withTitle([guest, B], 'a', 'C')).toEqual([{ ...A, title: 'C' }, B])
  expect(withItems([guest, B], 'a', () => [])).toEqual([{ ...A, items: [] }, B])
})

test('one list is renamed, changed or removed, the others stay as they are', () => {
  expect(withTitle([A, B], 'b', 'C')).toEqual([A, { ...B, title: 'C' }])
  expect(withItems([A, B], 'a', (items) => changed(items, 1, { note: 'Say this' }))).toEqual([
    { ...A, items: [item('1'), { ...item('2'), note: 'Say this' }] },
    B,
  ])
  expect(withoutList([A, B], 'a')).toEqual([B])
})

test('an item that moves takes nothing away, and every place is known afterwards', () => {
  const place = fc.nat(5)
  fc.assert(
    fc.property(place, place, (from, to) => {
      const items = ['0', '1', '2', '3', '4', '5'].map(item)
      const after = moved(items, from, to)
      expect(after).toHaveLength(items.length)
      items.forEach((one, index) => {
        expect(after[placeAfterMove(index, from, to)]).toBe(one)
      })
    }),
  )
})

test('an item does not move beyond the ends', () => {
  expect(moved(A.items, 0, -1)).toBe(A.items)
  expect(moved(A.items, 1, 2)).toBe(A.items)
})

test('lists are kept with their ids, and what cannot be read is left out alone', () => {
  const kept = [A, B].map((list) => [list.id, textOf(list)])
  expect(readKeptPlaylists(kept)).toEqual([A, B])
  expect(readKeptPlaylists([kept[0], ['x', '{'], null, ['y'], kept[1]])).toEqual([A, B])
  for (const nothing of [undefined, null, 'text', {}]) expect(readKeptPlaylists(nothing)).toEqual([])
})
