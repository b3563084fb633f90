/** Opens the next run of the playlist that is being played. */
import { openNeighbour } from '../actions/playlists.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'next-item',
  title: 'Next run of the playlist',
  group: 'Page',
  keys: ['n'],
  run: () => void openNeighbour(1),
})
