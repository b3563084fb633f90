/** Adds the run, at its step, to the playlist in sight or the last one. */
import { addRun } from '../actions/playlists.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'add-to-playlist',
  title: 'Add this run to a playlist',
  group: 'Page',
  keys: ['a'],
  run: () => addRun(),
})
