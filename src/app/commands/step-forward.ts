/** Lets the next message arrive. */
import { stepForward } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'step-forward',
  title: 'Step forward',
  group: 'Run',
  keys: ['ArrowRight', 'PageDown'],
  run: () => void stepForward(),
})
