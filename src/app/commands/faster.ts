/** Plays at the next higher speed. */
import { shiftSpeed } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'faster',
  title: 'Faster',
  group: 'Run',
  keys: [']'],
  run: () => shiftSpeed(1),
})
