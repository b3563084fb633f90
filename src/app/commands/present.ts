/** Fills the screen with the diagram. */
import { present } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'present',
  title: 'Present',
  group: 'Page',
  keys: ['p'],
  run: () => present(),
})
