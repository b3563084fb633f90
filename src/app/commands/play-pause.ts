/** Goes on by itself, or stops doing so. */
import { togglePlay } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'play-pause',
  title: 'Play or pause',
  group: 'Run',
  keys: [' '],
  run: () => togglePlay(),
})
