/** Plays at the next lower speed. */
import { shiftSpeed } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'slower',
  title: 'Slower',
  group: 'Run',
  keys: ['['],
  run: () => shiftSpeed(-1),
})
