/** Commands of the page around the run. */
import { addRun, openNeighbour } from '../actions/playlists.ts'
import { present } from '../actions/presenting.ts'
import { closeSplit, toggleSplit } from '../actions/splitting.ts'
import { openDialog, openSearch, toggleTheme } from '../actions/view.ts'
import { isSplit } from '../selectors/split.ts'
import { current } from '../state/store.ts'
import type { Command } from './contract.ts'

export const pageCommands = {
  /** Opens the search over everything; an error can be pasted there. */
  search: {
    id: 'search',
    title: 'Search, or find the cause of an error',
    group: 'Page',
    keys: ['/', 'Mod+k'],
    run: () => openSearch(),
  },
  /** Opens the dialog that takes a link or a file. */
  openRun: { id: 'open-run', title: 'Open a link or file', group: 'Page', keys: ['o'], run: () => openDialog('open') },
  /** Opens the dialog with the link to this step. */
  share: { id: 'share', title: 'Share', group: 'Page', keys: ['s'], run: () => openDialog('share') },
  /** Adds the run, at its step, to the playlist in sight or the last one. */
  addToPlaylist: {
    id: 'add-to-playlist',
    title: 'Add this run to a playlist',
    group: 'Page',
    keys: ['a'],
    run: () => addRun(),
  },
  /** Opens the next run of the playlist that is being played. */
  nextItem: {
    id: 'next-item',
    title: 'Next run of the playlist',
    group: 'Page',
    keys: ['n'],
    run: () => void openNeighbour(1),
  },
  /** Opens the run before in the playlist that is being played. */
  previousItem: {
    id: 'previous-item',
    title: 'Previous run of the playlist',
    group: 'Page',
    keys: ['N'],
    run: () => void openNeighbour(-1),
  },
  /** Shows the run beside the one that works, or what it fixes. */
  split: { id: 'split', title: 'Broken beside fixed', group: 'Page', keys: ['x'], run: () => toggleSplit() },
  /** Shows the run alone again. */
  closeSplit: {
    id: 'close-split',
    title: 'Close the split view',
    group: 'Page',
    keys: ['Escape'],
    run: () => closeSplit(),
    isOffered: () => isSplit(current()),
  },
  /** Fills the screen with the diagram. */
  present: { id: 'present', title: 'Present', group: 'Page', keys: ['p'], run: () => present() },
  /** Switches between the light and the dark theme. */
  theme: { id: 'theme', title: 'Light or dark', group: 'Page', keys: ['t'], run: () => toggleTheme() },
  /** Opens the help. */
  help: { id: 'help', title: 'Help and shortcuts', group: 'Page', keys: ['?'], run: () => openDialog('help') },
} as const satisfies Readonly<Record<string, Command>>
