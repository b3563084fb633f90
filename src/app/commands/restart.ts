/** Starts the scenario again with the same settings. */
import { restart } from '../actions/opening.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'restart',
  title: 'Restart',
  group: 'Run',
  keys: ['r'],
  run: () => void restart(),
})
