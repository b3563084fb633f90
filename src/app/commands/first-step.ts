/** Shows the opening. */
import { goTo } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'first-step',
  title: 'Go to the first step',
  group: 'Run',
  keys: ['Home'],
  run: () => void goTo(0),
})
