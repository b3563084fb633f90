/** Goes on without animation until the person must act. */
import { runToEnd } from '../actions/playback.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'run-to-end',
  title: 'Run to end',
  group: 'Run',
  keys: ['Shift+ArrowRight'],
  run: () => void runToEnd(),
})
