/** Shows the end of what is recorded. */
import { goToLast } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'last-step',
  title: 'Go to the last step',
  group: 'Run',
  keys: ['End'],
  run: () => void goToLast(),
})
