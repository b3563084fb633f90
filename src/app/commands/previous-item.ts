/** Opens the run before in the playlist that is being played. */
import { openNeighbour } from '../actions/playlists.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'previous-item',
  title: 'Previous run of the playlist',
  group: 'Page',
  keys: ['N'],
  run: () => void openNeighbour(-1),
})
