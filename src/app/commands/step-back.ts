/** Shows the moment before. */
import { stepBack } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'step-back',
  title: 'Step back',
  group: 'Run',
  keys: ['ArrowLeft', 'PageUp'],
  run: () => stepBack(),
})
