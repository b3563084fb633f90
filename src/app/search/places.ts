/** The parts of the page that are one step away: found by their names, and shown. */
import { showLibrary } from '../actions/learning.ts'
import { openDialog, showInspector, showPane, showView } from '../actions/view.ts'
import type { Command } from '../commands/contract.ts'
import { SETTINGS_TAB } from '../state/view.ts'
import { views } from '../views/index.ts'

const place = (id: string, title: string, run: () => void): Command => ({
  id: `place ${id}`,
  title,
  group: 'Page',
  keys: [],
  run,
})

/** A view that the open scenario lacks gives way to the sequence. */
export const places: readonly Command[] = [
  ...views.map(({ id, title }) =>
    place(id, `View: ${title}`, () => {
      showView(id)
      showPane('diagram')
    }),
  ),
  place('settings', 'Settings of the scenario', () => {
    showInspector(SETTINGS_TAB)
    showPane('library')
    showLibrary('scenarios')
  }),
  place('lessons', 'Lessons', () => showLibrary('lessons')),
  place('playlists', 'Playlists, and the ready talk', () => showLibrary('playlists')),
  place('capture', 'Open a recorded login (HAR)', () => openDialog('open')),
]
